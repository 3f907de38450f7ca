import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../../src/knowledge/ranking/pair.ts';
import { asked } from '../../support/pairs.ts';

const TRADES = [
  'baker',
  'carter',
  'dyer',
  'fuller',
  'glazier',
  'mason',
  'potter',
  'sawyer',
  'tanner',
  'weaver',
];

/** Sixty sentences, each a paragraph; one of them is given. */
function among(sentence: string, at: number): string {
  const others = Array.from({ length: 60 }, (_, number) => {
    const trade = TRADES[number % TRADES.length] ?? '';
    return `The ${trade} of ward ${number} mended the roof on a dry day.`;
  });
  return others.with(at, sentence).join('\n\n');
}

/** What an engine gives that finds nothing. */
const NOTHING = { score: 0, paragraphScore: 0 };

const sentences = (pairs: readonly { readonly candidate: { readonly sentence: number } }[]) =>
  pairs.map(({ candidate }) => candidate.sentence).sort((a, b) => a - b);

describe('the candidates that are judged in full', () => {
  it.each([
    ['by its words', 'who sold the pier', 'Odell sold the pier.', 0],
    ['by its words', 'who sold the pier', 'Odell sold the pier.', 31],
    ['by its words', 'who sold the pier', 'Odell sold the pier.', 59],
    ['by what it means', 'Was a doctor called?', 'They sent for a physician.', 40],
    ['among many that share a word', 'who set fire to the roof', 'Odell set the roof on fire.', 47],
  ])('have the right one of sixty among them, %s: %s', (_name, question, sentence, at) => {
    const { pairs } = asked(question, among(sentence, at));
    expect(pairs.length).toBeLessThan(60);
    expect(sentences(pairs)).toContain(at);
  });

  it.each([
    ['that differ', among('It rained.', 8)],
    ['that are all alike', new Array(60).fill('They mended a roof.').join('\n\n')],
  ])('are the same in whatever order they were found, of sentences %s', (_name, body) => {
    const { inquiry, candidates, corpus, pairs } = asked('who mended a roof', body);
    for (const by of [1, 7, 29]) {
      const turned = candidates.map((own, at) => candidates[(at * by + 5) % candidates.length] ?? own);
      const others = pairsOf(inquiry, turned, corpus);
      expect(sentences(others)).toEqual(sentences(pairs));
    }
  });

  it('have what a network finds among them', () => {
    const deep = Array.from({ length: 60 }, (_, at) => (at === 52 ? 0.9 : 0));
    const scores = deep.map((cosine) => (cosine > 0 ? NOTHING : { score: 1, paragraphScore: 1 }));
    const [question, body] = ['what did the choir give', among('It snowed.', 52)];
    expect(sentences(asked(question, body, { scores, deep }).pairs)).toContain(52);
    expect(sentences(asked(question, body, { scores }).pairs)).not.toContain(52);
  });

  it('miss what shares nothing with the question and is near it in no way', () => {
    const body = among('Odell sang.', 52);
    expect(sentences(asked('who mended a roof on a dry day', body).pairs)).not.toContain(52);
  });

  it('are all of a few', () => {
    const body = among('Odell sang.', 3).split('\n\n').slice(0, 12).join('\n\n');
    expect(asked('who sold the pier', body).pairs).toHaveLength(12);
  });
});
