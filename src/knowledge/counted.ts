import type { Article, Sentence } from './article.ts';
import { sentencesOf } from './sentences.ts';
import { FUNCTION_WORDS } from './words/function-words.ts';
import { numberOf, termAt } from './words/term-numbers.ts';
import { type Token, tokens } from './words/terms.ts';

/** What is counted of one article: about 140 bytes a sentence, held as long as the article is. */
export interface Counted {
  readonly sentences: readonly Sentence[];
  /** The terms of each sentence, in order; made anew each time. */
  readonly terms: readonly (readonly string[])[];
  /** For each sentence, where its terms end in this very array; then the terms of all, by number, in order. */
  readonly numbers: Uint32Array;
}

/** Shared by all: a getter of its own would cost each article 450 bytes. */
const WITH_TERMS = {
  get terms() {
    const counted = this as unknown as Counted;
    return counted.sentences.map((_, at) => termsIn(counted, at));
  },
};

const counts = new WeakMap<Article, Counted>();

/**
 * @param article an article
 * @returns its sentences and their terms; taken once for each article
 */
export function countedOf(article: Article): Counted {
  const known = counts.get(article);
  if (known) return known;
  // A copy has no room to grow, which takes as much as the sentences themselves in an array that has grown.
  const sentences = sentencesOf(article).slice();
  const counted: Counted = Object.assign(Object.create(WITH_TERMS), {
    sentences,
    numbers: numbersIn(sentences),
  });
  counts.set(article, counted);
  return counted;
}

function numbersIn(sentences: readonly Sentence[]): Uint32Array {
  const numbers: number[] = new Array(sentences.length).fill(0);
  for (const [at, sentence] of sentences.entries()) {
    for (const { term } of wordsAmong(tokens(textOf(sentence)), sentence)) numbers.push(numberOf(term));
    numbers[at] = numbers.length;
  }
  return Uint32Array.from(numbers);
}

/** @returns the numbers of all terms of an article, in order, each as often as it stands there */
export function termNumbersOf({ sentences, numbers }: Counted): Uint32Array {
  return numbers.subarray(sentences.length);
}

/** @returns the terms of a sentence in order, by its place in the article */
export function termsIn({ sentences, numbers }: Counted, sentence: number): string[] {
  const terms: string[] = [];
  const end = numbers[sentence] ?? 0;
  let at = sentence === 0 ? sentences.length : (numbers[sentence - 1] ?? 0);
  for (; at < end; at += 1) terms.push(termAt(numbers[at] ?? 0));
  return terms;
}

/** The text of a sentence; empty for one that is not there. */
export function textOf(sentence: Sentence | undefined): string {
  return sentence ? sentence.article.body.slice(sentence.start, sentence.end) : '';
}

/** The words of a text that say what it is about. */
export function contentWords(text: string): Token[] {
  return tokens(text).filter(saysSomething);
}

/** Those of a sentence's words that say what it is about, and those of its speaker. */
export function wordsAmong(all: readonly Token[], sentence: Sentence | undefined): Token[] {
  const words = all.filter(saysSomething);
  return sentence?.speaker ? [...words, ...contentWords(sentence.speaker)] : words;
}

function saysSomething({ word }: Token): boolean {
  return !FUNCTION_WORDS.has(word);
}
