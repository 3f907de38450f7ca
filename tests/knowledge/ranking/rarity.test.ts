import { describe, expect, it } from 'vitest';
import { type Corpus, corpusOf } from '../../../src/knowledge/corpus.ts';
import { askedTerms } from '../../../src/knowledge/question-terms.ts';
import { rarityOf } from '../../../src/knowledge/ranking/rarity.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const libraryOf = (...bodies: readonly string[]) =>
  corpusOf([storyOf(bodies.map((body, at) => articleOf({ id: `post-${at}`, body })))]);

/** Of a word in lower case. */
function rarity(word: string, corpus: Corpus): number {
  const [term] = askedTerms(word, corpus, true);
  return term ? rarityOf(term, corpus) : Number.NaN;
}

/** A library of 4,000 sentences that hold one word, and one that holds another. */
const LARGE = libraryOf(
  Array.from({ length: 4000 }, (_, at) => `A walrus slept on floe ${at}.`).join(' '),
  'The people sang.',
);

describe('how rare a word is', () => {
  it.each([
    ['people', 'walrus'],
    ['city', 'sextant'],
    ['year', 'lighthouse'],
  ])('is by general English in a story of one article: "%s" is less than "%s"', (everyday, rare) => {
    const corpus = libraryOf(`In that ${everyday} the ${rare} was seen. It rained.`);
    expect(rarity(everyday, corpus)).toBeLessThan(rarity(rare, corpus) - 0.1);
  });

  it('is by its own count in a large library', () => {
    expect(rarity('walrus', LARGE)).toBeLessThan(0.1);
    expect(rarity('people', LARGE)).toBeGreaterThan(rarity('walrus', LARGE) + 0.1);
  });

  it('is less, the more sentences hold the word', () => {
    const rarities = [1, 3, 9].map((times) =>
      rarity('walrus', libraryOf(`${'The walrus sang. '.repeat(times)}${'It rained. '.repeat(9 - times)}`)),
    );
    expect(rarities).toEqual([...rarities].sort((a, b) => b - a));
    expect(new Set(rarities).size).toBe(3);
  });

  it.each(['zyzzogeton', 'constructor', '31415927'])('is above 0 and at most 1: %s', (word) => {
    for (const corpus of [LARGE, libraryOf('It rained.'), libraryOf(`A ${word}.`)]) {
      expect(rarity(word, corpus)).toBeGreaterThan(0);
      expect(rarity(word, corpus)).toBeLessThanOrEqual(1);
    }
  });

  it('is 1 for what neither the library nor general English has', () => {
    expect(rarity('zyzzogeton', libraryOf('It rained.'))).toBe(1);
  });

  it('is that of the word that is meant where it is spelled another way', () => {
    expect(rarity('walrsu', LARGE)).toBeCloseTo(rarity('walrus', LARGE), 6);
  });
});
