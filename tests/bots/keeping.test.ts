import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDesk } from '../../src/bots/conversation.ts';
import type { Reply } from '../../src/bots/reply.ts';
import type { Question } from '../../src/knowledge/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { storyOf } from '../support/articles.ts';
import { deskOf } from '../support/desk.ts';
import { answeredWith, quoteOf } from '../support/quotes.ts';
import { rememberingLog } from '../support/remembering-log.ts';

const PLACE = { bot: 'slack', workspace: 'T1', channel: 'C1' } as const;
const ask = async ({ text }: Question) => ({ ...answeredWith([quoteOf({})]), question: text });
const asked = (text: string, more = {}) => ({
  deliveries: [text],
  place: PLACE,
  thread: 'slack:C1:1',
  text,
  person: 'slack:T1/U1',
  ...more,
});
const path = { post: async () => undefined };
/** The desk writes once an answer is on its way. */
const written = () => new Promise((resolve) => setImmediate(resolve));

describe('what the desk keeps', () => {
  it('is what was asked and what came of it, under the hash of who asked', async () => {
    const ledger = await memoryLedger(null);
    const desk = await deskOf(ask, rememberingLog().log, ledger);
    await desk.answer(asked('who won?'), path);
    await written();
    const [entry] = await ledger.journal.list('question', 5);
    expect(entry).toMatchObject({ question: 'who won?', outcome: 'answered', place: 'slack:T1/C1' });
    // 32 bytes in base64url, which may well have "U1" in them by chance.
    expect(entry?.person).toMatch(/^[\w-]{43}$/);
    expect(await ledger.journal.recent('slack:T1/U1', 5)).toEqual(['who won?']);
  });

  it('is a thread, which is ours where it began with a question, and stays so after a restart', async () => {
    const ledger = await memoryLedger(null);
    const earlier: string[][] = [];
    const remembering = async (question: Question) => {
      earlier.push(question.earlier.map((turn) => turn.question));
      return ask(question);
    };
    await (await deskOf(remembering, rememberingLog().log, ledger)).answer(
      asked('who won?', { opens: true }),
      path,
    );
    await written();
    const later = await deskOf(remembering, rememberingLog().log, ledger);
    await later.answer(asked('and when?', { deliveries: ['2'] }), path);
    await written();
    expect(earlier).toEqual([[], ['who won?']]);
    expect(await ledger.threads.get('slack:C1:1')).toMatchObject({ own: true });
  });

  it('is a thread in which another process has answered meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const ledger = await memoryLedger(null);
    const earlier: string[][] = [];
    const remembering = async (question: Question) => {
      earlier.push(question.earlier.map((turn) => turn.question));
      return ask(question);
    };
    const [one, other] = await Promise.all(
      [0, 1].map(() => deskOf(remembering, rememberingLog().log, ledger)),
    );
    for (const [desk, text] of [
      [one, 'who won?'],
      [other, 'and when?'],
      [one, 'and where?'],
    ] as const) {
      await desk?.answer(asked(text, { opens: true }), path);
      await written();
      vi.advanceTimersByTime(3_000);
    }
    expect(earlier).toEqual([[], ['who won?'], ['who won?', 'and when?']]);
  });

  it('is a thread of ours also where somebody only called us, and asks then', async () => {
    const ledger = await memoryLedger(null);
    const empty = {
      ...(await ask({ text: '', scope: { place: PLACE, story: null }, earlier: [] })),
      status: 'unanswered' as const,
      reason: 'empty' as const,
      quotes: [] as const,
      nearest: [],
    };
    const desk = await deskOf(async () => empty, rememberingLog().log, ledger);
    await desk.answer(asked('', { opens: true }), path);
    await written();
    expect(await ledger.threads.get('slack:C1:1')).toEqual({ own: true, turns: [] });
    expect(await ledger.journal.list('question', 5)).toEqual([]);
  });
});

describe('a channel that is tied to a story', () => {
  it('asks that story, as long as it is there and open', async () => {
    const ledger = await memoryLedger(null);
    await ledger.settings.change('slack/channel/C1', { story: 'ferry' });
    const scopes: (string | null)[] = [];
    const stories = [storyOf([], { slug: 'ferry' })];
    const knowledge = {
      ask: async (question: Question) => {
        scopes.push(question.scope.story);
        return ask(question);
      },
      storiesOpenTo: () => stories,
    };
    const desk = openDesk({ knowledge, ledger, log: rememberingLog().log });
    await desk.answer(asked('one'), path);
    await desk.answer(asked('two', { place: { ...PLACE, channel: 'C2' } }), path);
    await desk.answer(asked('three', { story: null }), path);
    stories.length = 0;
    await desk.answer(asked('four'), path);
    expect(scopes).toEqual(['ferry', null, null, null]);
  });
});

/** A ledger of which nothing works. */
function broken(fail: () => Promise<never>): Ledger {
  const store = new Proxy({}, { get: () => fail });
  return new Proxy({} as Ledger, { get: (_, name) => (name === 'close' ? async () => undefined : store) });
}

describe('a ledger that fails', () => {
  it('keeps no answer back, and loses nothing of a thread while the process lives', async () => {
    const { log, lines } = rememberingLog();
    const earlier: number[] = [];
    const desk = await deskOf(
      async (question) => {
        earlier.push(question.earlier.length);
        return ask(question);
      },
      log,
      broken(async () => Promise.reject(new Error('disk full'))),
    );
    const posted: Reply[] = [];
    const remembering = { post: async (reply: Reply) => posted.push(reply) };
    await desk.answer(asked('one'), remembering);
    await desk.answer(asked('two'), remembering);
    expect(posted.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
    expect(earlier).toEqual([0, 1]);
    await written();
    expect(lines.some(({ message }) => message.includes('the ledger cannot be used'))).toBe(true);
  });

  it('keeps no answer back although it never answers', async () => {
    const desk = await deskOf(
      ask,
      rememberingLog().log,
      broken(() => new Promise(() => {})),
    );
    const posted: Reply[] = [];
    await desk.answer(asked('one'), { post: async (reply: Reply) => posted.push(reply) });
    expect(posted).toHaveLength(1);
  });
});
