import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, sumOf } from '../../../src/knowledge/meaning/sentence-vectors.ts';
import { answering, FULL } from '../../../src/knowledge/ranking/answering.ts';
import learned from '../../../src/knowledge/ranking/learned.json' with { type: 'json' };
import { readMap, throughMap } from '../../../src/training/learned-map.ts';
import { restsAlong } from '../../training/examples.ts';

const NOTHING = new Float32Array(64);
/** A vector in one direction alone. */
const along = (direction: number) => NOTHING.map((_, at) => (at === direction ? 1 : 0));
const rest = (...words: readonly string[]) => shorten(sumOf(words));

describe('how well what is left of a sentence answers what is left of a question', () => {
  it.each([
    ['both', NOTHING, NOTHING],
    ['the question', NOTHING, rest('odell')],
    ['the sentence', rest('who'), NOTHING],
  ])('is 0 where nothing is left of %s', (_name, question, sentence) => {
    expect(answering(question, sentence)).toBeCloseTo(0, 12);
  });

  it('lies between -1 and 1 for any two of length 1', () => {
    const vector = fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 })
      .map((values) => shorten(Float32Array.from(values)));
    fc.assert(
      fc.property(vector, vector, (question, sentence) => {
        expect(Math.abs(answering(question, sentence))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is what the map gives that was learned, as it was learned', () => {
    const map = readMap(learned.answering);
    for (const [asked, said] of [
      [0, 0],
      [0, 5],
      [5, 0],
      [17, 40],
      [63, 63],
    ] as const) {
      const [sum = Number.NaN] = throughMap(restsAlong(asked, [said]), 1, map);
      expect(answering(along(asked), along(said))).toBeCloseTo(sum / FULL, 6);
    }
    expect(map.some((value) => value !== 0)).toBe(true);
  });

  it('turns with the sentence, and is not the same both ways round', () => {
    const [question, sentence] = [rest('when', 'did'), rest('monday', 'noon')];
    const own = answering(question, sentence);
    expect(Math.abs(own)).toBeLessThan(1);
    expect(
      answering(
        question,
        sentence.map((value) => -value),
      ),
    ).toBeCloseTo(-own, 6);
    expect(answering(sentence, question)).not.toBeCloseTo(own, 6);
  });

  it('is the same when a question comes again', () => {
    const [question, sentence] = [rest('who'), rest('odell')];
    expect(answering(question, sentence)).toBe(answering(question.slice(), sentence));
    expect(answering(question, sentence)).toBe(answering(question, sentence.slice()));
  });
});
