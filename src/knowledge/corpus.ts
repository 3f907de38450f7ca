import type { Article, Sentence, Story } from './article.ts';
import { sentencesOf } from './sentences.ts';
import { FUNCTION_WORDS } from './words/function-words.ts';
import { type Token, tokens } from './words/terms.ts';

/** A run of sentences that stand in one paragraph of one article. */
export interface Paragraph {
  readonly article: Article;
  /** Index into {@link Corpus.sentences} of its first sentence. */
  readonly from: number;
  /** Index after its last sentence. */
  readonly to: number;
}

/** The sentences of a library with what is counted over them. What it holds never changes. */
export interface Corpus {
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** Index into `paragraphs`, for each sentence. */
  readonly paragraphOf: readonly number[];
  /** Number of sentences that hold a term. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Every term there is, sorted, to look beginnings up in. */
  readonly vocabulary: readonly string[];
  /**
   * The words of a sentence that say what it is about, in order, and those of its speaker: what somebody
   * says is asked for by who it is.
   */
  wordsOf(sentence: number): readonly Token[];
  /** The terms of the same words. */
  termsOf(sentence: number): ReadonlySet<string>;
  /** The terms of the headline of an article. */
  headlineOf(article: Article): ReadonlySet<string>;
}

/**
 * Counts a library through, once.
 *
 * @param stories the stories
 * @returns the corpus; takes about 20 µs a sentence
 */
export function corpusOf(stories: readonly Story[]): Corpus {
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  const paragraphOf: number[] = [];
  const frequency = new Map<string, number>();
  for (const article of stories.flatMap((story) => story.articles)) {
    for (const sentence of sentencesOf(article)) {
      const index = sentences.length;
      const last = sentences[index - 1];
      if (last?.article === article && last.paragraph === sentence.paragraph) {
        const open = paragraphs[paragraphs.length - 1];
        if (open) paragraphs[paragraphs.length - 1] = { ...open, to: index + 1 };
      } else {
        paragraphs.push({ article, from: index, to: index + 1 });
      }
      paragraphOf.push(paragraphs.length - 1);
      sentences.push(sentence);
      for (const term of termSet(wordsIn(sentence))) {
        frequency.set(term, (frequency.get(term) ?? 0) + 1);
      }
    }
  }
  const words = remembered((index: number) => wordsIn(sentences[index]));
  const terms = remembered((index: number) => termSet(words(index)));
  const headlines = remembered((article: Article) => termSet(contentWords(article.headline)));
  return {
    sentences,
    paragraphs,
    paragraphOf,
    frequency,
    vocabulary: [...frequency.keys()].sort(),
    wordsOf: words,
    termsOf: terms,
    headlineOf: headlines,
  };
}

/** The text of a sentence; empty for one that is not there. */
export function textOf(sentence: Sentence | undefined): string {
  return sentence ? sentence.article.body.slice(sentence.start, sentence.end) : '';
}

/** The words of a text that say what it is about. */
export function contentWords(text: string): Token[] {
  return tokens(text).filter((token) => !FUNCTION_WORDS.has(token.word));
}

function wordsIn(sentence: Sentence | undefined): Token[] {
  return [...contentWords(textOf(sentence)), ...contentWords(sentence?.speaker ?? '')];
}

function termSet(words: readonly Token[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.term));
}

/** Dividing a sentence takes about 10 µs, and good candidates come again; 20,000 of them take some 20 MB. */
const REMEMBERED = 20_000;

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= REMEMBERED) made.clear();
    made.set(key, value);
    return value;
  };
}
