import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entry, Ledger, PostedAnswer, Thread } from '../../src/ledger/ledger.ts';

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
    confidence: 0.75,
    quoted: { story: 'ferry', article: 'post-2026-01-02', start: 0, end: 12 },
    ...fields,
  };
}

/** A sentence of an answer. */
export function quoteOf(article: string, text = 'The ferry belongs to the town.') {
  return { story: 'ferry', article, start: 4, end: 4 + text.length, text };
}

/** An answer that was posted, as far as a test does not care. */
export function answerOf(fields: Partial<PostedAnswer> = {}): PostedAnswer {
  return {
    bot: 'slack',
    channel: 'C1',
    message: '1.000',
    workspace: 'T1',
    at: 1_785_000_000_000,
    place: 'slack:T1/C1',
    asking: '{"q":"Who owns the ferry?"}',
    view: '{}',
    quotes: [quoteOf('a'), quoteOf('a', 'It was built in 1961.'), quoteOf('b')],
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
export const HOSTILE: readonly (readonly [string, string])[] = [
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
      const { settings, threads, posts, journal, answers, installations } = await opened(KEY);
      expect(await settings.get('slack:T1')).toEqual({});
      expect(await threads.get('t')).toBeNull();
      expect(await posts.get('q')).toBeNull();
      expect(await journal.recent('slack:T1/U1', 5)).toEqual([]);
      expect(await journal.list('question', 5)).toEqual([]);
      expect(await journal.within({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual([]);
      expect(await journal.forget('slack:T1/U1')).toBe(0);
      expect(await answers.quoted()).toEqual([]);
      expect(await answers.quoting('ferry', 'a')).toEqual([]);
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

    it('gives the entries of a period, whatever they are, oldest first', async () => {
      const { journal } = await opened();
      const questions = async (from: number, to: number) =>
        (await journal.within({ from, to })).map(({ question }) => question);
      await journal.add(entryOf({ question: 'third', at: 3, confidence: 0 }));
      await journal.add(entryOf({ question: 'first', at: 1, confidence: null, quoted: null }));
      await journal.add(entryOf({ question: 'third, later', at: 3, confidence: 1 }));
      await journal.add(entryOf({ question: 'second', at: 2, kind: 'feedback', outcome: 'helpful' }));
      await journal.add(entryOf({ question: 'fourth', at: 4, kind: 'for-the-desk', outcome: '' }));
      expect(await questions(0, 9)).toEqual(['first', 'second', 'third', 'third, later', 'fourth']);
      expect(await questions(2, 4)).toEqual(['second', 'third', 'third, later']);
      expect([await questions(3, 3), await questions(9, 0)]).toEqual([[], []]);
      expect(await questions(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toHaveLength(5);
      expect((await journal.within({ from: 0, to: 9 })).map(({ confidence }) => confidence)).toEqual([
        null,
        0.75,
        0,
        1,
        0.75,
      ]);
    });

    it('takes a confidence that is none for one that is not known', async () => {
      const { journal } = await opened();
      for (const confidence of [Number.NaN, 7, -1]) await journal.add(entryOf({ confidence }));
      expect((await journal.list('question', 9)).map(({ confidence }) => confidence)).toEqual([
        null,
        null,
        null,
      ]);
    });

    it('keeps that an answer was corrected beside what was asked, of nobody, and counts it as no question', async () => {
      const { journal } = await opened(KEY);
      const question = 'What does a ticket cost?';
      const corrected = entryOf({ kind: 'correction', person: null, confidence: null, question, at: 7 });
      await journal.add(entryOf({ question, at: 1 }));
      for (const outcome of ['changed', 'gone']) await journal.add({ ...corrected, outcome });
      await journal.add({ ...corrected, outcome: 'withdrawn', question: '', quoted: null, at: 8 });
      const all = [
        { ...corrected, outcome: 'withdrawn', question: '', quoted: null, at: 8 },
        { ...corrected, outcome: 'gone' },
        { ...corrected, outcome: 'changed' },
      ];
      expect(await journal.list('correction', 9)).toEqual(all);
      expect(await journal.list('question', 9)).toHaveLength(1);
      expect((await journal.within({ from: 2, to: 9 })).toReversed()).toEqual(all);
      expect(await journal.recent('slack:T1/U1', 9)).toEqual([question]);
      expect(await journal.forget('slack:T1/U1')).toBe(1);
      expect(await journal.list('correction', 9)).toHaveLength(3);
    });

    it('forgets what a person asked and said, and nobody else', async () => {
      const { journal } = await opened(KEY);
      const kinds = ['question', 'question', 'feedback', 'for-the-desk'] as const;
      for (const kind of kinds) await journal.add(entryOf({ kind }));
      for (const person of ['slack:T1/U2', 'slack:T2/U1', null]) await journal.add(entryOf({ person }));
      expect(await journal.forget('slack:T1/U1')).toBe(4);
      expect(await journal.forget('slack:T1/U1')).toBe(0);
      expect(await journal.recent('slack:T1/U1', 9)).toEqual([]);
      expect(await journal.within({ from: 0, to: Number.MAX_SAFE_INTEGER })).toHaveLength(3);
    });

    it('finds the answers that quote an article, oldest first', async () => {
      const { answers } = await opened();
      const second = answerOf({ message: '2', at: 2, quotes: [quoteOf('b')] });
      const first = answerOf({ message: '1', at: 1 });
      const other = answerOf({ message: '3', quotes: [{ ...quoteOf('a'), story: 'pier' }], workspace: null });
      for (const answer of [second, first, other]) await answers.set(answer);
      expect(await answers.quoting('ferry', 'b')).toEqual([first, second]);
      expect(await answers.quoting('ferry', 'a')).toEqual([first]);
      expect(await answers.quoting('pier', 'a')).toEqual([other]);
      expect(await answers.quoting('ferry', 'A')).toEqual([]);
      const quoted = await answers.quoted();
      expect(quoted).toHaveLength(3);
      expect(quoted).toEqual(
        expect.arrayContaining([
          { story: 'ferry', article: 'a' },
          { story: 'ferry', article: 'b' },
          { story: 'pier', article: 'a' },
        ]),
      );
    });

    it('keeps the last state of an answer, by bot, channel and message, until it is removed', async () => {
      const { answers } = await opened();
      const names = [{}, { bot: 'discord' }, { channel: 'C2' }, { message: '1.0001' }] as const;
      for (const name of names) await answers.set(answerOf(name));
      await answers.set(answerOf({ quotes: [quoteOf('c')] }));
      expect(await answers.quoting('ferry', 'a')).toHaveLength(3);
      expect(await answers.quoting('ferry', 'c')).toEqual([answerOf({ quotes: [quoteOf('c')] })]);
      await answers.remove({ bot: 'slack', channel: 'C1', message: '1.000' });
      await answers.remove({ bot: 'slack', channel: 'C1', message: 'never there' });
      expect(await answers.quoting('ferry', 'c')).toEqual([]);
      for (const name of names) await answers.set(answerOf({ ...name, quotes: [] }));
      expect(await answers.quoted()).toEqual([]);
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
      const { settings, threads, posts, askings, journal, answers } = await opened();
      await settings.change(text, { story: text });
      await askings.set(text, text);
      const quote = { ...quoteOf(text, text), story: text };
      const texts = { channel: text, message: text, workspace: text, place: text, asking: text, view: text };
      await answers.set(answerOf({ ...texts, quotes: [quote] }));
      await threads.set(text, { own: false, turns: [{ question: text, quoted: null }] });
      await posts.set(text, { channel: text, message: text });
      const entry = entryOf({ place: text, person: text, question: text, outcome: text });
      await journal.add(entry);
      // Names that begin alike are others.
      expect(await settings.get(`${text}\0`)).toEqual({});
      expect(await posts.get(`${text}a`)).toBeNull();

      expect(await settings.get(text)).toEqual({ story: text });
      expect((await askings.get(text)) === text).toBe(true);
      expect(await answers.quoted()).toEqual([{ story: text, article: text }]);
      expect(await answers.quoting(text, text)).toEqual([answerOf({ ...texts, quotes: [quote] })]);
      expect(await answers.quoting(text, `${text}a`)).toEqual([]);
      expect((await threads.get(text))?.turns[0]?.question === text).toBe(true);
      expect(await posts.get(text)).toEqual({ channel: text, message: text });
      // A question whose text is not kept is none that could be asked again.
      expect(await journal.recent(text, 1)).toEqual(text === '' ? [] : [text]);
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
