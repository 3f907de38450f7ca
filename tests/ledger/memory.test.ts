import { expect, it } from 'vitest';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { describeLedger, entryOf } from './ledger-contract.ts';

describeLedger('The ledger in memory', memoryLedger);

it('the ledger in memory keeps what is newest, and no more than fits', async () => {
  const { threads, journal } = await memoryLedger(null);
  const long = 'x'.repeat(1_000_000);
  for (let at = 0; at < 20; at += 1) {
    await threads.set(`t${at}`, { own: true, turns: [{ question: long, quoted: null }] });
    await journal.add(entryOf({ at, question: `${at} ${long}` }));
  }
  expect(await threads.get('t0')).toBeNull();
  expect((await threads.get('t19'))?.own).toBe(true);
  const kept = await journal.list('question', 99);
  expect(kept[0]?.at).toBe(19);
  expect(kept.length).toBeLessThan(20);
});
