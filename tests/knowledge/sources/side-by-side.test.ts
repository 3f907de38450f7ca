import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../src/knowledge/answer.ts';
import type { Article } from '../../../src/knowledge/article.ts';
import { ask } from '../../../src/knowledge/ask.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';
import { watched } from '../../support/watchdog.ts';

async function answerOf(text: string, ...articles: Partial<Article>[]): Promise<Answered> {
  const shelf = await shelfOf([storyOf(articles.map((article) => articleOf(article)))]);
  const scope = { place: { bot: 'terminal' }, story: null } as const;
  const answer = await ask(shelf, { text, scope, earlier: [] });
  if (answer.status !== 'answered') throw new Error(answer.reason);
  return answer;
}

/** Of each quote its article, relation and copies, in a form that does not depend on which ranks first. */
const shown = ({ quotes }: Answered) =>
  quotes.map(({ citation, also }) => [citation.article, ...also.map(({ article }) => article)].sort());

const WIRE = 'The motion passed by 11 votes to 4 after a long debate in the town hall of Ellery.';
const QUESTION = 'how many votes did the motion get?';
const EARLY = { id: 'early', published: '2024-03-04', body: 'At least 12 people died in the mill fire.' };
const FINAL = { id: 'final', published: '2024-03-05', body: 'In all, 17 people died in the mill fire.' };

describe('sources side by side', () => {
  it('show one sentence once, with all outlets that have it', async () => {
    const copies = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, outlet: id, body: WIRE }));
    const answer = await answerOf(QUESTION, ...copies);
    expect(shown(answer)).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(answer.difference).toBeNull();
  });

  it('show copies of a further sentence once, too', async () => {
    const other = 'There were 11 votes for the motion and a storm of applause on the stairs.';
    const answer = await answerOf(
      QUESTION,
      { id: 'a', body: WIRE },
      { id: 'b', body: other },
      { id: 'c', body: other },
    );
    expect(shown(answer).sort()).toEqual([['a'], ['b', 'c']]);
  });

  it('take no sentence of the article that answers for another source', async () => {
    const answer = await answerOf(QUESTION, { body: `${WIRE} The motion got 12 votes in May.` });
    expect(answer.quotes).toHaveLength(1);
    expect(answer.difference).toBeNull();
  });

  it('show another number of a later report, and which is the later', async () => {
    const answer = await answerOf('How many people died in the mill fire?', EARLY, FINAL);
    const [first, other] = answer.quotes;
    expect([first.relation, other?.relation]).toEqual([null, 'other-number']);
    const ids = answer.difference?.between.map((index) => answer.quotes[index]?.citation.article);
    expect([answer.difference?.kind, answer.difference?.ordered, ids]).toEqual([
      'numbers',
      true,
      ['early', 'final'],
    ]);
    const newest = answer.quotes.filter((quote) => quote.newest);
    expect(newest.map(({ citation }) => citation.article)).toEqual(['final']);
  });

  it('claim no difference where one article says both', async () => {
    const both =
      'At first it was said that 12 people died in the mill fire. Later it was said that 17 people died in the mill fire.';
    for (const published of ['2024-03-04', '2024-03-06']) {
      const answer = await answerOf(
        'How many people died in the mill fire?',
        { id: 'both', body: both, published },
        FINAL,
      );
      expect(answer.difference).toBeNull();
    }
  });

  it('claim no order and no newest where a date is missing', async () => {
    const answer = await answerOf(
      'How many people died in the mill fire?',
      { ...EARLY, published: null },
      FINAL,
    );
    expect(answer.difference).toEqual({ kind: 'numbers', between: [0, 1], ordered: false });
    expect(answer.quotes.filter((quote) => quote.newest)).toEqual([]);
  });

  it('show the latest of several other numbers, before those that say the same', async () => {
    const answer = await answerOf(
      'How many people died in the mill fire?',
      {
        id: 'first',
        published: '2024-03-03',
        body: 'Of the mill fire this is known: 9 people died in the mill fire.',
      },
      EARLY,
      FINAL,
      {
        id: 'again',
        published: '2024-03-05',
        body: 'Seventeen people died in the mill fire, it was said in the end.',
      },
    );
    const [one, other] = answer.difference?.between.map((index) => answer.quotes[index]?.citation) ?? [];
    expect(answer.quotes.length).toBeLessThanOrEqual(3);
    expect(answer.quotes.slice(2).every(({ relation }) => relation === 'same')).toBe(true);
    expect(one?.published).not.toBe(other?.published);
  });

  it('mark no report as the newest where a copy of another is as new', async () => {
    const body = `${EARLY.body.slice(0, -1)} that began in the old dye house.`;
    const copied = await answerOf(
      'How many people died in the mill fire?',
      { ...EARLY, body },
      { id: 'copy', published: '2024-03-06', body },
      FINAL,
    );
    expect(copied.quotes.filter((quote) => quote.newest && quote.citation.article === 'final')).toEqual([]);
  });

  it('know that who was killed died, and that a crash is no fire', async () => {
    const answer = await answerOf(
      'How many people died in the mill fire?',
      FINAL,
      { id: 'killed', body: 'Seventeen people were killed in the mill fire.' },
      { id: 'crash', body: 'Elsewhere 17 people died in a crash.' },
    );
    expect(shown(answer).sort()).toEqual([['final'], ['killed']]);
  });

  it('show no source that only speaks of the same thing', async () => {
    const answer = await answerOf(
      'How many people died in the mill fire?',
      FINAL,
      { id: 'b', body: 'In all, 40 people were hurt in the mill fire.' },
      { id: 'c', body: 'Some people who saw the mill fire said that others died.' },
    );
    expect(shown(answer)).toEqual([['final']]);
  });

  it('are found in time whatever the sentences are', async () => {
    const many = `The motion got 11 votes ${'of those 12 votes or 4 people died, '.repeat(3_000)}and rest.`;
    await watched(many, () => answerOf(QUESTION, { id: 'a', body: many }, { id: 'b', body: `${many} So.` }));
  });
});
