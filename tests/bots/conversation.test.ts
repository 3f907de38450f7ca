import { describe, expect, it } from 'vitest';
import type { Asked, ReplyPath } from '../../src/bots/desk.ts';
import type { Reply } from '../../src/bots/reply.ts';
import type { Answer, Question } from '../../src/knowledge/index.ts';
import { deskOf } from '../support/desk.ts';
import { held } from '../support/held.ts';
import { answeredWith, quoteOf } from '../support/quotes.ts';
import { rememberingLog } from '../support/remembering-log.ts';

function asked(more: Partial<Asked> = {}): Asked {
  return {
    deliveries: ['event:1'],
    place: { bot: 'slack', workspace: 'T1', channel: 'C1' },
    thread: 'slack:C1:1',
    text: 'How many?',
    ...more,
  };
}

function pathThatRemembers() {
  const posted: Reply[] = [];
  const path: ReplyPath = { post: async (reply) => posted.push(reply) };
  return { path, posted };
}

const ANSWER = answeredWith([quoteOf({})]);
const UNANSWERED: Answer = {
  status: 'unanswered',
  reason: 'empty',
  question: '',
  confidence: 0,
  quotes: [],
  nearest: [],
  related: [],
  stale: [],
  tookMs: 0,
  further: [],
};

describe('the desk', () => {
  it('answers a question where it was asked', async () => {
    const questions: Question[] = [];
    const desk = await deskOf(async (question) => {
      questions.push(question);
      return ANSWER;
    }, rememberingLog().log);
    const { path, posted } = pathThatRemembers();
    await desk.answer(asked(), path);
    expect(posted).toEqual([{ kind: 'answer', answer: ANSWER, notes: [] }]);
    expect(questions).toEqual([
      { text: 'How many?', scope: { place: asked().place, story: null }, earlier: [] },
    ]);
  });

  it('answers once what shares any name of its delivery, however often and however close it comes', async () => {
    const desk = await deskOf(async () => ANSWER, rememberingLog().log);
    const { path, posted } = pathThatRemembers();
    await Promise.all([
      desk.answer(asked({ deliveries: ['event:1', 'C1:1'] }), path),
      desk.answer(asked({ deliveries: ['event:2', 'C1:1'] }), path),
      desk.answer(asked({ deliveries: ['event:2'] }), path),
    ]);
    expect(posted).toHaveLength(1);
    await desk.answer(asked({ deliveries: ['event:3'] }), path);
    expect(posted).toHaveLength(2);
  });

  it('acknowledges before it looks for the answer, and once', async () => {
    const order: string[] = [];
    const desk = await deskOf(async () => {
      order.push('ask');
      return ANSWER;
    }, rememberingLog().log);
    const path: ReplyPath = {
      acknowledge: async () => order.push('acknowledge'),
      post: async () => order.push('post'),
    };
    await Promise.all([desk.answer(asked(), path), desk.answer(asked(), path)]);
    expect(order).toEqual(['acknowledge', 'ask', 'post']);
  });

  it('posts all the same when the platform does not take the acknowledgement', async () => {
    const { log, lines } = rememberingLog();
    const desk = await deskOf(async () => ANSWER, log);
    const { path, posted } = pathThatRemembers();
    const acknowledge = async () => {
      throw new Error('Unknown interaction');
    };
    await desk.answer(asked(), { ...path, acknowledge });
    expect(posted).toHaveLength(1);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('says that it failed, under the id that the log has, and not why', async () => {
    const { log, lines } = rememberingLog();
    const desk = await deskOf(async () => {
      throw new Error('the secret reason');
    }, log);
    const { path, posted } = pathThatRemembers();
    await desk.answer(asked(), path);
    const [reply] = posted;
    const id = reply?.kind === 'notice' ? /id ([0-9a-f]{8})\./.exec(reply.sentence)?.[1] : undefined;
    expect(id).toBeDefined();
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(lines.find(({ fields }) => fields.id === id)?.fields.err).toEqual(new Error('the secret reason'));
  });

  it('tells the person when the platform refuses the answer', async () => {
    const desk = await deskOf(async () => ANSWER, rememberingLog().log);
    const posted: Reply[] = [];
    await desk.answer(asked(), {
      post: async (reply) => {
        if (reply.kind === 'answer') throw new Error('invalid_blocks');
        posted.push(reply);
      },
    });
    expect(posted).toMatchObject([
      { kind: 'notice', sentence: expect.stringMatching(/could not be posted/) },
    ]);
  });

  it('never rejects, even when nothing at all can be posted', async () => {
    const { log, lines } = rememberingLog();
    const desk = await deskOf(async () => ANSWER, log);
    const post = async () => {
      throw new Error('gone');
    };
    await expect(desk.answer(asked(), { post })).resolves.toBeUndefined();
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  it('remembers the last questions of a thread, and of no other', async () => {
    const earlier: string[][] = [];
    const desk = await deskOf(async (question) => {
      earlier.push(question.earlier.map((turn) => turn.question));
      return { ...ANSWER, question: question.text };
    }, rememberingLog().log);
    const { path } = pathThatRemembers();
    const say = (text: string, thread: string | null) =>
      desk.answer(asked({ deliveries: [`${thread}:${text}`], text, thread }), path);
    for (const text of ['one', 'two', 'three', 'four', 'five']) await say(text, 'here');
    await say('six', 'there');
    await say('seven', null);
    await say('eight', null);
    expect(earlier).toEqual([
      [],
      ['one'],
      ['one', 'two'],
      ['one', 'two', 'three'],
      ['two', 'three', 'four'],
      [],
      [],
      [],
    ]);
  });

  it('remembers where the quotation of each question of a message stands, and none of its text', async () => {
    const questions: Question[] = [];
    const quote = quoteOf({ text: 'It passed.', start: 7, end: 17, citation: { article: 'post' } });
    const unsure: Answer = { ...UNANSWERED, reason: 'unsure', question: 'and why?' };
    const desk = await deskOf(async (question) => {
      questions.push(question);
      return { ...answeredWith([quote]), question: 'did it pass?', further: [unsure] };
    }, rememberingLog().log);
    const { path, posted } = pathThatRemembers();
    await desk.answer(asked({ deliveries: ['1'], text: 'did it pass? and why?' }), path);
    await desk.answer(asked({ deliveries: ['2'], text: 'when?' }), path);
    expect(posted[0]?.kind).toBe('several');
    expect(questions[1]?.earlier).toEqual([
      {
        question: 'did it pass?',
        quoted: { story: 'ferry-vote', article: 'post', start: 7, end: 17 },
      },
      { question: 'and why?', quoted: null },
    ]);
  });

  it('does not remember what was no question', async () => {
    const earlier: string[][] = [];
    const desk = await deskOf(async (question) => {
      earlier.push(question.earlier.map((turn) => turn.question));
      return UNANSWERED;
    }, rememberingLog().log);
    const { path } = pathThatRemembers();
    await desk.answer(asked({ deliveries: ['1'], text: '' }), path);
    await desk.answer(asked({ deliveries: ['2'], text: 'one' }), path);
    expect(earlier).toEqual([[], []]);
  });

  it('when it closes, finishes what is in flight, and asks who still comes to ask again', async () => {
    const { until, release } = held();
    const desk = await deskOf(async () => {
      await until;
      return ANSWER;
    }, rememberingLog().log);
    const { path, posted } = pathThatRemembers();
    const inFlight = desk.answer(asked({ deliveries: ['1'] }), path);
    const closing = desk.close();
    await desk.answer(asked({ deliveries: ['2'] }), path);
    expect(posted).toMatchObject([
      { kind: 'notice', sentence: expect.stringMatching(/ask again in a minute/) },
    ]);
    release();
    await closing;
    await inFlight;
    expect(posted).toHaveLength(2);
    await desk.close();
  });
});
