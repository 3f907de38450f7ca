import type { Article } from '../article.ts';
import { breaths, longBreaths } from '../breath.ts';
import { type Corpus, countedOf, type Stretch } from '../corpus.ts';
import { remembered } from '../remembered.ts';
import { type Token, tokens } from '../words/terms.ts';
import { DIMENSIONS, dot, dotOfBytes, ONE, type WordVector, wordVector } from './token-vectors.ts';

const vectors = new WeakMap<Article, Int8Array>();

/**
 * The vectors of an article's sentences, each of length 1 as bytes: 64 bytes a sentence, held as long as
 * the article is.
 *
 * @param article an article
 * @returns its vectors, one after the other; takes some 15 µs a sentence the first time
 */
function vectorsOf(article: Article): Int8Array {
  const made = vectors.get(article);
  if (made) return made;
  const { sentences } = countedOf(article);
  const all = new Int8Array(sentences.length * DIMENSIONS);
  for (const [at, { start, end }] of sentences.entries()) {
    all.set(meaningOf(tokens(article.body.slice(start, end))), at * DIMENSIONS);
  }
  vectors.set(article, all);
  return all;
}

/**
 * @param words a text's words, lower case
 * @returns the sum of their vectors
 */
export function sumOf(words: readonly string[]): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const word of words) add(sum, wordVector(word), 1);
  return sum;
}

/** Adds a word's vector to a sum, so many times. */
export function add(sum: Float32Array, { pool, from }: WordVector, times: number): void {
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + times * (pool[from + at] ?? 0);
}

/** Brings a sum to length 1, in its place; to all zeros where there is nothing in it. */
export function shorten(sum: Float32Array): Float32Array {
  const length = Math.sqrt(dot(sum, 0, sum, 0));
  const by = length < NOTHING ? 0 : 1 / length;
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) * by;
  return sum;
}

/** What is left of a sum by rounding, when all that was added has been taken away. */
const NOTHING = 1e-4;

/** A text's vector as bytes: what sentences are compared with. */
export type TextBytes = Int8Array;

/** @returns a vector of length 1 as bytes */
export function asBytes(vector: Float32Array): TextBytes {
  const bytes = new Int8Array(DIMENSIONS);
  // `Int8Array.from` with a function takes 4 µs, ten times as long.
  for (let at = 0; at < DIMENSIONS; at += 1) bytes[at] = Math.round((vector[at] ?? 0) * ONE);
  return bytes;
}

/** @returns what a text means, to be compared with sentences */
export function meaningOf(text: readonly Token[]): TextBytes {
  return asBytes(shorten(sumOf(text.map(({ word }) => word))));
}

/** The vectors of all sentences of a corpus. */
export interface SentenceVectors {
  /** Cosine of a text and a sentence, from -1 to 1. */
  cosine(text: TextBytes, sentence: number): number;
  /** The sentences most like a text among those of some articles of the corpus, best first. */
  nearest(text: TextBytes, most: number, among: readonly Stretch[]): readonly number[];
}

/**
 * Sentences are looked through by the first half of their dimensions, which hold two thirds of what tells them
 * apart (they are principal directions), and so many times the wanted number compared by all of them.
 */
const FIRST = DIMENSIONS / 2;
const ROUGHLY = 4;

const sums = new WeakMap<Corpus['stretches'], (sentence: number) => Float32Array>();
/** Good candidates come again; so many sums take some 5 MB. */
const REMEMBERED = 10_000;

/**
 * @param corpus a library's sentences
 * @returns for a sentence, the sum of its words' vectors, which is not to be changed; takes some 5 µs the first time
 */
export function sumsOf(corpus: Corpus): (sentence: number) => Float32Array {
  const known = sums.get(corpus.stretches) ?? remembered(REMEMBERED, sumsIn(corpus));
  sums.set(corpus.stretches, known);
  return known;
}

function sumsIn({ tokensOf }: Corpus) {
  return (sentence: number) => sumOf(tokensOf(sentence).map(({ word }) => word));
}

const scratch = new Float32Array(DIMENSIONS);

/**
 * @param corpus a library's sentences
 * @returns their vectors; those that were not made ahead are made when they are asked for
 */
export function sentenceVectorsOf(corpus: Corpus): SentenceVectors {
  const cosine = (text: TextBytes, sentence: number) => {
    const stretch = corpus.stretchAt(sentence);
    if (!stretch) return 0;
    const { article, sentences } = stretch;
    const bytes = vectors.get(article);
    if (bytes) return dotOfBytes(text, 0, bytes, (sentence - sentences.from) * DIMENSIONS);
    scratch.set(sumsOf(corpus)(sentence));
    return dotOfBytes(text, 0, asBytes(shorten(scratch)), 0);
  };
  return {
    cosine,
    nearest(text, most, among) {
      const roughly = bestOf(most * ROUGHLY);
      for (const { article, sentences } of among) {
        const bytes = vectorsOf(article);
        for (let at = sentences.from; at < sentences.to; at += 1) {
          roughly.offer(at, dotOfBytes(text, 0, bytes, (at - sentences.from) * DIMENSIONS, FIRST));
        }
      }
      const best = bestOf(most);
      for (const at of roughly.inOrder()) best.offer(at, cosine(text, at));
      return best.inOrder();
    },
  };
}

/** Up to so many sentences are looked through one by one, at 60 ns each; among more, words have to do. */
export const LOOKED_THROUGH = 40_000;

/**
 * Makes the vectors of some articles in pieces of a few ms, so that questions are answered meanwhile.
 *
 * @param stretches the articles
 * @param breath waited for between two articles
 */
export async function makeVectors(stretches: readonly Stretch[], breath = breaths()): Promise<void> {
  for (const { article } of stretches) {
    if (vectors.has(article)) continue;
    vectorsOf(article);
    await breath();
  }
}

let background = Promise.resolve();

/**
 * Makes the vectors of a library. One that is looked through needs all of them from the first question on. Of a larger
 * one only candidates are compared, some 200 for a question, which can be made as they are needed: it is ready at
 * once, and all vectors follow in the background, of a million sentences within some two minutes.
 *
 * @param corpus a library's sentences
 * @returns when questions may be asked
 */
export async function prepareVectors(corpus: Corpus): Promise<void> {
  if (corpus.sentences.length <= LOOKED_THROUGH) return makeVectors(corpus.stretches);
  // One after the other: most articles of a changed library have theirs already.
  background = background.then(() => makeVectors(corpus.stretches, longBreaths()));
}

/** Keeps the highest of many: most are lower than the lowest kept, and cost one comparison. */
function bestOf(most: number) {
  const kept: { readonly at: number; readonly score: number }[] = [];
  return {
    offer(at: number, score: number) {
      const last = kept[most - 1];
      if (last && score <= last.score) return;
      let place = kept.length;
      while (place > 0 && (kept[place - 1]?.score ?? 0) < score) place -= 1;
      kept.splice(place, 0, { at, score });
      if (kept.length > most) kept.pop();
    },
    inOrder: () => kept.map(({ at }) => at),
  };
}
