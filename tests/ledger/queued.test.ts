import { rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { queuedLedger } from '../../src/ledger/queued.ts';
import { sqliteStore } from '../../src/ledger/sqlite.ts';
import type { Store } from '../../src/ledger/store.ts';
import { type Line, rememberingLog } from '../support/remembering-log.ts';
import { answerOf, entryOf, quoteOf } from './ledger-contract.ts';
import { ledgerPath, opened } from './ledger-file.ts';

const OWN = { own: true, turns: [] };
const POST = { channel: 'C1', message: '1.000' };
const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER };
const FULL = new LedgerError('full', 'The ledger cannot grow.');

/** A ledger whose store can be made to fail. */
async function failing(): Promise<{ ledger: Ledger; lines: Line[]; fail: Failing; batches: number[] }> {
  const { log, lines } = rememberingLog();
  const fail: Failing = { writing: null, reading: null };
  const batches: number[] = [];
  const store = await sqliteStore(await ledgerPath(), null, Date.now);
  const broken: Store = {
    ...store,
    threads: { get: async (name) => (fail.reading ? Promise.reject(fail.reading) : store.threads.get(name)) },
    posts: { get: async (name) => (fail.reading ? Promise.reject(fail.reading) : store.posts.get(name)) },
    async write(batch) {
      if (fail.writing) throw fail.writing;
      await store.write(batch);
      batches.push(batch.entries.length);
    },
  };
  const ledger = await queuedLedger(async () => broken, { log, keep: null, now: Date.now });
  onTestFinished(() => ledger.close());
  return { ledger, lines, fail, batches };
}

interface Failing {
  writing: LedgerError | null;
  reading: LedgerError | null;
}

/** What became of promises, once all are settled. */
async function tally(promises: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(promises);
  const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as LedgerError] : []));
  return {
    kept: settled.length - lost.length,
    lost: lost.length,
    codes: [...new Set(lost.map(({ code }) => code))],
  };
}

describe('a ledger with a queue', () => {
  it('writes together what comes together', async () => {
    const { ledger, batches } = await failing();
    await Promise.all(Array.from({ length: 1_000 }, (_, at) => ledger.journal.add(entryOf({ at }))));
    expect(batches.length).toBeLessThan(20);
    expect((await ledger.journal.within(EVER)).map(({ at }) => at)).toEqual([...Array(1_000).keys()]);
  });

  it('reads what is not written yet', async () => {
    const { ledger } = await failing();
    const { threads, posts, askings, journal, answers } = ledger;
    const written = [
      threads.set('t', { own: false, turns: [] }),
      threads.set('t', OWN),
      posts.set('q', POST),
      posts.set('r', POST),
      posts.remove('q'),
      askings.set('a', 'who?'),
      journal.add(entryOf({ question: 'Who?' })),
      answers.set(answerOf({ quotes: [quoteOf('a')] })),
    ];
    expect([await threads.get('t'), await posts.get('q'), await posts.get('r')]).toEqual([OWN, null, POST]);
    expect(await askings.get('a')).toBe('who?');
    expect(await journal.recent('slack:T1/U1', 1)).toEqual(['Who?']);
    expect(await answers.quoting('ferry', 'a')).toHaveLength(1);
    await Promise.all(written);
    expect([await threads.get('t'), await posts.get('q'), await posts.get('r')]).toEqual([OWN, null, POST]);
  });

  it('keeps what there is while the disk is full, tells of it once, and writes it when there is room', async () => {
    const { ledger, lines, fail } = await failing();
    fail.writing = FULL;
    const written = Array.from({ length: 500 }, (_, at) => ledger.journal.add(entryOf({ at })));
    written.push(ledger.threads.set('t', OWN));
    await expect(ledger.journal.add(entryOf({ kind: 'for-the-desk' }))).rejects.toBe(FULL);
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(await ledger.threads.get('t')).toEqual(OWN);
    fail.writing = null;
    expect(await tally(written)).toEqual({ kept: 501, lost: 0, codes: [] });
    expect(lines).toMatchObject([
      { level: 'error', fields: { err: { code: 'full' } } },
      { level: 'warn', fields: { lost: 0 } },
    ]);
    expect(await ledger.journal.within(EVER)).toHaveLength(500);
  });

  it('lets go of the oldest beyond 10,000 while nothing can be written, and counts them', async () => {
    const { ledger, lines, fail } = await failing();
    fail.writing = FULL;
    const first = ledger.threads.set('t', OWN);
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    const written = Array.from({ length: 10_100 }, (_, at) => ledger.journal.add(entryOf({ at })));
    const lost = await tally(written.slice(0, 100));
    expect(lost).toEqual({ kept: 0, lost: 100, codes: ['away'] });
    fail.writing = null;
    expect(await tally([first, ...written.slice(100)])).toMatchObject({ kept: 10_001, lost: 0 });
    expect(lines.slice(1)).toMatchObject([{ level: 'warn', fields: { lost: 100 } }]);
    expect((await ledger.journal.within(EVER))[0]?.at).toBe(100);
  });

  it('lets few wait for one name that is written again and again while nothing can be', async () => {
    const { ledger, fail } = await failing();
    fail.writing = FULL;
    const states = Array.from({ length: 150 }, (_, at) => ({ channel: 'C1', message: `${at}` }));
    const writes = states.map((state) => ledger.posts.set('q', state));
    const gone = await Promise.allSettled(writes.slice(0, 50));
    expect(new Set(gone.map(({ status }) => status))).toEqual(new Set(['rejected']));
    fail.writing = null;
    expect(await tally(writes)).toEqual({ kept: 100, lost: 50, codes: ['away'] });
    expect(await ledger.posts.get('q')).toEqual(states.at(-1));
  });

  it('is read at once, or not, while its store cannot be read', async () => {
    const { ledger, lines, fail } = await failing();
    fail.reading = FULL;
    for (let time = 0; time < 3; time += 1) {
      await expect(ledger.threads.get('t')).rejects.toMatchObject({ name: 'LedgerError', code: 'away' });
    }
    await ledger.threads.set('u', OWN);
    fail.reading = null;
    await vi.waitFor(() => expect(lines).toHaveLength(2), 5_000);
    expect(await ledger.threads.get('u')).toEqual(OWN);
    expect(lines.map(({ level }) => level)).toEqual(['error', 'warn']);
  });

  it('loses only what can never be kept, and tells whoever wanted it', async () => {
    const { ledger, lines } = await failing();
    const written = [1, 1.5, 2].map((at) => ledger.journal.add(entryOf({ at })));
    written.push(ledger.journal.add({ ...entryOf(), place: undefined } as never));
    expect(await tally(written)).toEqual({ kept: 2, lost: 2, codes: ['unfit'] });
    expect((await ledger.journal.within(EVER)).map(({ at }) => at)).toEqual([1, 2]);
    expect(lines).toEqual([]);
  });

  it('writes what waits when it is closed, and nothing after', async () => {
    const path = await ledgerPath();
    const ledger = await opened(path);
    const written = Array.from({ length: 2_000 }, (_, at) => ledger.journal.add(entryOf({ at })));
    await ledger.close();
    expect(await tally(written)).toMatchObject({ kept: 2_000 });
    await expect(ledger.journal.add(entryOf())).rejects.toMatchObject({ code: 'closed' });
    expect(await (await opened(path)).journal.within(EVER)).toHaveLength(2_000);
  });

  it('is closed although its store fails, and tells once how much was lost', async () => {
    const { ledger, lines, fail } = await failing();
    fail.writing = FULL;
    const written = Array.from({ length: 30 }, () => ledger.journal.add(entryOf()));
    const told = tally(written);
    await ledger.close();
    expect(await told).toEqual({ kept: 0, lost: 30, codes: ['away'] });
    expect(lines.map(({ level, fields }) => [level, fields.lost])).toEqual([
      ['error', undefined],
      ['error', 30],
    ]);
  });

  it.skipIf(process.platform === 'win32').each([[['', '-wal', '-shm']], [['']]])(
    'goes on in a new file when its own is deleted, %j of it',
    async (ends) => {
      const path = await ledgerPath();
      const { log, lines } = rememberingLog();
      const { threads, journal, settings } = await opened(path, null, { log });
      await threads.set('t', OWN);
      for (const end of ends) rmSync(`${path}${end}`, { force: true });
      await Promise.all([
        threads.set('u', OWN),
        journal.add(entryOf()),
        settings.change('p', { unfurl: true }),
      ]);
      expect([await threads.get('t'), await threads.get('u')]).toEqual([null, OWN]);
      const again = await opened(path);
      expect(await again.settings.get('p')).toEqual({ unfurl: true });
      expect(await again.journal.within(EVER)).toHaveLength(1);
      expect(lines.map(({ level }) => level)).toEqual(['error', 'warn']);
      expect(lines[0]?.fields).toMatchObject({ err: { code: 'gone' } });
    },
  );

  it('keeps 100,000 questions in a file, every one of them, once', async () => {
    const { ledger } = await failing();
    for (let from = 0; from < 100_000; from += 5_000) {
      const some = Array.from({ length: 5_000 }, (_, index) =>
        ledger.journal.add(entryOf({ at: from + index })),
      );
      await Promise.all(some);
    }
    const kept = await ledger.journal.within(EVER);
    expect(kept.every(({ at }, index) => at === index)).toBe(true);
    expect(kept).toHaveLength(100_000);
  });
});
