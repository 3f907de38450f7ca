import type { Corpus } from '../corpus.ts';
import { asBytes, sentenceVectorsOf, shorten, sumsOf } from '../meaning/sentence-vectors.ts';
import {
  DIMENSIONS,
  dotOfBytes,
  likeness,
  NO_WORD,
  type WordVector,
  wordVector,
} from '../meaning/token-vectors.ts';
import type { Token } from '../words/terms.ts';
import type { Form } from './form.ts';
import type { Qualities } from './held.ts';
import type { Inquiry } from './inquiry.ts';
import { compareRests, restsOf } from './rest.ts';

/** How near in meaning a sentence and what stands around it come to a question. All from -1 to 1. */
export interface Likeness {
  readonly cosine: number;
  readonly before: number;
  readonly after: number;
  /** The highest in its paragraph. */
  readonly paragraph: number;
  /** For each term of the question, how like it the word of the sentence is that is most like it; no less than it is matched. */
  readonly terms: Float32Array;
  /** The same for its paragraph: the likest of any word in it. */
  readonly paragraphTerms: Float32Array;
  /** Cosine of the question and the paragraph as a whole. */
  readonly whole: number;
  /** Cosine of what is left in both when the words are taken out that match: "what company" and its name. */
  readonly rest: number;
  /** How well what is left of the sentence answers what is left of the question, from -1 to 1. */
  readonly answers: number;
}

/** A candidate, as far as its likeness goes. */
interface Sentence {
  readonly index: number;
  readonly form: Form;
  /** How well each term of the question is matched in it. */
  readonly here: Qualities;
  /** The same in its paragraph. */
  readonly paragraph: Qualities;
}

/** The cosines of one question and any sentence; each is taken once. */
export interface Likenesses {
  of(sentence: number): number;
  /** The highest of a paragraph's sentences, by its index; -1 where it has none. */
  paragraph(paragraph: number): number;
}

/** Likeness of sentences to one question; a word that stands in many of them is compared once. */
export function likenessTo(
  inquiry: Inquiry,
  corpus: Corpus,
  cosine: Likenesses,
): (sentence: Sentence) => Likeness {
  const compare = comparing(inquiry);
  const rests = restsOf(inquiry);
  const paragraphs = paragraphsLike(inquiry, corpus, compare);
  return ({ index, form, here, paragraph }) => ({
    ...cosinesAround(index, corpus, cosine),
    ...paragraphs(corpus.paragraphOf[index] ?? -1, paragraph),
    terms: compare(corpus.wordsOf(index), here),
    ...compareRests(rests, { form, words: corpus.tokensOf(index), here }),
  });
}

/** Likeness of whole paragraphs; several candidates stand in one. */
function paragraphsLike(inquiry: Inquiry, corpus: Corpus, compare: Compare) {
  const sums = sumsOf(corpus);
  const known = new Map<number, Pick<Likeness, 'paragraphTerms' | 'whole'>>();
  let left = MOST_READ;
  return (paragraph: number, held: Qualities): Pick<Likeness, 'paragraphTerms' | 'whole'> => {
    const made = known.get(paragraph);
    if (made) return made;
    const { from = 0, to = 0 } = corpus.paragraphs[paragraph] ?? {};
    // A paragraph may be a whole broadcast, which says most of its words again and again.
    const words = new Map<string, Token>();
    const sum = new Float32Array(DIMENSIONS);
    const end = Math.min(to, from + left);
    left -= end - from;
    for (let sentence = from; sentence < end; sentence += 1) {
      for (const token of corpus.wordsOf(sentence)) words.set(token.word, token);
      const own = sums(sentence);
      for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + (own[at] ?? 0);
    }
    const whole = dotOfBytes(asBytes(shorten(sum)), 0, inquiry.vector, 0);
    const like = { paragraphTerms: compare([...words.values()], held), whole };
    known.set(paragraph, like);
    return like;
  };
}

/**
 * Sentences of paragraphs that are read word by word for one question: as many as stay divided, and ten times what an
 * hour's broadcast has. Reading one that is not divided yet takes 30 µs, so that 50,000 in a paragraph took over a
 * second, at each question.
 */
const MOST_READ = 10_000;

type Compare = (words: readonly Token[], held: Qualities) => Float32Array;

/** @returns the cosines of a sentence and of those around it in its article */
export function cosinesAround(
  index: number,
  corpus: Corpus,
  cosine: Likenesses,
): Pick<Likeness, 'cosine' | 'before' | 'after' | 'paragraph'> {
  const own = corpus.sentences[index];
  const at = (other: number) => (corpus.sentences[other]?.article === own?.article ? cosine.of(other) : 0);
  const paragraph = Math.max(cosine.of(index), cosine.paragraph(corpus.paragraphOf[index] ?? -1));
  return { cosine: cosine.of(index), before: at(index - 1), after: at(index + 1), paragraph };
}

/** @returns cosines with a question */
export function cosinesTo(inquiry: Inquiry, corpus: Corpus): Likenesses {
  const vectors = sentenceVectorsOf(corpus);
  const cosines = new Map<number, number>();
  const paragraphs = new Map<number, number>();

  function cosineOf(sentence: number): number {
    const known =
      cosines.get(sentence) ??
      inquiry.standings.get(sentence)?.cosine ??
      vectors.cosine(inquiry.vector, sentence);
    cosines.set(sentence, known);
    return known;
  }

  return {
    of: cosineOf,
    paragraph(paragraph) {
      const known = paragraphs.get(paragraph);
      if (known !== undefined) return known;
      const { from = 0, to = 0 } = corpus.paragraphs[paragraph] ?? {};
      let best = -1;
      for (let sentence = from; sentence < to; sentence += 1) best = Math.max(best, cosineOf(sentence));
      paragraphs.set(paragraph, best);
      return best;
    },
  };
}

/**
 * Different words that are compared for one question, in the order in which its candidates are judged. Questions about
 * news copy meet 350 of them at most. A word that is not remembered takes 10 µs: a sentence of a megabyte that says none
 * of its words twice kept everybody waiting for seconds, at each question.
 */
const MOST_COMPARED = 8_000;

/** For each term of the question that some words do not hold, how like it the likest of them is. */
function comparing({ terms }: Inquiry): Compare {
  const compared = new Map<string, Compared>();
  const seen = (word: string): Compared | null => {
    const known = compared.get(word);
    if (known) return known;
    if (compared.size === MOST_COMPARED) return null;
    const made = { vector: wordVector(word), values: new Float32Array(terms.length).fill(Number.NaN) };
    compared.set(word, made);
    return made;
  };
  return (words, here) => {
    const best = Float32Array.from(here);
    // What is held needs no likeness, and most of the time goes into these products.
    const missing = [...here.keys()].filter((at) => (here[at] ?? 0) < HELD);
    if (missing.length === 0) return best;
    for (const { word } of words) {
      const known = seen(word);
      if (known === null) continue;
      const { vector, values } = known;
      for (const at of missing) {
        let value = values[at] ?? 0;
        if (Number.isNaN(value)) {
          value = likeness(terms[at]?.vector ?? NO_WORD, vector);
          values[at] = value;
        }
        if (value > (best[at] ?? 0)) best[at] = value;
      }
    }
    return best;
  };
}

/** A word, and how like it each term of the question is; not a number where that was not needed yet. */
interface Compared {
  readonly vector: WordVector;
  readonly values: Float32Array;
}

/** From this quality on a word is held as it was asked. */
const HELD = 0.99;
