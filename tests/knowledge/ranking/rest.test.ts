import { describe, expect, it } from 'vitest';
import { shorten, sumOf } from '../../../src/knowledge/meaning/sentence-vectors.ts';
import { compareRests, restOf, restsOf } from '../../../src/knowledge/ranking/rest.ts';
import { asked } from '../../support/pairs.ts';

/** What is left of a question and of the first sentence of a text. */
function left(question: string, body: string) {
  const { inquiry, corpus, pairs } = asked(question, body);
  const [pair] = pairs;
  if (!pair) throw new Error('There is no sentence.');
  const [rests, worded] = [restsOf(inquiry), { ...pair, words: corpus.tokensOf(0) }];
  return { ...restOf(rests, worded), compared: compareRests(rests, worded) };
}

function expectWords(vector: Float32Array, words: string): void {
  const expected = shorten(sumOf(words.split(' ')));
  for (const [at, value] of vector.entries()) expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 3);
}

describe('what is left of a question and a sentence', () => {
  it.each([
    ['who sold the mill', 'Odell sold the mill.', 'who the', 'odell the'],
    ['who sells mills', 'Odell sold a mill and a mill.', 'who', 'odell a and a'],
    ['who sold the pier', 'It rained on Odell.', 'who sold the pier', 'it rained on odell'],
    ['When was the mill sold?', 'The mill closed on Monday.', 'when was the sold', 'the closed on monday'],
  ])('is without the words that match: %s %s', (question, sentence, ofQuestion, ofSentence) => {
    const rest = left(question, sentence);
    expectWords(rest.question, ofQuestion);
    expectWords(rest.sentence, ofSentence);
  });

  it('is nothing where all match, and answers nothing', () => {
    const { question, sentence, compared } = left('mill burned', 'Mills burned.');
    expect([...question, ...sentence].every((value) => value === 0)).toBe(true);
    expect(compared).toEqual({ rest: 0, answers: 0 });
  });

  it('is compared as it is kept', () => {
    const { question, sentence, compared } = left('Which doctor came?', 'A physician came.');
    const cosine = question.reduce((sum, value, at) => sum + value * (sentence[at] ?? 0), 0);
    expect(compared.rest).toBeCloseTo(cosine, 5);
    expect(compared.rest).toBeGreaterThan(left('Which doctor came?', 'Some barley came.').compared.rest);
  });

  it('is as if a sentence were by itself, whatever was compared before it', () => {
    const { inquiry, corpus, pairs } = asked('who sold the mill', 'Odell sold the mill. It rained.');
    const rests = restsOf(inquiry);
    const [first, second] = pairs.map((pair, at) => ({ ...pair, words: corpus.tokensOf(at) }));
    if (!first || !second) throw new Error('There are no two sentences.');
    const before = compareRests(rests, first);
    compareRests(rests, second);
    expect(compareRests(rests, first)).toEqual(before);
  });
});
