import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { readQuestion } from '../../../src/knowledge/question.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const corpus = corpusOf([
  storyOf([
    articleOf({
      body: `The workers of the warehouse in Dorbenham and in Dorben voted against it. Paintings were taken, and
      Oskar Brandtner of Walmore protected the committee. America built 1,798 separate boats there. The boats of
      Dorbenham sank.`,
    }),
  ]),
]);
const matchesOf = (text: string) =>
  readQuestion({ text, earlier: [], topic: null }, corpus).terms.flatMap(({ matches }) => [
    ...matches.keys(),
  ]);

describe('a misspelled word', () => {
  it.each([
    ['who was agianst', 'against'],
    ['how many wokrers', 'worker'],
    ['how many worrkers', 'worker'],
    ['wher is the warehosue', 'warehous'],
    ['where is the warhouse', 'warehous'],
    ['which paintngs', 'paint'],
    ['how many vottes', 'vote'],
    ['the comittee', 'committe'],
    ['seperate things', 'separ'],
    ['who is oskar brandtnr', 'brandtner'],
    ['where is walmre', 'walmor'],
    ['who lives in Dorbehnam', 'dorbenham'],
    ['who lives in Dorbnham', 'dorbenham'],
    ['HOW MANY WOKRERS', 'worker'],
  ])('means what the library holds: %s', (text, term) => {
    expect(matchesOf(text)).toContain(term);
  });

  it.each([
    ['who is the mayor of Dorven?', 'dorben'],
    ['who is the mayor of dorven?', 'dorben'],
    ['who is the mayor of Dorvenham?', 'dorbenham'],
    ['who is the mayor of dorvenham?', 'dorbenham'],
    ['where is Walmare?', 'walmor'],
    ['who is Oskar Brandt?', 'brandtner'],
    ['who is Oscar?', 'oskar'],
    ['did they protest?', 'protect'],
    ['how many of 1789 boats', '1798'],
    ['what do tankers do', 'worker'],
  ])('is no other word: %s', (text, term) => {
    expect(matchesOf(text)).not.toContain(term);
  });

  it('keeps what a name is begun with in other forms of the name', () => {
    const american = corpusOf([
      storyOf([articleOf({ body: 'An American boat and a Walmorese crew sank.' })]),
    ]);
    const { terms } = readQuestion({ text: 'was it from America', earlier: [], topic: null }, american);
    expect([...(terms[0]?.matches.keys() ?? [])]).toContain('american');
  });
});
