import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, MAX_QUESTION_LENGTH } from '../../src/knowledge/answer.ts';
import type { Story } from '../../src/knowledge/article.ts';
import { ask } from '../../src/knowledge/ask.ts';
import type { Place } from '../../src/knowledge/place.ts';
import { articleOf, storyOf } from '../support/articles.ts';
import { shelfOf } from '../support/shelf.ts';

const TERMINAL: Place = { bot: 'terminal' };

async function answerTo(
  text: string,
  stories: readonly Story[],
  {
    place = TERMINAL,
    story = null,
    earlier = [],
  }: { place?: Place; story?: string | null; earlier?: string[] } = {},
): Promise<Answer> {
  const turns = earlier.map((question) => ({ question, quoted: null }));
  return ask(await shelfOf(stories), { text, scope: { place, story }, earlier: turns });
}

const FERRY = storyOf([
  articleOf({
    body: `The council voted for a night ferry on Sunday. The motion passed by 11 votes to 4.

Mayor Tomas Hale said the boat would begin on June 1. A ticket will cost $3.50.`,
  }),
]);
const BRIDGE = storyOf(
  [articleOf({ story: 'bridge', id: 'bridge', body: 'The old bridge was closed in 1974 because of rust.' })],
  { slug: 'bridge', title: 'The old bridge' },
);

describe('ask', () => {
  it('answers with the sentence that holds what was asked for', async () => {
    const answer = await answerTo('how many votes did the motion get?', [FERRY]);
    expect(answer).toMatchObject({
      status: 'answered',
      quotes: [{ text: 'The motion passed by 11 votes to 4.' }],
    });
    expect(answer.confidence).toBeGreaterThan(0.5);
    expect(answer.tookMs).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['what does a ticket cost?', 'A ticket will cost $3.50.'],
    ['When does the boat begin?', 'Mayor Tomas Hale said the boat would begin on June 1.'],
    ['who is the mayor', 'Mayor Tomas Hale said the boat would begin on June 1.'],
    ['waht does a tiket cost', 'A ticket will cost $3.50.'],
    ['WHY WAS THE BRIDGE CLOSED', 'The old bridge was closed in 1974 because of rust.'],
  ])('finds what answers %s', async (question, text) => {
    expect(await answerTo(question, [FERRY, BRIDGE])).toMatchObject({ quotes: [{ text }] });
  });

  it('quotes no question as its answer, unless it is asked what was asked', async () => {
    const told = storyOf([
      articleOf({
        body: 'Reporters met on Monday. Did the mayor sell the night ferry?! It rained. The bridge is old.',
      }),
    ]);
    const shownTo = async (question: string) => {
      const answer = await answerTo(question, [told]);
      const shown = answer.status === 'answered' ? answer.quotes : answer.nearest;
      return { status: answer.status, asks: shown.some(({ text }) => text.endsWith('?!')) };
    };
    expect(await shownTo('Did the mayor sell the night ferry?')).toEqual({
      status: 'unanswered',
      asks: false,
    });
    expect((await shownTo('What was asked of the mayor and the night ferry?')).asks).toBe(true);
  });

  it.each(['Who is the CEO of Amazon?', 'What is the recipe for pancakes?', 'Who won the marathon?'])(
    'says that the story does not say: %s',
    async (question) => {
      expect(await answerTo(question, [FERRY, BRIDGE])).toMatchObject({ status: 'unanswered', quotes: [] });
    },
  );

  it('says so when the story tells of a thing but not what is asked about it', async () => {
    const answer = await answerTo('How many people crossed the bridge in a year?', [BRIDGE]);
    expect(answer.status).toBe('unanswered');
  });

  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['?!…', 'empty'],
    ['🤷', 'empty'],
    ['x'.repeat(MAX_QUESTION_LENGTH + 1), 'too-long'],
  ])('refuses %j as %s', async (question, reason) => {
    expect(await answerTo(question, [FERRY])).toMatchObject({ status: 'unanswered', reason, nearest: [] });
  });

  it('takes a question of the greatest length', async () => {
    const answer = await answerTo('motion '.repeat(200).slice(0, MAX_QUESTION_LENGTH), [FERRY]);
    expect(answer).not.toMatchObject({ reason: 'too-long' });
  });

  it('looks only in the story that is meant', async () => {
    const answer = await answerTo('why was the bridge closed?', [FERRY, BRIDGE], { story: 'ferry-vote' });
    expect(answer.status).toBe('unanswered');
  });

  it('knows when there is no such story', async () => {
    const answer = await answerTo('why?', [FERRY], { story: 'no-such' });
    expect(answer).toMatchObject({ status: 'unanswered', reason: 'no-story' });
  });

  it('answers "how many" with a count where the nearest sentence has only a proportion', async () => {
    const vote = storyOf([
      articleOf({
        body: 'Half of the dockers came and they voted against striking more than 2-1. In the end 340 of them rejected the strike.',
      }),
    ]);
    expect(await answerTo('how many were against', [vote])).toMatchObject({
      status: 'answered',
      quotes: [{ text: expect.stringContaining('340 of them') }],
    });
  });

  it('understands a follow-up by the question before it', async () => {
    const alone = await answerTo('and when?', [FERRY, BRIDGE]);
    expect(alone.status).toBe('unanswered');
    const after = await answerTo('and when?', [FERRY, BRIDGE], { earlier: ['why was the bridge closed?'] });
    expect(after).toMatchObject({ status: 'answered', quotes: [{ text: expect.stringContaining('1974') }] });
  });

  it('takes a question about "this" to be about the only story there is', async () => {
    expect(await answerTo('who is the mayor here?', [FERRY])).toMatchObject({ status: 'answered' });
  });

  it('puts other sources that say the same after the first', async () => {
    const twice = storyOf([
      articleOf({ id: 'a', body: 'The motion passed by 11 votes to 4.' }),
      articleOf({ id: 'b', outlet: 'Radio', body: 'It rained. The motion passed with 11 votes.' }),
    ]);
    const answer = await answerTo('how many votes did the motion get?', [twice]);
    expect(answer.quotes.map(({ citation }) => citation.article).sort()).toEqual(['a', 'b']);
  });

  it('emboldens nothing in a sentence that is only the closest', async () => {
    const answer = await answerTo('who painted the old bridge?', [BRIDGE]);
    expect(answer).toMatchObject({
      reason: 'unsure',
      nearest: [{ text: 'The old bridge was closed in 1974 because of rust.', emphasis: [] }],
    });
  });

  it('never answers with a question', async () => {
    const asked = storyOf([
      articleOf({
        kind: 'transcript',
        body: 'HOST: How many votes did the motion get?\n\nGUEST: It got 11.',
      }),
    ]);
    expect(await answerTo('how many votes did the motion get?', [asked])).toMatchObject({
      quotes: [{ text: 'It got 11.', citation: { speaker: 'GUEST' } }],
    });
  });

  it.each(['constructor', '__proto__', 'toString hasOwnProperty', 'a.b*c[d](e)|f\\', '\ud800 vote', '"vote'])(
    'survives the question %j',
    async (question) => {
      expect(await answerTo(question, [FERRY])).toHaveProperty('status');
    },
  );

  it('quotes letter for letter, whatever the body and the question are', async () => {
    const words = fc.constantFrom(
      'vote',
      'The vote ',
      'U.S. ',
      '11 ',
      '.',
      '"',
      '\n\n',
      ' ',
      '“',
      '?',
      'é',
      '👩‍👩‍👧',
      '\u202e',
    );
    const bodies = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bodies, fc.string({ unit: 'grapheme' }), async (pieces, more) => {
        const body = pieces.join('');
        const answer = await answerTo(`vote 11 ${more}`, [storyOf([articleOf({ body })])]);
        const quotes = answer.status === 'answered' ? answer.quotes : answer.nearest;
        for (const { text, start, end, emphasis, before, after } of quotes) {
          expect(body.slice(start, end)).toBe(text);
          expect(body).toContain(before);
          expect(body).toContain(after);
          let last = 0;
          for (const span of emphasis) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThan(span.start);
            last = span.end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
