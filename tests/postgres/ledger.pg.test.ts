import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Entry, Ledger } from '../../src/ledger/ledger.ts';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { postgresStore } from '../../src/ledger/postgres.ts';
import type { LedgerLog } from '../../src/ledger/queue/health.ts';
import { queuedLedger } from '../../src/ledger/queued.ts';
import { describeKeys } from '../ledger/key-contract.ts';
import { answerOf, describeLedger, entryOf, KEY, quoteOf } from '../ledger/ledger-contract.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { installedPostgres, type Server, startServer } from './server.ts';

const DAY = 24 * 3_600_000;
const OWN = { own: true, turns: [] };
const EVER: { from: number; to: number } = { from: 0, to: Number.MAX_SAFE_INTEGER };
const programs = installedPostgres();

let server: Server;
beforeAll(async () => {
  if (programs !== null) server = await startServer(programs);
});
afterAll(async () => {
  await server?.end();
});

async function opened(url: string, key: string | null = null, log: LedgerLog = rememberingLog().log) {
  const wish = { store: { kind: 'postgres', url }, stated: true, key, keep: null } as const;
  const ledger = await openLedger(wish, log);
  onTestFinished(() => ledger.close());
  return ledger;
}

/** Adds so many questions, some hundred at a time as a busy day would, and gives how long a caller took for each, in ms. */
async function addMany(ledger: Ledger, count: number): Promise<{ ms: number; perCall: number }> {
  const began = performance.now();
  let inCalls = 0;
  for (let from = 0; from < count; from += 500) {
    const before = performance.now();
    const added = Array.from({ length: 500 }, (_, index) =>
      ledger.journal.add(entryOf({ at: from + index, question: `question ${from + index}` })),
    );
    inCalls += performance.now() - before;
    await Promise.all(added);
  }
  return { ms: performance.now() - began, perCall: inCalls / count };
}

const questionsOf = (entries: readonly Entry[]) => entries.map(({ question }) => question);

if (programs === null) {
  it.skip('PostgreSQL is not tested: neither PATH nor /usr/lib/postgresql has initdb and postgres', () => {});
} else {
  describeLedger('PostgreSQL', async (key) => opened(await server.database(), key));
  describeKeys('PostgreSQL', async () => ({ kind: 'postgres', url: await server.database() }));
}

describe.skipIf(programs === null)('a ledger in PostgreSQL', () => {
  it('is there again after it was closed, and leaves everything else in its database alone', async () => {
    const url = await server.database();
    await server.sql(
      url,
      "CREATE TABLE settings (place text); INSERT INTO settings VALUES ('of somebody else')",
    );
    const before = await opened(url, KEY);
    await before.settings.change('slack:T1', { story: 'ferry' });
    await before.answers.set(answerOf());
    await before.journal.add(entryOf());
    await before.installations.set('T1', 'token');
    await before.close();

    const { settings, answers, journal, installations } = await opened(url, KEY);
    expect(await settings.get('slack:T1')).toEqual({ story: 'ferry' });
    expect(await answers.quoting('ferry', 'b')).toEqual([answerOf()]);
    expect(await journal.recent('slack:T1/U1', 5)).toEqual(['Who owns the ferry?']);
    expect(await installations.get('T1')).toBe('token');
    expect(await server.sql(url, 'SELECT * FROM public.settings')).toEqual([{ place: 'of somebody else' }]);
  });

  it('may be opened by several at once when it is not there yet', async () => {
    const url = await server.database();
    const ledgers = await Promise.all(Array.from({ length: 6 }, () => opened(url)));
    await Promise.all(
      ledgers.map(({ settings }, index) =>
        settings.change('shared', { [index % 2 === 0 ? 'unfurl' : 'followUps']: true }),
      ),
    );
    for (const { settings } of ledgers) {
      expect(await settings.get('shared')).toEqual({ unfurl: true, followUps: true });
    }
  });

  it('is not opened when it was written by a newer version, or is somebody else’s', async () => {
    const newer = await server.database();
    await (await opened(newer)).close();
    await server.sql(newer, 'UPDATE nutgraf.form SET version = 99');
    await expect(opened(newer)).rejects.toMatchObject({ name: 'LedgerError', code: 'newer' });
    const other = await server.database();
    await server.sql(other, 'CREATE SCHEMA nutgraf; CREATE TABLE nutgraf.minutes (text text)');
    await expect(opened(other)).rejects.toMatchObject({ code: 'not-a-ledger' });
    expect(await server.sql(other, "SELECT to_regclass('nutgraf.form')")).toEqual([{ to_regclass: null }]);
  });

  it('uses a schema that was made for a user who may make none, and says so where there is none', async () => {
    const url = await server.database();
    await server.sql(url, `CREATE ROLE clerk LOGIN PASSWORD 'x'`);
    const theirs = url.replace('user=nutgraf', 'user=clerk');
    await expect(opened(theirs)).rejects.toMatchObject({ code: 'unwritable' });
    await server.sql(url, 'CREATE SCHEMA nutgraf AUTHORIZATION clerk');
    await (await opened(theirs)).threads.set('t', OWN);
    expect(await (await opened(url)).threads.get('t')).toEqual(OWN);
  });

  it('says in a sentence, without a password, why it cannot be used', async () => {
    const refused = (await server.database()).replace(/ledger_\d+/, 'nowhere');
    const closed = 'postgres://me:hunter2@127.0.0.1:1/nutgraf';
    const encoded = await server.database(`ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
    for (const [url, code] of [
      [refused, 'refused'],
      [closed, 'unreachable'],
      [encoded, 'failed'],
    ] as const) {
      const error: unknown = await opened(url).catch((reason: unknown) => reason);
      if (!(error instanceof LedgerError)) throw error;
      expect(error.code).toBe(code);
      expect(error.message).toMatch(/^The ledger's PostgreSQL database .+\.$/);
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain('hunter2');
    }
  });

  it('keeps 100,000 questions, every one of them, once', async () => {
    const url = await server.database();
    const ledger = await opened(url);
    const { ms, perCall } = await addMany(ledger, 100_000);
    const began = performance.now();
    const kept = await ledger.journal.within(EVER);
    const read = performance.now() - began;
    expect(new Set(questionsOf(kept)).size).toBe(100_000);
    expect(kept).toHaveLength(100_000);
    process.stderr.write(
      `PostgreSQL: 100,000 in ${ms.toFixed()} ms, ${(perCall * 1_000).toFixed(1)} µs a call; read in ${read.toFixed()} ms\n`,
    );
  });

  it('keeps a batch once, although it was sent again because nobody heard of its end', async () => {
    const store = await postgresStore(await server.database(), null, Date.now);
    onTestFinished(() => store.close());
    const batch = {
      id: 'the same',
      entries: [entryOf()],
      threads: new Map(),
      posts: new Map(),
      askings: new Map(),
      answers: [],
      done: [],
    };
    await store.write(batch);
    await store.write(batch);
    expect(await store.journal.list('question', 9)).toHaveLength(1);
  });

  it('goes on while the server is away, says so once, and has everything when it is back', async () => {
    const url = await server.database();
    const { log, lines } = rememberingLog();
    const { threads, journal, settings, answers } = await opened(url, null, log);
    await journal.add(entryOf({ question: 'before' }));
    await server.stop();
    onTestFinished(() => server.start());
    const written = Array.from({ length: 300 }, (_, index) => journal.add(entryOf({ question: `${index}` })));
    written.push(threads.set('t', OWN), answers.set(answerOf()));
    expect(await threads.get('t')).toEqual(OWN);
    await expect(settings.change('slack:T1', { unfurl: true })).rejects.toMatchObject({
      code: 'unreachable',
    });
    await expect(journal.add(entryOf({ kind: 'for-the-desk' }))).rejects.toMatchObject({
      code: 'unreachable',
    });
    await expect(threads.get('another')).rejects.toMatchObject({ code: 'away' });
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    await setTimeout(1_500);
    expect(lines).toMatchObject([{ level: 'error', fields: { err: { code: 'unreachable' } } }]);

    await server.start();
    await Promise.all(written);
    await vi.waitFor(() => expect(lines).toHaveLength(2), 5_000);
    expect(lines[1]).toMatchObject({ level: 'warn', fields: { lost: 0 } });
    expect(await journal.within(EVER)).toHaveLength(301);
    expect(await threads.get('t')).toEqual(OWN);
    expect(await answers.quoting('ferry', 'a')).toHaveLength(1);
  });

  it('waits for no server that has stopped answering', async () => {
    const { log, lines } = rememberingLog();
    const { threads, journal } = await opened(await server.database(), null, log);
    await threads.get('t');
    await server.hang();
    onTestFinished(() => server.goOn());
    const written = journal.add(entryOf());
    await expect(threads.get('t')).rejects.toMatchObject({ code: 'away' });
    // The first has waited in vain; the others do not.
    const others = Array.from({ length: 50 }, () => threads.get('t').catch(() => 'at once'));
    const late = setTimeout(1_000).then(() => ['late']);
    expect(new Set(await Promise.race([Promise.all(others), late]))).toEqual(new Set(['at once']));
    server.goOn();
    await written;
    await vi.waitFor(() => expect(lines).toHaveLength(2), 15_000);
    expect(await journal.list('question', 9)).toHaveLength(1);
  });

  it('deletes what is older than it keeps', async () => {
    const url = await server.database();
    const now = Date.now();
    const open = (keep: number | null, at: number) =>
      queuedLedger(() => postgresStore(url, null, () => at), {
        log: rememberingLog().log,
        keep,
        now: () => at,
      });
    const old = await open(null, now - 40 * DAY);
    await old.threads.set('old', OWN);
    for (const days of [40, 20]) {
      await old.journal.add(entryOf({ at: now - days * DAY }));
      await old.answers.set(
        answerOf({ at: now - days * DAY, message: `${days}`, quotes: [quoteOf(`${days}`)] }),
      );
    }
    await old.close();
    const ledger = await open(30 * DAY, now);
    onTestFinished(() => ledger.close());
    await vi.waitFor(async () => expect(await ledger.answers.quoted()).toHaveLength(1));
    expect(await ledger.journal.within(EVER)).toMatchObject([{ at: now - 20 * DAY }]);
    expect(await ledger.threads.get('old')).toBeNull();
    expect(await server.sql(url, 'SELECT count(*)::int FROM nutgraf.answers')).toEqual([{ count: 1 }]);
  });
});
