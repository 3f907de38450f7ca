import { type Example, ONE, REST } from '../../src/training/examples.ts';

/** A made question: what is given of it, and the rest without meaning. */
export function exampleOf(
  features: readonly (readonly number[])[],
  right: readonly boolean[],
  more: Partial<Example> = {},
): Example {
  return {
    story: 'article-1',
    candidates: features.length,
    features: Float32Array.from(features.flat()),
    signs: new Float32Array(0),
    rests: new Int8Array(features.length * 2 * REST),
    right,
    ...more,
  };
}

/** Rests of a question and of its candidates that point in one direction each. */
export function restsAlong(question: number, sentences: readonly number[]): Int8Array {
  const rests = new Int8Array(sentences.length * 2 * REST);
  for (const [at, sentence] of sentences.entries()) {
    rests[at * 2 * REST + question] = ONE;
    rests[(at * 2 + 1) * REST + sentence] = ONE;
  }
  return rests;
}
