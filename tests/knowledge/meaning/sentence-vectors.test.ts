import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import {
  asBytes,
  meaningOf,
  prepareVectors,
  sentenceVectorsOf,
  shorten,
  sumOf,
} from '../../../src/knowledge/meaning/sentence-vectors.ts';
import { tokens } from '../../../src/knowledge/words/terms.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

/** Ten sentences: seven of one story, three of another. */
const FERRY = [
  'A physician came aboard at noon.',
  'Tickets rise by ten cents in spring.',
  'The orchestra played until midnight.',
  'Barley was cheap that autumn.',
  'The vessel went down near the reef.',
  'Nobody had paid for the lamps.',
  'Snow closed the mountain road.',
];
const BRIDGE = ['The span is red with rust.', 'A surgeon examined the drivers.', 'Pupils painted its rails.'];
const CORPUS = corpusOf([
  storyOf([articleOf({ body: FERRY.join(' ') })]),
  storyOf([articleOf({ id: 'bridge', story: 'bridge', body: BRIDGE.join(' ') })], { slug: 'bridge' }),
]);
const VECTORS = sentenceVectorsOf(CORPUS);
const said = (text: string) => meaningOf(tokens(text));
const all = CORPUS.stretches;

describe('the sentences nearest in meaning', () => {
  it.each([
    ['Was a doctor on the ship?', 0],
    ['Do fares go up by a dime in April?', 1],
    ['Did musicians perform till late at night?', 2],
    ['Where did the ship sink?', 4],
    ['Did a blizzard block the highway over the hills?', 6],
  ])('have what says the same in other words first: %s', (question, sentence) => {
    expect(VECTORS.nearest(said(question), 3, all)[0]).toBe(sentence);
  });

  it('are of articles that are asked alone', () => {
    const found = VECTORS.nearest(said('Was a doctor there?'), 9, CORPUS.stretchesOf('bridge'));
    expect(found[0]).toBe(FERRY.length + 1);
    expect([...found].sort()).toEqual([7, 8, 9]);
    expect(VECTORS.nearest(said('Was a doctor there?'), 9, [])).toEqual([]);
  });

  it('are no more than are wanted, best first', () => {
    const question = said('Was a doctor on the ship?');
    for (const most of [1, 4, 10, 50]) {
      const found = VECTORS.nearest(question, most, all);
      expect(found).toHaveLength(Math.min(most, 10));
      const cosines = found.map((sentence) => VECTORS.cosine(question, sentence));
      expect(cosines).toEqual([...cosines].sort((a, b) => b - a));
    }
  });
});

describe('the cosine of a text and a sentence', () => {
  it('is 1 for the same words, whatever their order and their writing', () => {
    expect(VECTORS.cosine(said('BARLEY that autumn was cheap'), 3)).toBeCloseTo(1, 1);
    expect(VECTORS.cosine(said('BARLEY that autumn was cheap'), 4)).toBeLessThan(0.6);
  });

  it('is that of the sentence in its own article', () => {
    for (const [at, sentence] of [...FERRY, ...BRIDGE].entries()) {
      expect(VECTORS.cosine(said(sentence), at)).toBeCloseTo(1, 1);
    }
  });

  it('is 0 where there is no word, and for a sentence that is not there', () => {
    expect(VECTORS.cosine(said('?'), 3)).toBe(0);
    expect(VECTORS.cosine(said('barley'), 10)).toBe(0);
  });

  it('is the same when vectors are made one by one, in pieces, and with articles that are read again', async () => {
    const again = corpusOf([storyOf([articleOf({ body: FERRY.join(' ') })])]);
    const question = said('Was a doctor on the ship?');
    const alone = FERRY.map((_, sentence) => sentenceVectorsOf(again).cosine(question, sentence));
    await prepareVectors(again);
    for (const sentence of FERRY.keys()) {
      expect(alone[sentence]).toBe(VECTORS.cosine(question, sentence));
      expect(sentenceVectorsOf(again).cosine(question, sentence)).toBe(VECTORS.cosine(question, sentence));
    }
  });
});

describe('a sum of words', () => {
  it('is brought to length 1, and to nothing where there is nothing', () => {
    expect(Math.hypot(...shorten(sumOf(['harbour', 'mayor'])))).toBeCloseTo(1, 5);
    expect([...asBytes(shorten(sumOf([])))].every((value) => value === 0)).toBe(true);
    const rounding = new Float32Array(64).fill(1e-6);
    expect([...shorten(rounding)].every((value) => value === 0)).toBe(true);
  });
});
