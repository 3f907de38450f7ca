import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toggled } from '../../../src/bots/buttons.ts';
import { LIMITS } from '../../../src/bots/slack/limits.ts';
import { readState, type State, writeState } from '../../../src/bots/slack/state.ts';

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
const states: fc.Arbitrary<State> = fc.record({
  asking: fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 400 }),
    story: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
    earlier: fc.array(turn, { maxLength: 3 }),
  }),
  opened: fc.uniqueArray(fc.constantFrom('context0', 'sources2', 'told')).map((names) => new Set(names)),
});

describe('what a button carries', () => {
  it('is read as it was written, the oldest turns left out where they do not fit', () => {
    fc.assert(
      fc.property(states, (state) => {
        const value = writeState(state);
        if (value === null) return;
        expect(value.length).toBeLessThanOrEqual(LIMITS.value);
        const read = readState(value);
        const { earlier } = read?.asking ?? { earlier: [] };
        expect(earlier).toEqual(state.asking.earlier.slice(state.asking.earlier.length - earlier.length));
        expect(read).toEqual({ ...state, asking: { ...state.asking, earlier } });
      }),
    );
  });

  it('is nothing where the question alone is too long', () => {
    const asking = { text: '"'.repeat(1_000), story: null, earlier: [] };
    expect(writeState({ asking, opened: new Set() })).toBeNull();
  });

  it.each(['', 'null', '[]', '{}', '{"q":1}', '{"q":"a","o":["__proto__"]}', '{"q":"a","e":"b"}', '{"q":'])(
    'is nothing where it is of another version: %s',
    (value) => expect(readState(value)).toBeNull(),
  );

  it('opens what is closed, and closes what is open', () => {
    const before = new Set(['told']);
    const opened = toggled(before, 'context0');
    expect([...opened]).toEqual(['told', 'context0']);
    expect([...toggled(opened, 'context0')]).toEqual(['told']);
    expect([...before]).toEqual(['told']);
  });
});
