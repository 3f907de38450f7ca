import type { Article } from '../../article.ts';
import { type Corpus, contentWords, type Stretch } from '../../corpus.ts';
import type { Postings } from './lists.ts';

/**
 * Articles that were indexed together. Its articles, paragraphs, sentences and terms are numbered from 0, in
 * order, and keep their numbers; where they stand in the corpus moves with every change.
 */
export interface Segment {
  readonly articles: readonly Article[];
  /** Articles, by the slug of their story. */
  readonly stories: ReadonlyMap<string, readonly number[]>;
  readonly terms: ReadonlyMap<string, number>;
  /** The first paragraph of each article, and after the last the number of all. */
  readonly paragraphsFrom: Uint32Array;
  /** The first sentence of each paragraph, and after the last the number of all. */
  readonly sentencesFrom: Uint32Array;
  readonly articleOf: Uint32Array;
  readonly paragraphOf: Uint32Array;
  /** How many different terms each sentence, paragraph and article's headline holds. */
  readonly lengths: {
    readonly sentences: Uint32Array;
    readonly paragraphs: Uint32Array;
    readonly headlines: Uint32Array;
  };
  /** For each term, the sentences that hold it, and the articles whose headline does. */
  readonly holding: { readonly sentences: Postings; readonly headlines: Postings };
  /** For each term, how many paragraphs hold it in their text, and under a headline; none that is gone. */
  readonly held: { readonly texts: Uint32Array; readonly headlines: Uint32Array };
  /** Where the first sentence and paragraph of each article stand in the corpus; -1 when it is gone. */
  readonly places: { readonly sentences: Int32Array; readonly paragraphs: Int32Array };
}

/** How many sentences and paragraphs there are, and what their lengths come to. */
export interface Totals {
  readonly sentences: number;
  readonly paragraphs: number;
  readonly sentenceLengths: number;
  readonly paragraphLengths: number;
  /** Of headlines, each once for each paragraph under it. */
  readonly headlineLengths: number;
}

/** @returns the totals of what is not gone */
export function totalsOf(segments: readonly Segment[]): Totals {
  let [sentences, paragraphs, sentenceLengths, paragraphLengths, headlineLengths] = [0, 0, 0, 0, 0];
  for (const segment of segments) {
    const { paragraphsFrom, sentencesFrom, lengths } = segment;
    for (const article of segment.articles.keys()) {
      if (isGone(segment, article)) continue;
      const [from, to] = [paragraphsFrom[article] ?? 0, paragraphsFrom[article + 1] ?? 0];
      const [first, end] = [sentencesFrom[from] ?? 0, sentencesFrom[to] ?? 0];
      sentences += end - first;
      paragraphs += to - from;
      headlineLengths += (to - from) * (lengths.headlines[article] ?? 0);
      for (let at = from; at < to; at += 1) paragraphLengths += lengths.paragraphs[at] ?? 0;
      for (let at = first; at < end; at += 1) sentenceLengths += lengths.sentences[at] ?? 0;
    }
  }
  return { sentences, paragraphs, sentenceLengths, paragraphLengths, headlineLengths };
}

/** @returns the articles that are not gone */
export function articlesIn(segment: Segment): Article[] {
  return segment.articles.filter((_, number) => !isGone(segment, number));
}

/** In the place of a place in the corpus. */
const GONE = -1;

/** @returns whether an article is no longer in the corpus */
export function isGone({ places }: Segment, article: number): boolean {
  return places.paragraphs[article] === GONE;
}

/**
 * Writes down where the articles stand now, and takes those that stand nowhere out of what is counted; their
 * postings stay, and are passed over. What is gone stays so: if it comes again, it is indexed again.
 *
 * @param segment is changed
 * @param before the corpus in which it stood
 * @param after where the articles stand now
 */
export function move(segment: Segment, before: Corpus, after: ReadonlyMap<Article, Stretch>): void {
  const { articles, places } = segment;
  for (const [number, article] of articles.entries()) {
    if (isGone(segment, number)) continue;
    const stretch = after.get(article);
    if (!stretch) forget(segment, before, number);
    places.sentences[number] = stretch?.sentences.from ?? GONE;
    places.paragraphs[number] = stretch?.paragraphs.from ?? GONE;
  }
}

function forget({ articles, terms, held, places, paragraphsFrom }: Segment, before: Corpus, article: number) {
  const lose = (texts: readonly string[], counted: Uint32Array, times: number) => {
    for (const text of new Set(texts)) {
      const term = terms.get(text) ?? 0;
      counted[term] = (counted[term] ?? 0) - times;
    }
  };
  const size = (paragraphsFrom[article + 1] ?? 0) - (paragraphsFrom[article] ?? 0);
  const first = places.paragraphs[article] ?? 0;
  for (const { from, to } of before.paragraphs.slice(first, first + size)) {
    const texts = Array.from({ length: to - from }, (_, nth) => before.indexedTermsOf(from + nth));
    lose(texts.flat(), held.texts, 1);
  }
  lose(headlineTermsOf(articles[article]), held.headlines, size);
}

/** @returns the terms of an article's headline, each as often as it stands there */
export function headlineTermsOf(article: Article | undefined): string[] {
  return contentWords(article?.headline ?? '').map(({ term }) => term);
}
