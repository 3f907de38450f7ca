import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranksOf, SIGNS } from '../../../src/knowledge/ranking/signs.ts';
import { asked } from '../../support/pairs.ts';

const [CHANCE, AHEAD, LEVEL] = [0, 1, 2];

describe('what follows from the scores of all candidates', () => {
  it.each([
    ['a single one with a low score is not sure', [5], 0, 0, 0.01],
    ['a single one with a high score is', [20], 0, 0.99, 1],
    ['one far ahead of the others is', [20, 4, 3], 0, 0.99, 1],
    ['one of two as good is half sure', [30, 30], 1, 0.49, 0.51],
    ['one of four as good is a quarter sure', [30, 30, 30, 30], 2, 0.24, 0.26],
    ['one that is behind is not sure', [30, 20], 1, 0, 0.01],
  ])('chance: %s', (_name, scores, at, least, most) => {
    const chance = ranksOf(scores, at)[CHANCE];
    expect(chance).toBeGreaterThanOrEqual(least);
    expect(chance).toBeLessThanOrEqual(most);
  });

  it.each([
    ['above 0 for the best', [22, 20], 0, 1],
    ['below 0 for another', [22, 20], 1, -1],
    ['0 for one of two as good', [20, 20], 0, 0],
    ['below 0 for the best of what scores low', [5, 4], 0, -1],
  ])('ahead is %s', (_name, scores, at, sign) => {
    expect(Math.sign(ranksOf(scores, at)[AHEAD] ?? Number.NaN)).toBe(sign);
  });

  it('level is higher for a higher score, whatever the others have', () => {
    const levels = [-50, -5, 0, 5, 18, 50].map((score) => ranksOf([score, 12], 0)[LEVEL] ?? Number.NaN);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(new Set(levels).size).toBe(levels.length);
    expect(ranksOf([18, 99], 0)[LEVEL]).toBe(ranksOf([18], 0)[LEVEL]);
  });

  it('stays within -1 to 1 for any scores', () => {
    const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, (all) => {
        for (const at of all.keys()) {
          const ranks = ranksOf(all, at);
          expect(ranks.every((value) => value >= -1 && value <= 1)).toBe(true);
          expect(ranks[CHANCE]).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('gives all chances together no more than 1', () => {
    const scores = [22, 21, 20, 13, 2];
    const sum = scores.reduce((total, _, at) => total + (ranksOf(scores, at)[CHANCE] ?? 0), 0);
    expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    expect(sum).toBeGreaterThan(0.9);
  });
});

type Sign = keyof typeof SIGNS;

/** The sign of the first sentence. */
function signOf(name: Sign, question: string, body: string): number {
  const pair = asked(question, body).pairs[0];
  return pair ? SIGNS[name](pair) : Number.NaN;
}

describe('a sign', () => {
  const BODY = 'A physician came to Ellery. The mayor left.\n\nIt rained.';

  it.each<[name: Sign, more: string, less: string]>([
    ['unknown', 'did the zebra leave', 'did the mayor leave'],
    ['unknown', 'did the zebra eat the banana', 'did the zebra leave'],
    ['strange', 'did a banana leave', 'did a doctor leave'],
    ['unknownName', 'did they come to Brask', 'did they come to Ellery'],
    ['unknownName', 'did they come in 1974', 'did they come'],
    ['nameNotInArticle', 'did they come to Brask', 'did they come to Ellery'],
    ['words', 'did the mayor leave Ellery', 'did the mayor leave'],
  ])('%s is higher for "%s" than for "%s"', (name, more, less) => {
    expect(signOf(name, more, BODY)).toBeGreaterThan(signOf(name, less, BODY));
  });

  it('lies between 0 and 1 for any question', () => {
    const words = fc.array(fc.constantFrom('the', 'mayor', 'Brask', '1974', 'zebra', 'who', 'constructor'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, (question) => {
        for (const name of Object.keys(SIGNS) as Sign[]) {
          const value = signOf(name, question.join(' '), BODY);
          expect(value, name).toBeGreaterThanOrEqual(0);
          expect(value, name).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
