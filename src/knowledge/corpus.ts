import type { Article, Sentence, Story } from './article.ts';
import { breaths } from './breath.ts';
import { type Counted, contentWords, countedOf, termsIn, textOf, wordsAmong } from './counted.ts';
import { remembered } from './remembered.ts';
import { knownNumberOf, numberedTerms, termAt } from './words/term-numbers.ts';
import { type Token, tokens } from './words/terms.ts';
import { sorting } from './words/vocabulary.ts';

export { contentWords, countedOf, textOf } from './counted.ts';

/** A run of sentences that stand in one paragraph of one article. */
export interface Paragraph {
  readonly article: Article;
  /** Index into {@link Corpus.sentences} of its first sentence. */
  readonly from: number;
  /** Index after its last sentence. */
  readonly to: number;
}

/** Where an article stands in a corpus: indexes of its sentences and paragraphs, `to` exclusive. */
export interface Stretch {
  readonly article: Article;
  readonly sentences: { readonly from: number; readonly to: number };
  readonly paragraphs: { readonly from: number; readonly to: number };
}

/** The sentences of a library with what is counted over them. What it holds never changes. */
export interface Corpus {
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** The articles, in order. */
  readonly stretches: readonly Stretch[];
  /** Index into `paragraphs`, for each sentence. */
  readonly paragraphOf: ArrayLike<number>;
  /** Number of sentences that hold a term. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Every term there is, sorted, to look beginnings up in. */
  readonly vocabulary: readonly string[];
  /** All words of a sentence, in order. */
  tokensOf(sentence: number): readonly Token[];
  /**
   * The words of a sentence that say what it is about, in order, and those of its speaker: what somebody
   * says is asked for by who it is.
   */
  wordsOf(sentence: number): readonly Token[];
  /** The terms of the same words. */
  termsOf(sentence: number): ReadonlySet<string>;
  /** The terms of the same words in order, each as often as it stands there, for a search engine to index. */
  indexedTermsOf(sentence: number): readonly string[];
  /** The terms of the headline of an article. */
  headlineOf(article: Article): ReadonlySet<string>;
  /** The article that a sentence stands in. */
  stretchAt(sentence: number): Stretch | undefined;
  /** The articles of a story, by its slug, in order. */
  stretchesOf(story: string): readonly Stretch[];
  /** The first sentence that holds a term; `null` where none does. */
  firstWith(term: string): number | null;
}

/**
 * Counts a library through. An article that has been counted before is not counted again: reading a
 * library anew costs what has changed in it.
 *
 * @param stories the stories
 * @returns the corpus; takes about 20 µs a sentence that is new, 1 µs one that is not
 */
export function corpusOf(stories: readonly Story[]): Corpus {
  const pieces = counting(stories);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}

/**
 * The same, in pieces of a few ms, so that questions are answered meanwhile.
 *
 * @param stories the stories
 * @returns the corpus
 */
export async function corpusInPieces(stories: readonly Story[]): Promise<Corpus> {
  const breath = breaths();
  const pieces = counting(stories);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
    await breath();
  }
}

/** Yields after each article. */
function* counting(stories: readonly Story[]): Generator<undefined, Corpus> {
  const sentences: Sentence[] = [];
  const counts: Counted[] = [];
  const paragraphs: Paragraph[] = [];
  const stretches: Stretch[] = [];
  const byStory = new Map<string, Stretch[]>();
  for (const article of stories.flatMap((story) => story.articles)) {
    const counted = countedOf(article);
    const from = { sentence: sentences.length, paragraph: paragraphs.length };
    let start = sentences.length;
    for (const [position, sentence] of counted.sentences.entries()) {
      sentences.push(sentence);
      if (counted.sentences[position + 1]?.paragraph === sentence.paragraph) continue;
      paragraphs.push({ article, from: start, to: sentences.length });
      start = sentences.length;
    }
    const stretch = {
      article,
      sentences: { from: from.sentence, to: sentences.length },
      paragraphs: { from: from.paragraph, to: paragraphs.length },
    };
    stretches.push(stretch);
    counts.push(counted);
    const ofStory = byStory.get(article.story);
    if (ofStory) ofStory.push(stretch);
    else byStory.set(article.story, [stretch]);
    yield;
  }
  const { stretchOf, paragraphOf } = yield* places(stretches, paragraphs);
  const { frequency, firstOf } = yield* frequencies(counts, stretches);
  const indexed = (index: number) => {
    const at = stretchOf[index] ?? -1;
    const [counted, stretch] = [counts[at], stretches[at]];
    return counted && stretch ? termsIn(counted, index - stretch.sentences.from) : [];
  };
  const all = remembered(REMEMBERED, (index: number) => tokens(textOf(sentences[index])), BY_WORDS);
  const words = remembered(REMEMBERED, (index: number) => wordsAmong(all(index), sentences[index]), BY_WORDS);
  return {
    sentences,
    paragraphs,
    stretches,
    paragraphOf,
    frequency,
    vocabulary: yield* sorting(frequency.keys()),
    tokensOf: all,
    wordsOf: words,
    termsOf: remembered(REMEMBERED, (index: number) => new Set(indexed(index)), {
      sizeOf: ({ size }) => Math.ceil(size / WORDS),
    }),
    indexedTermsOf: indexed,
    headlineOf: remembered(REMEMBERED, (article: Article) => termSet(contentWords(article.headline ?? ''))),
    stretchAt: (index) => stretches[stretchOf[index] ?? -1],
    stretchesOf: (story) => byStory.get(story) ?? [],
    firstWith: (term) => (frequency.has(term) ? (firstOf[knownNumberOf(term) ?? -1] ?? null) : null),
  };
}

/** Dividing a sentence takes some 3 µs, and good candidates come again; so many of them take some 10 MB. */
const REMEMBERED = 10_000;
/**
 * Words of a usual sentence. One that is longer counts as so many: eight of 350 KB, as a page may hold that has no full
 * stop, took 76 MB when each counted as one.
 */
const WORDS = 32;
const BY_WORDS = { sizeOf: ({ length }: readonly Token[]) => Math.ceil(length / WORDS) };
/** What is done before others may come in between, in articles and in terms: well below a ms. */
const [ARTICLES, TERMS] = [64, 4096];

/** Where each sentence stands: four bytes each. */
function* places(stretches: readonly Stretch[], paragraphs: readonly Paragraph[]) {
  const sentences = stretches.at(-1)?.sentences.to ?? 0;
  const [stretchOf, paragraphOf] = [new Uint32Array(sentences), new Uint32Array(sentences)];
  for (const [at, stretch] of stretches.entries()) {
    stretchOf.fill(at, stretch.sentences.from, stretch.sentences.to);
    for (let number = stretch.paragraphs.from; number < stretch.paragraphs.to; number += 1) {
      const { from, to } = paragraphs[number] ?? { from: 0, to: 0 };
      paragraphOf.fill(number, from, to);
    }
    if (at % ARTICLES === 0) yield;
  }
  return { stretchOf, paragraphOf };
}

/** In how many sentences each term stands, and in which of them first. */
function* frequencies(counts: readonly Counted[], stretches: readonly Stretch[]) {
  const numbered = numberedTerms();
  const times = new Uint32Array(numbered);
  const [firstOf, lastOf] = [new Uint32Array(numbered), new Uint32Array(numbered)];
  for (const [at, { sentences, numbers }] of counts.entries()) {
    let sentence = stretches[at]?.sentences.from ?? 0;
    let term = sentences.length;
    for (const position of sentences.keys()) {
      const end = numbers[position] ?? 0;
      for (; term < end; term += 1) {
        const number = numbers[term] ?? 0;
        if (times[number] === 0) firstOf[number] = sentence;
        else if (lastOf[number] === sentence) continue;
        lastOf[number] = sentence;
        times[number] = (times[number] ?? 0) + 1;
      }
      sentence += 1;
    }
    if (at % ARTICLES === 0) yield;
  }
  const frequency = new Map<string, number>();
  for (const [number, count] of times.entries()) {
    if (count > 0) frequency.set(termAt(number), count);
    if (number % TERMS === 0) yield;
  }
  return { frequency, firstOf };
}

/** @returns the indexes of a range, `to` exclusive */
export function indexesIn({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function termSet(words: readonly Token[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.term));
}
