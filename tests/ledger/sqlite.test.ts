import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { describeKeys } from './key-contract.ts';
import { answerOf, describeLedger, entryOf, KEY, quoteOf } from './ledger-contract.ts';
import { ledgerPath, opened, tamper } from './ledger-file.ts';

const DAY = 24 * 3_600_000;
const OWN = { own: true, turns: [] };
const POST = { channel: 'C1', message: '1.000' };

describeLedger('SQLite', async (key) => opened(await ledgerPath(), key));
describeKeys('SQLite', async () => ({ kind: 'sqlite', file: await ledgerPath() }));

describe('a ledger in a file', () => {
  it('is there again after it was closed', async () => {
    const path = await ledgerPath();
    const before = await opened(path, KEY);
    await before.settings.change('slack:T1', { story: 'ferry' });
    await before.threads.set('t', OWN);
    await before.posts.set('q', POST);
    await before.journal.add(entryOf());
    await before.installations.set('T1', 'token');
    await before.close();

    const { settings, threads, posts, journal, installations } = await opened(path, KEY);
    expect(await settings.get('slack:T1')).toEqual({ story: 'ferry' });
    expect(await threads.get('t')).toEqual(OWN);
    expect(await posts.get('q')).toEqual(POST);
    expect(await journal.recent('slack:T1/U1', 5)).toEqual(['Who owns the ferry?']);
    expect(await installations.get('T1')).toBe('token');
  });

  it('of an older version is brought to this one, and keeps what it held', async () => {
    const path = await ledgerPath();
    const before = await opened(path);
    await before.settings.change('slack:T1', { story: 'ferry' });
    await before.journal.add(entryOf());
    await before.close();
    tamper(
      path,
      `DROP TABLE askings; DROP TABLE answers; DROP TABLE answer_quotes; DROP INDEX journal_by_time;
      DROP TABLE processes; DROP TABLE deliveries; DROP TABLE delivery_names;
      ALTER TABLE journal DROP COLUMN confidence; PRAGMA user_version = 1`,
    );

    const { settings, askings, journal, answers } = await opened(path);
    expect(await settings.get('slack:T1')).toEqual({ story: 'ferry' });
    expect(await journal.list('question', 5)).toEqual([
      entryOf({ confidence: null, person: expect.any(String) }),
    ]);
    await askings.set('a', 'who won?');
    await answers.set(answerOf());
    await answers.quoted();
    expect(await askings.get('a')).toBe('who won?');
    expect(await answers.quoting('ferry', 'a')).toEqual([answerOf()]);
  });

  it('is whole in its one file once it is closed', async () => {
    const path = await ledgerPath();
    const ledger = await opened(path);
    await ledger.settings.change('slack:T1', { story: 'ferry' });
    await ledger.close();
    const copy = await ledgerPath();
    mkdirSync(dirname(copy));
    writeFileSync(copy, readFileSync(path));
    expect(await (await opened(copy)).settings.get('slack:T1')).toEqual({ story: 'ferry' });
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const path = await ledgerPath();
    await (await opened(path)).threads.set('t', OWN);
    const modes = [dirname(path), path, `${path}-wal`, `${path}-shm`].map(
      (each) => statSync(each).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it('holds neither tokens nor people in the clear', async () => {
    const path = await ledgerPath();
    const ledger = await opened(path, KEY);
    await ledger.installations.set('T1', 'xoxb-in-the-clear');
    await ledger.journal.add(entryOf({ person: 'slack:T1/U-in-the-clear' }));
    await ledger.close();
    const bytes = readFileSync(path);
    expect(bytes.includes('Who owns the ferry?')).toBe(true);
    for (const encoding of ['utf8', 'utf16le'] as const) {
      expect(bytes.includes(Buffer.from('in-the-clear', encoding))).toBe(false);
    }
  });

  it('loses the installations with another key, and only finds people anew', async () => {
    const path = await ledgerPath();
    const before = await opened(path, KEY);
    await before.settings.change('slack:T1', { story: 'ferry' });
    await before.threads.set('t', OWN);
    await before.journal.add(entryOf());
    await before.installations.set('T1', 'token');
    await before.close();

    for (const key of ['another key of some length', null]) {
      const { settings, threads, journal, installations, close } = await opened(path, key);
      expect(await installations.get('T1')).toBeNull();
      expect(await settings.get('slack:T1')).toEqual({ story: 'ferry' });
      expect(await threads.get('t')).toEqual(OWN);
      expect(await journal.list('question', 5)).toHaveLength(1);
      expect(await journal.recent('slack:T1/U1', 5)).toEqual([]);
      await close();
    }
    expect(await (await opened(path, KEY)).installations.get('T1')).toBe('token');
  });

  it('opens no installation that was moved to another workspace', async () => {
    const path = await ledgerPath();
    const { installations } = await opened(path, KEY);
    await installations.set('T1', 'token');
    tamper(path, "UPDATE installations SET workspace = 'T2'");
    expect(await installations.get('T2')).toBeNull();
  });

  it('keeps people of two ledgers from being compared', async () => {
    const hashes = await Promise.all(
      [null, null, KEY, KEY].map(async (key) => {
        const { journal } = await opened(await ledgerPath(), key);
        await journal.add(entryOf());
        return (await journal.list('question', 1))[0]?.person;
      }),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('drops threads and posts after 30 days without a change, and keeps what is set and what happened', async () => {
    const path = await ledgerPath();
    const old = await opened(path, null, { now: () => Date.now() - 31 * DAY });
    await old.threads.set('old', OWN);
    await old.threads.set('used', OWN);
    await old.posts.set('old', POST);
    await old.settings.change('slack:T1', { unfurl: true });
    await old.journal.add(entryOf({ at: 1 }));
    await old.close();
    const recent = await opened(path, null, { now: () => Date.now() - 29 * DAY });
    await recent.threads.set('used', OWN);
    await recent.posts.set('used', POST);
    await recent.close();

    const { threads, posts, settings, journal } = await opened(path);
    await vi.waitFor(async () => expect(await threads.get('old')).toBeNull());
    expect([await threads.get('old'), await posts.get('old')]).toEqual([null, null]);
    expect([await threads.get('used'), await posts.get('used')]).toEqual([OWN, POST]);
    expect(await settings.get('slack:T1')).toEqual({ unfurl: true });
    expect(await journal.list('question', 5)).toHaveLength(1);
  });

  it('deletes what was asked and answered when it is older than it is kept, and nothing else', async () => {
    const path = await ledgerPath();
    const before = await opened(path);
    // More than are deleted at a time.
    const old = Array.from({ length: 1_200 }, (_, index) => index);
    await Promise.all(
      old.flatMap((index) => [
        before.journal.add(entryOf({ at: Date.now() - 91 * DAY, question: `Is ${index} old?` })),
        before.answers.set(
          answerOf({ at: Date.now() - 91 * DAY, message: `${index}`, quotes: [quoteOf(`${index}`)] }),
        ),
      ]),
    );
    await before.journal.add(entryOf({ at: Date.now() - 89 * DAY, question: 'Is this recent?' }));
    await before.answers.set(answerOf({ at: Date.now() - 89 * DAY }));
    await before.settings.change('slack:T1', { unfurl: true });
    await before.close();

    const { journal, answers, settings, close } = await opened(path, null, { keep: 90 * DAY });
    const period = { from: 0, to: Date.now() };
    await vi.waitFor(async () => expect(await journal.within(period)).toHaveLength(1));
    await vi.waitFor(async () => expect(await answers.quoted()).toHaveLength(2));
    expect(await journal.within(period)).toMatchObject([{ question: 'Is this recent?' }]);
    expect(await answers.quoting('ferry', 'a')).toHaveLength(1);
    expect(await settings.get('slack:T1')).toEqual({ unfurl: true });
    await close();
    expect(readFileSync(path).includes('Is 7 old?')).toBe(false);
  });

  it('reads past entries of kinds that a later version may add', async () => {
    const path = await ledgerPath();
    const { journal } = await opened(path);
    await journal.add(entryOf({ question: 'Who?' }));
    await journal.add(entryOf({ question: 'When?' }));
    tamper(path, "UPDATE journal SET kind = 'a-later-kind' WHERE question = 'Who?'");
    expect(await journal.within({ from: 0, to: Number.MAX_SAFE_INTEGER })).toMatchObject([
      { question: 'When?' },
    ]);
    expect(await journal.recent('slack:T1/U1', 5)).toEqual(['When?']);
    expect(await journal.forget('slack:T1/U1')).toBe(2);
  });

  it('drops them while it is open, too', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { threads, close } = await opened(await ledgerPath());
    await threads.set('t', OWN);
    vi.advanceTimersByTime(29 * DAY);
    expect(await threads.get('t')).toEqual(OWN);
    vi.advanceTimersByTime(3 * DAY);
    await vi.waitFor(async () => expect(await threads.get('t')).toBeNull());
    await close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes a row that cannot be read for one that is not there', async () => {
    const path = await ledgerPath();
    const { settings, threads, posts, journal } = await opened(path);
    for (const name of ['good', 'bad']) {
      await settings.change(name, { story: 'ferry' });
      await threads.set(name, OWN);
      await posts.set(name, POST);
      await journal.add(entryOf({ question: name }));
    }
    tamper(
      path,
      `UPDATE settings SET json = '{"unfurl": "yes"}' WHERE place = 'bad';
      UPDATE threads SET json = '{' WHERE thread = 'bad';
      UPDATE posts SET message = '"' WHERE question = 'bad';
      UPDATE journal SET quoted = '{"start": -1}' WHERE question = 'bad'`,
    );
    expect(await settings.get('bad')).toEqual({});
    expect(await threads.get('bad')).toBeNull();
    expect(await posts.get('bad')).toBeNull();
    expect((await journal.list('question', 5)).map(({ question }) => question)).toEqual(['good']);
    expect(await threads.get('good')).toEqual(OWN);
    await settings.change('bad', { unfurl: true });
    expect(await settings.get('bad')).toEqual({ unfurl: true });
  });

  it('says that it is closed, instead of writing', async () => {
    const ledger = await opened(await ledgerPath());
    await ledger.close();
    await expect(ledger.threads.set('t', OWN)).rejects.toMatchObject({ name: 'LedgerError', code: 'closed' });
    await expect(ledger.settings.change('t', {})).rejects.toMatchObject({ code: 'closed' });
    await expect(ledger.threads.get('t')).rejects.toMatchObject({ code: 'closed' });
  });
});
