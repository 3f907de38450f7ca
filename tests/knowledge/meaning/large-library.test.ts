import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import {
  LOOKED_THROUGH,
  makeVectors,
  meaningOf,
  prepareVectors,
  sentenceVectorsOf,
} from '../../../src/knowledge/meaning/sentence-vectors.ts';
import { tokens } from '../../../src/knowledge/words/terms.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const PER_ARTICLE = 1000;
const THINGS = ['ferry', 'bridge', 'mayor', 'ticket', 'harbour', 'lamp', 'surgeon'];

/** One sentence more than is looked through, in articles of a thousand. */
function large() {
  const articles = Array.from({ length: LOOKED_THROUGH / PER_ARTICLE + 1 }, (_, article) => {
    const bodies = Array.from(
      { length: PER_ARTICLE },
      (__, at) => `A ${THINGS[(article + at) % 7]} came ${at}.`,
    );
    return articleOf({ id: `a${article}`, body: bodies.join(' ') });
  });
  return corpusOf([storyOf(articles)]);
}

const QUESTION = meaningOf(tokens('Did a doctor arrive?'));

describe('vectors of a library that is too large to be looked through', () => {
  it('are the same before they are made, while they are, and when all of them are', async () => {
    const corpus = large();
    const some = Array.from({ length: 60 }, (_, at) => at * 683);
    const cosines = () => some.map((sentence) => sentenceVectorsOf(corpus).cosine(QUESTION, sentence));
    const before = cosines();
    await prepareVectors(corpus);
    const meanwhile = cosines();
    await makeVectors(corpus.stretches);
    expect(new Set(before).size).toBeGreaterThan(5);
    expect(meanwhile).toEqual(before);
    expect(cosines()).toEqual(before);
  });
});
