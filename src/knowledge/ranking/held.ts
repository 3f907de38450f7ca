import type { Article } from '../article.ts';
import type { Corpus } from '../corpus.ts';
import { countedOf, termNumbersOf } from '../counted.ts';
import { knownNumberOf } from '../words/term-numbers.ts';
import type { Inquiry, Match, WeightedTerm } from './inquiry.ts';

/** How well each term of an inquiry is matched in a place, 0 to 1, in the order of its terms. */
export type Qualities = readonly number[];

type Place = 'here' | 'before' | 'paragraph' | 'headline' | 'article' | 'around';

/** What a sentence and the places around it hold of what was asked. */
export interface Held {
  readonly here: Qualities;
  /** The sentences before and after in the same article. */
  readonly before: Qualities;
  readonly after: Qualities;
  /** Anywhere in its paragraph. */
  readonly paragraph: Qualities;
  readonly headline: Qualities;
  /** Anywhere in its article. */
  readonly article: Qualities;
  /** All these together, where a match counts the less the farther it is. */
  readonly around: Qualities;
  /** The share of what was asked, by weight, that each of these places holds, 0 to 1. */
  readonly share: Readonly<Record<Place, number>>;
}

/** What a match in a place around the sentence counts, against one in the sentence. */
const AROUND = { before: 0.7, after: 0.4, paragraph: 0.4, headline: 0.5 } as const;

/**
 * @param inquiry the question
 * @param sentence index into the corpus
 * @param corpus the library
 * @param here what the sentence itself holds
 * @param holding what other sentences and whole articles hold; asked again and again
 */
export function heldOf(
  inquiry: Inquiry,
  sentence: number,
  corpus: Corpus,
  here: Qualities,
  { holds, paragraphs, wholes }: Holding,
): Held {
  const own = corpus.sentences[sentence];
  const none = inquiry.terms.map(() => 0);
  const at = (other: number) =>
    own && corpus.sentences[other]?.article === own.article ? holds(other) : none;
  const [before, after] = [at(sentence - 1), at(sentence + 1)];
  const whole = paragraphs(corpus.paragraphOf[sentence] ?? -1);
  const paragraph = here.map((quality, term) => Math.max(quality, whole[term] ?? 0));
  const { headline, article } = own ? wholes(own.article) : { headline: none, article: none };
  const around = here.map((quality, term) =>
    Math.max(
      quality,
      (before[term] ?? 0) * AROUND.before,
      (after[term] ?? 0) * AROUND.after,
      (paragraph[term] ?? 0) * AROUND.paragraph,
      (headline[term] ?? 0) * AROUND.headline,
    ),
  );
  const share = (held: Qualities) => covered(inquiry.terms, held);
  return {
    here,
    before,
    after,
    paragraph,
    headline,
    article,
    around,
    share: {
      here: share(here),
      before: share(before),
      paragraph: share(paragraph),
      headline: share(headline),
      article: share(article),
      around: share(around),
    },
  };
}

/** What sentences, paragraphs and articles hold of one inquiry; each is looked at once. */
export interface Holding {
  holds(sentence: number): Qualities;
  /** The highest share of what was asked that any other sentence of its paragraph holds, 0 to 1. */
  besides(sentence: number): number;
  /** What a paragraph holds, by its index: of a broadcast it may be one of thousands of sentences, all candidates in it. */
  paragraphs(paragraph: number): Qualities;
  wholes(article: Article): { readonly headline: Qualities; readonly article: Qualities };
}

/** Of a paragraph: the first sentence that holds the highest share of what was asked, and what the others hold at most. */
interface Highest {
  readonly at: number;
  readonly share: number;
  readonly next: number;
}

/** @returns what any place of the library holds of a question */
export function holdingOf(inquiry: Inquiry, corpus: Corpus): Holding {
  const { matching, terms } = inquiry;
  const numbers = byNumber(matching);
  const sentences = new Map<number, Qualities>();
  const highest = new Map<number, Highest>();
  const paragraphs = new Map<number, Qualities>();
  const articles = new Map<Article, ReturnType<Holding['wholes']>>();

  function holds(sentence: number): Qualities {
    const held =
      sentences.get(sentence) ?? bestAmong(terms.length, matching, corpus.indexedTermsOf(sentence));
    sentences.set(sentence, held);
    return held;
  }

  function highestIn(paragraph: number): Highest {
    const known = highest.get(paragraph);
    if (known) return known;
    let found: Highest = { at: -1, share: 0, next: 0 };
    const { from = 0, to = 0 } = corpus.paragraphs[paragraph] ?? {};
    for (let at = from; at < to; at += 1) {
      const share = covered(terms, holds(at));
      if (share > found.share) found = { at, share, next: found.share };
      else if (share > found.next) found = { ...found, next: share };
    }
    highest.set(paragraph, found);
    return found;
  }

  return {
    holds,
    besides(sentence) {
      const { at, share, next } = highestIn(corpus.paragraphOf[sentence] ?? -1);
      return sentence === at ? next : share;
    },
    paragraphs(paragraph) {
      const known = paragraphs.get(paragraph);
      if (known !== undefined) return known;
      const best = new Array<number>(terms.length).fill(0);
      const { from = 0, to = 0 } = corpus.paragraphs[paragraph] ?? {};
      for (let sentence = from; sentence < to; sentence += 1) {
        for (const [at, quality] of holds(sentence).entries())
          if (quality > (best[at] ?? 0)) best[at] = quality;
      }
      paragraphs.set(paragraph, best);
      return best;
    },
    wholes(article) {
      const held = articles.get(article) ?? {
        headline: qualities(terms, corpus.headlineOf(article)),
        // Of an article of 25 sentences some 250 terms, 10 ns each: a set of them would be large to keep.
        article: bestAmong(terms.length, numbers, termNumbersOf(countedOf(article))),
      };
      articles.set(article, held);
      return held;
    },
  };
}

function byNumber(matching: Inquiry['matching']): ReadonlyMap<number, readonly Match[]> {
  return new Map(
    [...matching].flatMap(([term, matches]) => {
      const number = knownNumberOf(term);
      return number === undefined ? [] : [[number, matches]];
    }),
  );
}

/**
 * @param terms how many terms the question has
 * @param matching which of them a word matches
 * @param words terms of a sentence or of an article, by name or by number
 * @returns how well each term of the question is matched among them
 */
function bestAmong<Word>(
  terms: number,
  matching: ReadonlyMap<Word, readonly Match[]>,
  words: Iterable<Word>,
): Qualities {
  const best = new Array<number>(terms).fill(0);
  for (const word of words) {
    const matches = matching.get(word);
    if (matches === undefined) continue;
    for (const { at, quality } of matches) if (quality > (best[at] ?? 0)) best[at] = quality;
  }
  return best;
}

/** How well each term is matched in a set of terms, 0 to 1. */
export function qualities(terms: readonly WeightedTerm[], among: ReadonlySet<string>): number[] {
  return terms.map(({ matches }) => {
    let quality = 0;
    for (const [match, value] of matches) if (value > quality && among.has(match)) quality = value;
    return quality;
  });
}

/** Below this quality, such as that of a synonym in the paragraph, a word is missing. */
export const MISSING = 0.3;

/** The share of the terms' weight that is matched, 0 to 1; 0 when nothing was asked for. */
export function covered(terms: readonly WeightedTerm[], quality: ArrayLike<number>): number {
  let matched = 0;
  let all = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const weight = terms[at]?.weight ?? 0;
    matched += weight * (quality[at] ?? 0);
    all += weight;
  }
  return all === 0 ? 0 : matched / all;
}
