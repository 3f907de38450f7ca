import { add, shorten, sumOf } from '../meaning/sentence-vectors.ts';
import { DIMENSIONS, dot, wordVector } from '../meaning/token-vectors.ts';
import type { Token } from '../words/terms.ts';
import { answering } from './answering.ts';
import type { Form } from './form.ts';
import type { Qualities } from './held.ts';
import type { Inquiry } from './inquiry.ts';

/** What is left of a question and a sentence when the words are taken out that match. Vectors of length 1. */
export interface Rest {
  readonly question: Float32Array;
  readonly sentence: Float32Array;
}

/** A sentence, as far as its rest goes. */
export interface Worded {
  readonly form: Form;
  /** All its words, in order. */
  readonly words: readonly Token[];
  /** How well each term of the question is matched in it. */
  readonly here: Qualities;
}

/** Rests of one question, by what a sentence leaves of it. */
export interface Rests {
  readonly inquiry: Inquiry;
  ofQuestion(here: Qualities): Float32Array;
}

/** From this quality on a word of the question is matched, and says no more about what is missing. */
const MATCHED = 0.6;

/** @returns what sentences leave of a question; the same is left by many of them */
export function restsOf(inquiry: Inquiry): Rests {
  const { terms, tokens } = inquiry;
  const left = new Map<string, Float32Array>();
  return {
    inquiry,
    ofQuestion(here) {
      let key = '';
      for (let at = 0; at < terms.length; at += 1) key += (here[at] ?? 0) >= MATCHED ? '1' : '0';
      const known = left.get(key);
      if (known) return known;
      const matched = new Set(terms.filter((_, at) => key[at] === '1').map(({ term }) => term));
      const made = shorten(sumOf(tokens.filter(({ term }) => !matched.has(term)).map(({ word }) => word)));
      left.set(key, made);
      return made;
    },
  };
}

/** Written over for each sentence: to make an array takes longer than all that is done with it. */
const scratch = new Float32Array(DIMENSIONS);

/** @returns the cosine of both rests, and how well one answers the other, both from -1 to 1 */
export function compareRests(
  rests: Rests,
  sentence: Worded,
): { readonly rest: number; readonly answers: number } {
  const question = rests.ofQuestion(sentence.here);
  const own = ofSentence(scratch, rests, sentence);
  return { rest: dot(question, 0, own, 0), answers: answering(question, own) };
}

/** @returns both rests, to be kept */
export function restOf(rests: Rests, sentence: Worded): Rest {
  return {
    question: rests.ofQuestion(sentence.here),
    sentence: ofSentence(new Float32Array(DIMENSIONS), rests, sentence),
  };
}

function ofSentence(into: Float32Array, { inquiry }: Rests, { form, words }: Worded): Float32Array {
  into.set(form.sum);
  for (const { word, term } of words) if (inquiry.matching.has(term)) add(into, wordVector(word), -1);
  return shorten(into);
}
