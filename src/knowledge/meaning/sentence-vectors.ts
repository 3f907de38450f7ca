import type { Article } from '../article.ts';
import { breaths } from '../breath.ts';
import { type Corpus, countedOf } from '../corpus.ts';
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
  return Int8Array.from(vector, (value) => Math.round(value * ONE));
}

/** @returns what a text means, to be compared with sentences */
export function meaningOf(text: readonly Token[]): TextBytes {
  return asBytes(shorten(sumOf(text.map(({ word }) => word))));
}

/** The vectors of all sentences of a corpus. */
export interface SentenceVectors {
  /** Cosine of a text and a sentence, from -1 to 1. */
  cosine(text: TextBytes, sentence: number): number;
  /** The sentences most like a text among those of articles that are asked, best first. */
  nearest(text: TextBytes, most: number, isAsked: (article: Article) => boolean): readonly number[];
}

/**
 * Sentences are looked through by the first half of their dimensions, which hold two thirds of what tells them
 * apart (they are principal directions), and so many times the wanted number compared by all of them.
 */
const FIRST = DIMENSIONS / 2;
const ROUGHLY = 4;

/** By a corpus's stretches: a corpus that is read in another way has the same sentences. */
const ofStretches = new WeakMap<Corpus['stretches'], SentenceVectors>();

/**
 * @param corpus a library's sentences
 * @returns their vectors; those that {@link prepareVectors} has not made are made now
 */
export function sentenceVectorsOf(corpus: Corpus): SentenceVectors {
  const made = ofStretches.get(corpus.stretches);
  if (made) return made;
  const all = corpus.stretches.map((stretch) => ({ ...stretch, bytes: vectorsOf(stretch.article) }));
  const stretchOf = new Uint32Array(corpus.sentences.length);
  for (const [at, { sentences }] of all.entries()) stretchOf.fill(at, sentences.from, sentences.to);
  const own: SentenceVectors = {
    cosine(text, sentence) {
      const stretch = all[stretchOf[sentence] ?? -1];
      return stretch
        ? dotOfBytes(text, 0, stretch.bytes, (sentence - stretch.sentences.from) * DIMENSIONS)
        : 0;
    },
    nearest(text, most, isAsked) {
      const roughly = bestOf(most * ROUGHLY);
      for (const { article, sentences, bytes } of all) {
        if (!isAsked(article)) continue;
        for (let at = sentences.from; at < sentences.to; at += 1) {
          roughly.offer(at, dotOfBytes(text, 0, bytes, (at - sentences.from) * DIMENSIONS, FIRST));
        }
      }
      const best = bestOf(most);
      for (const at of roughly.inOrder()) best.offer(at, own.cosine(text, at));
      return best.inOrder();
    },
  };
  ofStretches.set(corpus.stretches, own);
  return own;
}

/**
 * Makes the vectors of a corpus in pieces of a few ms, so that questions are answered meanwhile.
 *
 * @param corpus a library's sentences
 */
export async function prepareVectors(corpus: Corpus): Promise<void> {
  const breath = breaths();
  for (const { article } of corpus.stretches) {
    vectorsOf(article);
    await breath();
  }
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
