import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/knowledge/ranking/features.ts';
import { asked, valuesOf } from '../../support/pairs.ts';

/** A vector of 64 bytes is longer than 1 by half a byte in each direction at most, and a product by that squared. */
const ROUNDED = (1 + 4 / 127) ** 2;

describe('a feature', () => {
  it.each<[name: string, question: string, body: string]>([
    ['coverage', 'did the mayor leave', 'The mayor left. The mayor stayed.'],
    ['rarest', 'did the mayor sail', 'They sail. The mayor left. The mayor stayed.'],
    ['first', 'which company bought the mill', 'A company grew. They bought it.'],
    ['smallWords', 'who voted against it', 'They were against it. They were for that.'],
    ['subject', 'what about the mayor', 'The mayor met a girl. A girl met the mayor.'],
    ['around', 'did the mayor leave', 'The mayor left.\n\nNobody stayed.'],
    ['aroundSquared', 'did the mayor leave', 'The mayor left.\n\nNobody stayed.'],
    ['paragraphCoverage', 'did the mayor leave', 'It rained. The mayor left.\n\nIt rained.'],
    ['aheadOfParagraph', 'did the mayor leave', 'The mayor left. It rained.'],
    ['namesAround', 'did they meet Odell', 'They met Odell.\n\nIt rained.\n\nIt was dry.'],
    ['kind', 'how many came', 'There were 12. They came.'],
    ['newNames', 'who sold the mill', 'They say that Bram Odell sold it. They say that it was sold.'],
    ['newFigure', 'when did it close', 'It closed in 1974. It closed early.'],
    ['holds number', 'how many came', 'There were 12. They came.'],
    ['holds share', 'what percentage voted', 'Some 12 percent voted. They voted.'],
    ['holds duration', 'how long did it last', 'It lasted two hours. It lasted.'],
    ['holds date', 'when did it close', 'It closed on May 3. It closed early.'],
    ['holds person', 'who sold the mill', 'It was sold by Bram Odell. It was sold.'],
    ['name for thing', 'what was sold', 'They sold the Odell Mill. They sold it.'],
    ['figure for thing', 'what was sold', 'They sold 12 mills. They sold mills.'],
    ['year for thing', 'what was sold', 'In 1974 they sold mills. They sold mills.'],
    [
      'neighbours',
      'the union president',
      'The union president spoke. The union heard last week that a new president spoke.',
    ],
    [
      'closeness',
      'the mill burned',
      'The mill burned. The mill that stood below the old quarry for a century burned.',
    ],
    [
      'density',
      'did it rain',
      'It rained. It rained on the long, narrow, crowded, half forgotten western pier of the town.',
    ],
    ['samePairs', 'who was in favor of it', 'Five were in favor of it. Of five, it was in the favor of one.'],
    [
      'sameTermPairs',
      'who votes against unions',
      'Five voted against unions. Unions voted for, five against.',
    ],
    ['quoted', 'what did he say', 'He said: "No." He said no.'],
  ])('%s is higher for the first', (name, question, body) => {
    const values = valuesOf(name, question, body);
    expect(values[0]).toBeGreaterThan(values.at(-1) ?? Number.NaN);
  });

  it.each<[name: string, question: string, body: string]>([
    ['cosine', 'When did the doctor arrive?', 'A physician came at noon. Barley was cheap.'],
    ['behindNearest', 'When did the doctor arrive?', 'A physician came at noon. Barley was cheap.'],
    [
      'cosineAfter',
      'Was a doctor there?',
      'It was late. A physician came.\n\nIt was late. Barley was cheap.',
    ],
    [
      'cosineParagraph',
      'Was a doctor there?',
      'It rained. A physician came.\n\nBarley was cheap. It rained.',
    ],
    ['cosineWhole', 'Was a doctor there?', 'It rained. A physician came.\n\nBarley was cheap. It rained.'],
    ['nearMissing', 'Was a doctor there?', 'A surgeon came.\n\nBarley was cheap.'],
    ['nearMissingParagraph', 'Was a doctor there?', 'It rained. A surgeon came.\n\nBarley was cheap.'],
    ['nearParagraph', 'Was a doctor there?', 'It rained. A physician came.\n\nBarley was cheap.'],
    ['nearAll', 'Was a doctor there?', 'A physician came. Barley was cheap.'],
    ['nearFirst', 'Was a doctor there in March?', 'A physician came. Barley was cheap.'],
    ['nearLast', 'Did they call a doctor?', 'A physician came. Barley was cheap.'],
    ['rest', 'Which doctor came?', 'A physician came. Some barley came.'],
  ])('%s is higher for what is nearer in meaning, though no word is the same', (name, question, body) => {
    const values = valuesOf(name, question, body);
    expect(values[0]).toBeGreaterThan(values.at(-1) ?? Number.NaN);
  });

  it.each<[name: string, question: string, body: string]>([
    ['farByCosine', 'When did the doctor arrive?', 'A physician came at noon. Barley was cheap.'],
    ['farthest', 'Was a doctor there?', 'A physician came. Barley was cheap.'],
    ['farthestParagraph', 'Was a doctor there?', 'A physician came.\n\nBarley was cheap.'],
    ['missingAround', 'did the mayor leave', 'The mayor left.\n\nIt rained.\n\nNobody stayed.'],
    ['lacks number', 'how many came', 'There were 12. They came.'],
    ['lacks date', 'when did it close', 'It closed on May 3. It closed early.'],
  ])('%s is lower for the first', (name, question, body) => {
    const values = valuesOf(name, question, body);
    expect(values[0]).toBeLessThan(values.at(-1) ?? Number.NaN);
  });

  it.each<[name: string, question: string, body: string, values: readonly unknown[]]>([
    ['lacking', 'how many came', 'There were 12. They came.', [0, 1]],
    [
      'uncounted',
      'how many dockers came',
      'Some 12 dockers came. At 12 the wide gate of the hall was shut, and dockers sang.',
      [0, 1],
    ],
    [
      'offTopic',
      'what did she say about the mill',
      'She said the mill burns.\n\nIt rained.\n\nShe said no.',
      [0, 0, 1],
    ],
    ['down', 'did it sail', 'It sailed. It rained. It sank.', [0, 1 / 6, 2 / 6]],
    ['asks', 'did it sail', 'Did it sail? It did sail.', [1, 0]],
    ['supposes', 'will it sail', 'If it sails, it is late. It will sail.', [1, 0]],
    ['tense', 'will it sail', 'It sailed. It will sail.', [1, 0]],
    ['slight', 'thanks to whom', 'Thank you. The council thanked the old mayor.', [1, 0]],
    ['stranger', 'Did they meet Hale?', 'They met Hale. They met.\n\nIt rained.\n\nThey met.', [0, 0, 1, 1]],
    ['lead', 'did it', 'It did. It did not.', [1, 0]],
    ['before', 'did it rain', 'It rained. They left. They slept.', [0, 1, 0]],
    ['leansBack', 'did the mayor leave', 'The mayor left. He ran. A dog ran.', [0, 1, 0]],
    ['article', 'did the mayor leave', 'The mayor left. It rained.', [1, 1]],
    ['missingInArticle', 'did the mayor leave', 'The mayor left. It rained.', [0, 0]],
  ])('%s tells apart', (name, question, body, values) => {
    expect(valuesOf(name, question, body)).toEqual(values);
  });

  it('around counts what stands before a sentence in its paragraph', () => {
    const values = valuesOf(
      'around',
      'did the mayor leave',
      'It rained. He left.\n\nThe mayor was glad. He left.',
    );
    expect(values[3]).toBeGreaterThan(values[1] ?? Number.NaN);
  });

  it('headline holds what the article is headed with, article what it says anywhere', () => {
    const body = 'The mayor spoke. It rained.';
    expect(valuesOf('headline', 'the mayor', body, { headline: 'The mayor' })).toEqual([1, 1]);
    expect(valuesOf('headline', 'the mayor', body, { headline: 'The pier' })).toEqual([0, 0]);
    expect(valuesOf('article', 'the mayor', body, { headline: 'The pier' })).toEqual([1, 1]);
    expect(valuesOf('missingInArticle', 'the zebra', body)[0]).toBeGreaterThan(0);
  });

  it('cosineBefore is that of the sentence before, in the same article', () => {
    const values = valuesOf('cosineBefore', 'Was a doctor there?', 'A physician came. It was late.');
    const [first] = valuesOf('cosine', 'Was a doctor there?', 'A physician came. It was late.');
    expect(values).toEqual([0, first]);
  });

  it.each([
    ['score', [1, 0.5, 0]],
    ['paragraph', [0.25, 1, 0.25]],
    ['paragraphPlace', [1 / 2, 1, 1 / 2]],
    ['farByParagraph', [Math.log(2) / 4, 0, Math.log(2) / 4]],
  ] as const)('%s is measured by the best that the search engine found', (name, values) => {
    const scores = [
      { score: 6, paragraphScore: 1 },
      { score: 3, paragraphScore: 4 },
      { score: 0, paragraphScore: 1 },
    ];
    const found = valuesOf(name, 'did it sail', 'It sailed. It rained. It sank.', { scores });
    for (const [at, value] of values.entries()) expect(found[at]).toBeCloseTo(value, 6);
  });

  it.each([
    ['deep', [0.25, 0.75]],
    ['deepBefore', [0, 0.25]],
    ['behindDeepest', [-0.5, 0]],
    ['farByDeep', [Math.log(2) / 4, 0]],
  ] as const)('%s is what a network says, and nothing without one', (name, values) => {
    const body = 'It sailed. It rained.';
    const found = valuesOf(name, 'did it sail', body, { deep: [0.25, 0.75] });
    for (const [at, value] of values.entries()) expect(found[at]).toBeCloseTo(value, 6);
    expect(valuesOf(name, 'did it sail', body)).toEqual([0, 0]);
  });

  it('earlier holds what a follow-up leans on', () => {
    const earlier = ['did the mayor leave?'];
    expect(valuesOf('earlier', 'and boats?', 'The mayor left. It rained.', { earlier })).toEqual([1, 0]);
  });

  it('replies is what the host asked', () => {
    const values = valuesOf('replies', 'will it sail', 'Will it sail? It will not. It rained.');
    expect(values).toEqual([0, 1, 0]);
  });

  it('of one kind of question is 0 for the others', () => {
    const body = 'In 1974 Bram Odell sold 12 mills.';
    for (const name of ['holds date', 'lacks date', 'holds person', 'name for person', 'year for reason']) {
      expect(valuesOf(name, 'how many mills were sold', body)).toEqual([0]);
    }
  });

  it('answers is the same for the same words, whatever stands around them', () => {
    const values = valuesOf(
      'answers',
      'who sold it',
      'It was sold by Odell.\n\nIt rained. It was sold by Odell.',
    );
    expect(values[2]).toBe(values[0]);
  });

  it('lies between -1 and 1 for any question and any text', () => {
    const words = fc.array(
      fc.constantFrom(
        'the',
        'vote',
        '12',
        'Hale',
        'will',
        '?',
        '.',
        '"',
        '\n\n',
        'A:',
        '漢字',
        'constructor',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, words, (question, body) => {
        for (const pair of asked(question.join(' '), body.join(' ')).pairs) {
          for (const [name, feature] of Object.entries(FEATURES)) {
            const value = feature(pair);
            expect(Math.abs(value), name).toBeLessThanOrEqual(ROUNDED);
          }
        }
      }),
    );
  });
});
