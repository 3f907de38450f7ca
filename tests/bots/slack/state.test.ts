import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toggled } from '../../../src/bots/buttons.ts';
import { freshState, readState, writeState } from '../../../src/bots/slack/state.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { rememberingLog } from '../../support/remembering-log.ts';

const place = fc.record({
  story: fc.string({ maxLength: 40 }),
  article: fc.string({ maxLength: 40 }),
  start: fc.nat(100_000),
  end: fc.nat(100_000),
});
const turn = fc.record({
  question: fc.string({ unit: 'grapheme', maxLength: 300 }),
  quoted: fc.option(place),
});
const askings = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 1_000 }),
  story: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
  earlier: fc.array(turn, { maxLength: 3 }),
});
const opened = fc.uniqueArray(fc.constantFrom('context0', 'sources2', 'told')).map((names) => new Set(names));

describe('what a button carries', () => {
  it('is read as it was written, and short, however long the question and what came before it', async () => {
    const around = { ledger: await memoryLedger(null), log: rememberingLog().log };
    await fc.assert(
      fc.asyncProperty(askings, opened, async (asking, open) => {
        const state = { ...freshState(around, asking), opened: open };
        const value = writeState(state);
        expect(value.length).toBeLessThanOrEqual(700);
        expect(await readState(around, value)).toEqual(state);
      }),
    );
  });

  it('needs nothing that is kept, as a rule', async () => {
    const asking = { text: 'What was the vote count?', story: 'ferry', earlier: [] };
    const value = writeState(
      freshState({ ledger: await memoryLedger(null), log: rememberingLog().log }, asking),
    );
    const elsewhere = { ledger: await memoryLedger(null) };
    expect((await readState(elsewhere, value))?.asking).toEqual(asking);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"q":1}',
    '{"q":"a","o":["__proto__"]}',
    '{"q":"a","e":"b"}',
    '{"q":',
    '{"k":"gone"}',
  ])('is nothing where it is of another version, or no longer kept: %s', async (value) => {
    expect(await readState({ ledger: await memoryLedger(null) }, value)).toBeNull();
  });

  it('opens what is closed, and closes what is open', () => {
    const before = new Set(['told']);
    const open = toggled(before, 'context0');
    expect([...open]).toEqual(['told', 'context0']);
    expect([...toggled(open, 'context0')]).toEqual(['told']);
    expect([...before]).toEqual(['told']);
  });
});
