import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entry, Ledger, Thread } from '../../src/ledger/ledger.ts';

export const KEY = 'a key of more than sixteen characters';

/** An entry of the journal, as far as a test does not care. */
export function entryOf(fields: Partial<Entry> = {}): Entry {
  return {
    kind: 'question',
    at: 1_785_000_000_000,
    place: 'slack:T1/C1',
    person: 'slack:T1/U1',
    question: 'Who owns the ferry?',
    outcome: 'answered',
    quoted: { story: 'ferry', article: 'post-2026-01-02', start: 0, end: 12 },
    ...fields,
  };
}

const THREAD: Thread = {
  own: true,
  turns: [
    { question: 'Who owns the ferry?', quoted: { story: 'ferry', article: 'a', start: 3, end: 40 } },
    { question: 'And the pier?', quoted: null },
  ],
};

/** What people write and platforms send, and no store may trip over. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['emoji', '👩‍👩‍👧 who? 🇫🇮'],
  ['NUL', 'a\0b'],
  ['half a surrogate pair', 'a\ud83d'],
  ['quotes', `'; DROP TABLE settings; -- " \\" \\u0000 \\`],
  ['a wildcard', '%_*'],
  ['the name of a prototype', '__proto__'],
  ['the name of a method', 'constructor'],
  ['a byte order mark and line breaks', '\ufeffa\r\n\u2028b'],
  ['a very long text', 'é'.repeat(200_000)],
];

/** What every ledger must do; each store runs it. `open` returns a ledger that holds nothing yet. */
export function describeLedger(name: string, open: (key: string | null) => Promise<Ledger>): void {
  describe(`${name} keeps the ledger contract`, () => {
    const opened = async (key: string | null = null) => {
      const ledger = await open(key);
      onTestFinished(() => ledger.close());
      return ledger;
    };

    it('knows nothing at first', async () => {
      const { settings, threads, posts, journal, installations } = await opened(KEY);
      expect(await settings.get('slack:T1')).toEqual({});
      expect(await threads.get('t')).toBeNull();
      expect(await posts.get('q')).toBeNull();
      expect(await journal.recent('slack:T1/U1', 5)).toEqual([]);
      expect(await journal.list('question', 5)).toEqual([]);
      expect(await installations.get('T1')).toBeNull();
    });

    it('changes the settings that are given, and leaves the others', async () => {
      const { settings } = await opened();
      await settings.change('slack:T1', { story: 'ferry', followUps: false });
      await settings.change('slack:T1', { followUps: true, unfurl: true });
      await settings.change('slack:T1', { mayChange: 'admins' });
      expect(await settings.get('slack:T1')).toEqual({
        story: 'ferry',
        followUps: true,
        unfurl: true,
        mayChange: 'admins',
      });
      await settings.change('slack:T1', { story: null });
      expect((await settings.get('slack:T1')).story).toBeNull();
    });

    it('takes a setting that is undefined for one that is not given', async () => {
      const { settings } = await opened();
      await settings.change('slack:T1', { unfurl: true });
      await settings.change('slack:T1', { unfurl: undefined } as object);
      expect(await settings.get('slack:T1')).toEqual({ unfurl: true });
    });

    it('loses no change of several that are made at once', async () => {
      const { settings } = await opened();
      await Promise.all([
        settings.change('slack:T1', { story: 'ferry' }),
        settings.change('slack:T1', { followUps: true }),
        settings.change('slack:T1', { unfurl: false }),
      ]);
      expect(await settings.get('slack:T1')).toEqual({ story: 'ferry', followUps: true, unfurl: false });
    });

    it('keeps places apart, a workspace from its channels too', async () => {
      const { settings } = await opened();
      const places = ['slack:T1', 'slack:T1/C1', 'slack:t1', 'slack:T1/C1 ', 'discord:T1', '__proto__'];
      for (const place of places) await settings.change(place, { story: `of ${place}` });
      for (const place of places) expect(await settings.get(place)).toEqual({ story: `of ${place}` });
      expect(await settings.get('toString')).toEqual({});
    });

    it('keeps the last state of a thread, which nobody changes from outside', async () => {
      const { threads } = await opened();
      await threads.set('t', { own: false, turns: [] });
      const turns = [...THREAD.turns];
      await threads.set('t', { own: true, turns });
      turns.pop();
      expect(await threads.get('t')).toEqual(THREAD);
      expect(await threads.get('T')).toBeNull();
    });

    it('keeps what a button finds its answer again by', async () => {
      const { askings } = await opened();
      await askings.set('a', '{"q":"who won?"}');
      await askings.set('a', '{"q":"who won?"}');
      expect(await askings.get('a')).toBe('{"q":"who won?"}');
      expect(await askings.get('b')).toBeNull();
    });

    it('keeps where the answer to a question stands, until that is removed', async () => {
      const { posts } = await opened();
      await posts.set('q', { channel: 'C1', message: '1.000' });
      await posts.set('q', { channel: 'C1', message: '2.000' });
      await posts.set('r', { channel: 'C2', message: '3.000' });
      expect(await posts.get('q')).toEqual({ channel: 'C1', message: '2.000' });
      await posts.remove('q');
      await posts.remove('never there');
      expect(await posts.get('q')).toBeNull();
      expect(await posts.get('r')).toEqual({ channel: 'C2', message: '3.000' });
    });

    it('lists the entries of a kind, newest first, and no more than are wanted', async () => {
      const { journal } = await opened();
      await journal.add(entryOf({ question: 'second', at: 2 }));
      await journal.add(entryOf({ question: 'third', at: 3 }));
      await journal.add(entryOf({ question: 'first', at: 1, outcome: 'unsure', quoted: null }));
      await journal.add(entryOf({ question: 'third, later', at: 3 }));
      await journal.add(entryOf({ kind: 'feedback', outcome: 'helpful', at: 9 }));
      const questions = async (most: number) =>
        (await journal.list('question', most)).map(({ question }) => question);
      expect(await questions(9)).toEqual(['third, later', 'third', 'second', 'first']);
      expect(await questions(2)).toEqual(['third, later', 'third']);
      expect([await questions(0), await questions(-1)]).toEqual([[], []]);
      expect(await questions(Number.POSITIVE_INFINITY)).toHaveLength(4);
      expect(await journal.list('feedback', 9)).toMatchObject([{ outcome: 'helpful', at: 9 }]);
      expect(await journal.list('for-the-desk', 9)).toEqual([]);
    });

    it('keeps an entry as it was, but for the person, of whom it keeps a hash', async () => {
      const { journal } = await opened(KEY);
      await journal.add(entryOf());
      await journal.add(entryOf({ person: null, quoted: null }));
      const [nobody, somebody] = await journal.list('question', 2);
      expect(nobody).toEqual(entryOf({ person: null, quoted: null }));
      expect(somebody).toEqual(entryOf({ person: expect.stringMatching(/^[\w-]{43}$/) }));
    });

    it('gives the last different questions of a person, and of nobody else', async () => {
      const { journal } = await opened();
      const asked = async (question: string, at: number, fields: Partial<Entry> = {}) =>
        journal.add(entryOf({ question, at, ...fields }));
      await asked('Who?', 1);
      await asked('When?', 2);
      await asked('Who?', 3);
      await asked('Where?', 3);
      await asked('How?', 4, { person: 'slack:T1/U2' });
      await asked('Why?', 5, { person: null });
      await asked('Why?', 6, { kind: 'feedback' });
      expect(await journal.recent('slack:T1/U1', 9)).toEqual(['Where?', 'Who?', 'When?']);
      expect(await journal.recent('slack:T1/U1', 2)).toEqual(['Where?', 'Who?']);
      expect(await journal.recent('slack:T1/U1', 0)).toEqual([]);
      expect(await journal.recent('slack:T1/U2', 9)).toEqual(['How?']);
      expect(await journal.recent('slack:T2/U1', 9)).toEqual([]);
    });

    it('keeps installations by workspace, until they are removed', async () => {
      const { installations } = await opened(KEY);
      await installations.set('T1', '{"token":"one"}');
      await installations.set('T2', '{"token":"two"}');
      await installations.set('T1', '{"token":"three"}');
      expect(await installations.get('T1')).toBe('{"token":"three"}');
      await installations.remove('T1');
      expect(await installations.get('T1')).toBeNull();
      expect(await installations.get('T2')).toBe('{"token":"two"}');
    });

    it('takes no installation without a key, and says what to set', async () => {
      const { installations } = await opened();
      await expect(installations.set('T1', 'token')).rejects.toMatchObject({
        name: 'LedgerError',
        code: 'no-key',
        message: expect.stringContaining('LEDGER_KEY'),
      });
      expect(await installations.get('T1')).toBeNull();
      await installations.remove('T1');
    });

    it.each(HOSTILE)('gives back %s as it was, as a name and as a text', async (_, text) => {
      const { settings, threads, posts, journal } = await opened();
      await settings.change(text, { story: text });
      await threads.set(text, { own: false, turns: [{ question: text, quoted: null }] });
      await posts.set(text, { channel: text, message: text });
      const entry = entryOf({ place: text, person: text, question: text, outcome: text });
      await journal.add(entry);
      // Names that begin alike are others.
      expect(await settings.get(`${text}\0`)).toEqual({});
      expect(await posts.get(`${text}a`)).toBeNull();

      expect(await settings.get(text)).toEqual({ story: text });
      expect((await threads.get(text))?.turns[0]?.question === text).toBe(true);
      expect(await posts.get(text)).toEqual({ channel: text, message: text });
      expect((await journal.recent(text, 1))[0] === text).toBe(true);
      expect(await journal.list('question', 1)).toEqual([{ ...entry, person: expect.any(String) }]);
    });

    it('gives back installations as they were, whatever they and their workspaces are called', async () => {
      const { installations } = await opened(KEY);
      for (const [, text] of HOSTILE) await installations.set(text, text);
      for (const [, text] of HOSTILE) expect((await installations.get(text)) === text).toBe(true);
    });

    it('may be closed twice', async () => {
      const ledger = await opened();
      await ledger.close();
      await expect(ledger.close()).resolves.toBeUndefined();
    });
  });
}
