import type { Corpus } from '../corpus.ts';
import type { DeepCosines } from '../deep-cosines.ts';
import { meaningOf, sentenceVectorsOf, type TextBytes } from '../meaning/sentence-vectors.ts';
import { type WordVector, wordVector } from '../meaning/token-vectors.ts';
import type { AskedTerm, Reading } from '../question.ts';
import type { Candidate } from '../search/engine.ts';
import { type Token, tokens } from '../words/terms.ts';
import { type Neighbours, neighboursIn } from './neighbours.ts';
import { rarityOf } from './rarity.ts';

/** A question's term with what it weighs in this library: importance × inverse sentence frequency. */
export interface WeightedTerm extends AskedTerm {
  /** 0 to 1. */
  readonly weight: number;
  /** 0 to 1: how rare it is, whatever its importance. */
  readonly rarity: number;
  /** What it means. */
  readonly vector: WordVector;
}

/** A question made ready to be held against many sentences. */
export interface Inquiry {
  readonly reading: Reading;
  /** The terms asked for in this very question; those of earlier ones when it has none of its own. */
  readonly terms: readonly WeightedTerm[];
  /** Terms of earlier questions that a follow-up leans on. */
  readonly earlier: readonly WeightedTerm[];
  /** Which of `terms` a term of the library matches, and how well: looked up for each word of a sentence. */
  readonly matching: ReadonlyMap<string, readonly Match[]>;
  /** The question's words, lower case. */
  readonly words: ReadonlySet<string>;
  /** All its words, in order. */
  readonly tokens: readonly Token[];
  /** Its pairs of words that follow each other, by what they say and by what they are searched by. */
  readonly wordPairs: Neighbours;
  readonly termPairs: Neighbours;
  /** Indexes into `terms` of the one that weighs most, or of all that weigh as much. */
  readonly rarest: readonly number[];
  /** What the question as a whole means, at length 1. */
  readonly vector: TextBytes;
  /** The best among the candidates, to measure the others by. */
  readonly best: { readonly score: number; readonly paragraphScore: number; readonly cosine: number };
  /** What a network makes of the candidates; `null` where there is none. */
  readonly deep: Deep | null;
  /** How each candidate stands among the others, by sentence. */
  readonly standings: ReadonlyMap<number, Standing>;
}

/** Cosines by a network. */
export interface Deep {
  readonly cosines: DeepCosines;
  /** The highest of a candidate. */
  readonly best: number;
  /** Places of the candidates, from 0, by sentence. */
  readonly places: ReadonlyMap<number, number>;
}

/** A term of the question that something matches, and how well. */
export interface Match {
  /** Index into {@link Inquiry.terms}. */
  readonly at: number;
  /** 0 to 1. */
  readonly quality: number;
}

/** How a candidate stands among the others. Places count from 0. */
export interface Standing {
  readonly paragraphPlace: number;
  readonly cosinePlace: number;
  /** Of the question's vector and the sentence's, -1 to 1. */
  readonly cosine: number;
}

const NOWHERE: Standing = { paragraphPlace: 99, cosinePlace: 99, cosine: 0 };

/** @returns how a sentence stands among the candidates; behind all of them where it is none */
export function standingOf({ standings }: Inquiry, sentence: number): Standing {
  return standings.get(sentence) ?? NOWHERE;
}

/**
 * @param text the question as it was asked
 * @param reading what was read in it
 * @param candidates all candidates found for it
 * @param corpus the library's counts
 * @param deep cosines by a network, where they are at hand
 * @returns the question, ready for its pairs
 */
export function inquiryOf(
  text: string,
  reading: Reading,
  candidates: readonly Candidate[],
  corpus: Corpus,
  deep: DeepCosines | null = null,
): Inquiry {
  const asked = tokens(text);
  const wordOf = new Map(asked.map(({ term, word }) => [term, word]));
  const weighted = reading.terms.map((term): WeightedTerm => {
    const rarity = rarityOf(term, corpus);
    const vector = wordVector(wordOf.get(term.term) ?? term.term);
    return { ...term, rarity, weight: term.importance * rarity, vector };
  });
  const own = weighted.filter((term) => term.own);
  // "Which state is it in?" has no word of its own that a sentence about it would hold: after another
  // question it is about that, and otherwise about the story, which every sentence is about.
  const byItself =
    own.some((term) => term.importance >= 0.5) || (reading.leansOn === 'topic' && own.length > 0);
  const terms = byItself ? own : weighted;
  const vector = meaningOf(asked);
  const standings = standingsOf(candidates, vector, corpus);
  const highest = (values: readonly number[]) => Math.max(1e-9, ...values);
  return {
    reading,
    terms,
    earlier: byItself ? weighted.filter((term) => !term.own) : [],
    matching: matchingOf(terms),
    words: new Set(asked.map((token) => token.word)),
    tokens: asked,
    wordPairs: neighboursIn(asked, 'word'),
    termPairs: neighboursIn(asked, 'term'),
    rarest: rarestOf(terms),
    vector,
    best: {
      score: highest(candidates.map(({ score }) => score)),
      paragraphScore: highest(candidates.map(({ paragraphScore }) => paragraphScore)),
      cosine: highest([...standings.values()].map(({ cosine }) => cosine)),
    },
    deep: deep && deepOf(deep, candidates),
    standings,
  };
}

function deepOf(cosines: DeepCosines, candidates: readonly Candidate[]): Deep {
  const own = candidates.map(({ sentence }) => cosines.get(sentence) ?? 0);
  const places = placesOf(own);
  return {
    cosines,
    best: Math.max(...own),
    places: new Map(candidates.map(({ sentence }, at) => [sentence, places[at] ?? 0])),
  };
}

function rarestOf(terms: readonly WeightedTerm[]): number[] {
  const most = Math.max(0, ...terms.map(({ weight }) => weight));
  return [...terms.keys()].filter((at) => terms[at]?.weight === most);
}

function matchingOf(terms: readonly WeightedTerm[]): Map<string, Match[]> {
  const matching = new Map<string, Match[]>();
  for (const [at, { matches }] of terms.entries()) {
    for (const [term, quality] of matches) {
      const known = matching.get(term);
      if (known) known.push({ at, quality });
      else matching.set(term, [{ at, quality }]);
    }
  }
  return matching;
}

function standingsOf(
  candidates: readonly Candidate[],
  vector: TextBytes,
  corpus: Corpus,
): Map<number, Standing> {
  const vectors = sentenceVectorsOf(corpus);
  const cosines = candidates.map(({ sentence }) => vectors.cosine(vector, sentence));
  const byParagraph = placesOf(candidates.map(({ paragraphScore }) => paragraphScore));
  const byCosine = placesOf(cosines);
  return new Map(
    candidates.map(({ sentence }, at) => [
      sentence,
      {
        paragraphPlace: byParagraph[at] ?? 0,
        cosinePlace: byCosine[at] ?? 0,
        cosine: cosines[at] ?? 0,
      },
    ]),
  );
}

/** The place of each value among all, from 0 for the highest; equal values share one. */
function placesOf(values: readonly number[]): number[] {
  const ordered = [...new Set(values)].sort((a, b) => b - a);
  const placeOf = new Map(ordered.map((value, place) => [value, place]));
  return values.map((value) => placeOf.get(value) ?? 0);
}
