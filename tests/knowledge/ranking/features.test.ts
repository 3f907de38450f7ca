import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { readQuestion } from '../../../src/knowledge/question.ts';
import { FEATURES, type FeatureName } from '../../../src/knowledge/ranking/features.ts';
import { linearModel } from '../../../src/knowledge/ranking/model.ts';
import { inquiryOf, pairOf } from '../../../src/knowledge/ranking/pair.ts';
import { CONFIDENCE_WEIGHTS, RANKING_WEIGHTS } from '../../../src/knowledge/ranking/weights.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

function pairsOf(
  question: string,
  body: string,
  { earlier = [] as string[], kind = 'report' as const } = {},
) {
  const corpus = corpusOf([storyOf([articleOf({ body, kind })])]);
  const candidates = corpus.sentences.map((_, sentence) => ({ sentence, score: 1, paragraphScore: 1 }));
  const reading = readQuestion({ text: question, earlier, topic: null }, corpus);
  const inquiry = inquiryOf(question, reading, candidates, corpus);
  return {
    corpus,
    candidates,
    inquiry,
    pairs: candidates.map((candidate) => pairOf(inquiry, candidate, corpus)),
  };
}

const valuesOf = (name: FeatureName, question: string, body: string, earlier: string[] = []) =>
  pairsOf(question, body, { earlier }).pairs.map((pair) => FEATURES[name](pair));

describe('a feature', () => {
  it.each<[FeatureName, string, string]>([
    ['coverage', 'did the mayor leave', 'The mayor left. The mayor stayed.'],
    ['rarest', 'did the mayor sail', 'They sail. The mayor left. The mayor stayed.'],
    ['kind', 'how many came', 'There were 12. They came.'],
    [
      'neighbours',
      'the union president',
      'The union president spoke. The union heard last week that a new president spoke.',
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
    ['after', 'did the mayor leave', 'It was late. The mayor left. Nobody stayed.'],
    ['subject', 'what about the mayor', 'The mayor met a girl. A girl met the mayor.'],
    ['quoted', 'what did he say', 'He said: "No." He said no.'],
  ])('%s is higher for the first', (name, question, body) => {
    const values = valuesOf(name, question, body);
    expect(values[0]).toBeGreaterThan(values.at(-1) ?? Number.NaN);
  });

  it.each<[FeatureName, string, string, number[]]>([
    ['lacking', 'how many came', 'There were 12. They came.', [0, 1]],
    ['down', 'did it sail', 'It sailed. It rained. It sank.', [0, 1 / 6, 2 / 6]],
    ['asks', 'did it sail', 'Did it sail? It did sail.', [1, 0]],
    ['supposes', 'will it sail', 'If it sails, it is late. It will sail.', [1, 0]],
    ['tense', 'will it sail', 'It sailed. It will sail.', [1, 0]],
    ['slight', 'thanks to whom', 'Thank you. The council thanked the old mayor.', [1, 0]],
    ['stranger', 'Did they meet Hale?', 'They met Hale. They met.\n\nIt rained.\n\nThey met.', [0, 0, 1, 1]],
    ['unknown', 'did the quarterback sail', 'It sailed.', [expect.closeTo(0.5, 0)]],
    ['lead', 'did it', 'It did. It did not.', [1, 0]],
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

  it('earlier holds what a follow-up leans on', () => {
    expect(valuesOf('earlier', 'and boats?', 'The mayor left. It rained.', ['did the mayor leave?'])).toEqual(
      [1, 0],
    );
  });

  it('replies is what the host asked', () => {
    const values = valuesOf('replies', 'will it sail', 'Will it sail? It will not. It rained.');
    expect(values).toEqual([0, 1, 0]);
  });

  it('lies between -1 and 1 for any question and any text', () => {
    const words = fc.array(
      fc.constantFrom('the', 'vote', '12', 'Hale', 'will', '?', '.', '"', '\n\n', 'A:'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, words, (question, body) => {
        for (const pair of pairsOf(question.join(' '), body.join(' ')).pairs) {
          for (const feature of Object.values(FEATURES)) {
            const value = feature(pair);
            expect(value).toBeGreaterThanOrEqual(-1);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe('the model', () => {
  it('has weights only for features that there are', () => {
    const names = ['bias', ...Object.keys(FEATURES)];
    for (const name of [...Object.keys(RANKING_WEIGHTS), ...Object.keys(CONFIDENCE_WEIGHTS)]) {
      expect(names).toContain(name);
    }
  });

  it('orders by the weighted sum, and equals by where they stand', () => {
    const { corpus, candidates, inquiry } = pairsOf('did it rain', 'It was dry. It was hot. It rained.');
    const ranked = linearModel({ coverage: 1 }, { bias: 0 }).rank(inquiry, [...candidates].reverse(), corpus);
    expect(ranked.map(({ pair }) => pair.candidate.sentence)).toEqual([2, 0, 1]);
    expect(ranked.map(({ confidence }) => confidence)).toEqual([0.5, 0.5, 0.5]);
  });
});
