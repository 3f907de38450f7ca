import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/index.ts';

const knowledge = await openKnowledge({ data: 'data' });
const ask = (text: string) =>
  knowledge.ask({ text, scope: { place: { bot: 'terminal' }, story: null }, earlier: [] });

describe('the library that ships', () => {
  it('has nothing wrong with it', () => {
    expect(knowledge.problems).toEqual([]);
  });

  it('says of each article that it is a digest', () => {
    const articles = knowledge.stories.flatMap((story) => story.articles);
    expect(articles.map(({ kind }) => kind)).toEqual(['digest', 'digest']);
  });

  // Every suggestion of story.yaml, with what its answer must hold.
  const SUGGESTED: Readonly<Record<string, RegExp>> = {
    'What was the vote count?': /1,798.*738/,
    'Is there going to be a second election?': /There will be a second election/,
    'Who announced the new election first?': /Retail, Wholesale and Department Store Union/,
    'Why were the results thrown out?': /illegally pressured/,
    'How many people work at the warehouse?': /nearly 6,000/,
    'What does Amazon say?': /^Amazon (?:says|is denying)/,
    'What did workers say about the mailbox?': /surveillance/,
    "What did the union's president say?": /cheated/,
    'When was the last union vote at Amazon?': /2014/,
    'What happens next?': /regional director/,
  };

  it('suggests just these questions', () => {
    expect(knowledge.stories.flatMap((story) => story.questions)).toEqual(Object.keys(SUGGESTED));
  });

  it.each(Object.entries(SUGGESTED))('answers its own suggestion: %s', async (question, pattern) => {
    const answer = await ask(question);
    expect(answer.quotes[0]?.text).toMatch(pattern);
  });

  it('puts the count in bold, and names its source', async () => {
    const [quote] = (await ask('what was the vote count?')).quotes;
    expect(quote?.emphasis.map(({ start, end }) => quote.text.slice(start, end))).toEqual(['1,798', '738']);
    expect(quote?.citation).toMatchObject({ outlet: 'AP', kind: 'digest', published: '2021-11-29' });
  });

  it.each([
    'Who is the CEO of Amazon?',
    "What is the mayor's name?",
    'Who won the Super Bowl?',
    'How tall is Mount Everest?',
  ])('says that it does not say: %s', async (question) => {
    expect((await ask(question)).status).toBe('unanswered');
  });
});
