import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { queuedLedger } from '../../src/ledger/queued.ts';
import { sqliteStore } from '../../src/ledger/sqlite.ts';
import type { Store } from '../../src/ledger/store.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { deliveryOf } from './inbox-contract.ts';
import { ledgerPath } from './ledger-file.ts';

const FULL = new LedgerError('full', 'The ledger cannot grow.');
/** In ms: as long as a store is left alone after it failed. */
const REST = 5_000;

/** A ledger whose store can be made to fail, or to keep what it is given only once it is told to. */
async function slow() {
  const { log, lines } = rememberingLog();
  const how = { error: null as LedgerError | null, until: Promise.resolve(), calls: 0 };
  const store = await sqliteStore(await ledgerPath(), null, Date.now);
  const inbox: Store['inbox'] = {
    ...store.inbox,
    async accept(delivery) {
      how.calls += 1;
      if (how.error) throw how.error;
      await how.until;
      return await store.inbox.accept(delivery);
    },
    async takeOver(bot, most) {
      if (how.error) throw how.error;
      return await store.inbox.takeOver(bot, most);
    },
  };
  const ledger = await queuedLedger(async () => ({ ...store, inbox }), { log, keep: null, now: Date.now });
  onTestFinished(() => ledger.close());
  return { ledger, lines, how };
}

it('what cannot be kept is taken on without, told once and counted, and tried again after 5 s', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { ledger, lines, how } = await slow();
  how.error = FULL;
  for (let time = 0; time < 5; time += 1) {
    expect(await ledger.inbox.accept(deliveryOf('the same'))).toBe(true);
  }
  expect(await ledger.inbox.takeOver('slack', 9)).toEqual([]);
  expect(how.calls).toBe(1);
  expect(lines).toMatchObject([{ level: 'error', fields: { err: { code: 'full' } } }]);
  how.error = null;
  vi.advanceTimersByTime(REST - 1);
  expect(await ledger.inbox.accept(deliveryOf('the same'))).toBe(true);
  expect(how.calls).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await ledger.inbox.accept(deliveryOf('the same'))).toBe(true);
  expect(await ledger.inbox.accept(deliveryOf('the same'))).toBe(false);
  expect(lines.slice(1)).toMatchObject([{ level: 'warn', fields: { unkept: 6, lost: 0 } }]);
});

it('what takes a second is waited for', async () => {
  const { ledger, lines, how } = await slow();
  how.until = sleep(1_000);
  expect(await ledger.inbox.accept(deliveryOf('a'))).toBe(true);
  expect(await ledger.inbox.accept(deliveryOf('a'))).toBe(false);
  expect(lines).toEqual([]);
});

it('what is kept too late is taken on once, and done when it is done', async () => {
  const { ledger, lines, how } = await slow();
  let goOn = () => {};
  how.until = new Promise((resolve) => {
    goOn = resolve;
  });
  const began = performance.now();
  expect(await ledger.inbox.accept(deliveryOf('late', { names: ['late', 'late, too'] }))).toBe(true);
  expect(performance.now() - began).toBeGreaterThan(1_400);
  expect(lines).toHaveLength(1);
  // Others do not wait as long.
  expect(await ledger.inbox.accept(deliveryOf('another'))).toBe(true);
  expect(how.calls).toBe(1);
  // Done before it is kept: it must not be there for ever after.
  const done = ledger.inbox.done('late, too');
  goOn();
  await done;
  await ledger.inbox.release('late');
  expect(await ledger.inbox.takeOver('slack', 9)).toEqual([]);
  // It was kept at last, so that it is used again at once.
  expect(await ledger.inbox.accept(deliveryOf('late'))).toBe(false);
});

it('what can never be kept stands in the way of nothing else', async () => {
  const { ledger } = await slow();
  const { inbox } = ledger;
  const odd = deliveryOf('odd', { payload: undefined as never });
  const taken = [deliveryOf('a'), odd, deliveryOf('b')].map((each) => inbox.accept(each));
  expect(await Promise.all(taken)).toEqual([true, true, true]);
  expect([await inbox.accept(deliveryOf('a')), await inbox.accept(deliveryOf('b'))]).toEqual([false, false]);
});

it('nothing is taken on once it is closed', async () => {
  const { ledger } = await slow();
  await ledger.inbox.accept(deliveryOf('a'));
  await ledger.close();
  await expect(ledger.inbox.accept(deliveryOf('b'))).rejects.toMatchObject({ code: 'closed' });
  await expect(ledger.inbox.done('a')).rejects.toMatchObject({ code: 'closed' });
  expect(await ledger.inbox.takeOver('slack', 9)).toEqual([]);
});

it('a process says every 5 s that it is there, until it is closed, and is kept alive by nothing of it', async () => {
  const { ledger } = await slow();
  const before = vi.spyOn(globalThis, 'setInterval');
  const after = vi.spyOn(globalThis, 'clearInterval');
  onTestFinished(() => void vi.restoreAllMocks());
  await ledger.inbox.accept(deliveryOf('a'));
  expect(before.mock.calls.map(([, ms]) => ms)).toEqual([5_000]);
  const timer = before.mock.results[0]?.value as NodeJS.Timeout;
  expect(timer.hasRef()).toBe(false);
  await ledger.close();
  expect(after.mock.calls.map(([each]) => each)).toContain(timer);
});
