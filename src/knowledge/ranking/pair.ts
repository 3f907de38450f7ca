import type { Sentence } from '../article.ts';
import { type Corpus, contentWords, textOf } from '../corpus.ts';
import { counting, isAttributed } from '../evidence/roles.ts';
import { type Evidence, evidenceOf } from '../evidence.ts';
import type { AskedTerm, Reading } from '../question.ts';
import type { Candidate } from '../search/engine.ts';
import { type Token, tokens } from '../words/terms.ts';

/** A question's term with what it weighs in this library: importance × inverse sentence frequency. */
export interface WeightedTerm extends AskedTerm {
  /** 0 to 1. */
  readonly weight: number;
}

/** A question made ready to be held against many sentences. */
export interface Inquiry {
  readonly reading: Reading;
  /** The terms asked for in this very question; those of earlier ones when it has none of its own. */
  readonly terms: readonly WeightedTerm[];
  /** Terms of earlier questions that a follow-up leans on. */
  readonly earlier: readonly WeightedTerm[];
  /** The question's words, lower case. */
  readonly words: ReadonlySet<string>;
  /** All its words, in order. */
  readonly tokens: readonly Token[];
  /** The best scores among the candidates, to measure the others by. */
  readonly best: { readonly score: number; readonly paragraphScore: number };
}

/** A question and one sentence: what features are taken of. */
export interface Pair {
  readonly inquiry: Inquiry;
  readonly candidate: Candidate;
  readonly corpus: Corpus;
  readonly evidence: Evidence;
  /** Match quality of each of `inquiry.terms` in the sentence, 0 to 1, in the same order. */
  readonly here: readonly number[];
  /** The same in the sentence and what stands around it, where a match counts less. */
  readonly around: readonly number[];
}

/**
 * @param text the question as it was asked
 * @param reading what was read in it
 * @param candidates all candidates found for it
 * @param corpus the library's counts
 * @returns the question, ready for its pairs
 */
export function inquiryOf(
  text: string,
  reading: Reading,
  candidates: readonly Candidate[],
  corpus: Corpus,
): Inquiry {
  const weighted = reading.terms.map((term) => ({ ...term, weight: term.importance * rarity(term, corpus) }));
  const own = weighted.filter((term) => term.own);
  // "Which state is it in?" has no word of its own that a sentence about it would hold: after another
  // question it is about that, and otherwise about the story, which every sentence is about.
  const byItself =
    own.some((term) => term.importance >= 0.5) || (reading.leansOn === 'topic' && own.length > 0);
  const asked = tokens(text);
  return {
    reading,
    terms: byItself ? own : weighted,
    earlier: byItself ? weighted.filter((term) => !term.own) : [],
    words: new Set(asked.map((token) => token.word)),
    tokens: asked,
    best: {
      score: Math.max(1e-9, ...candidates.map((candidate) => candidate.score)),
      paragraphScore: Math.max(1e-9, ...candidates.map((candidate) => candidate.paragraphScore)),
    },
  };
}

/** @returns the pair of a question and one of its candidates */
export function pairOf(inquiry: Inquiry, candidate: Candidate, corpus: Corpus): Pair {
  const sentence = corpus.sentences[candidate.sentence];
  const evidence = inRoles(evidenceOf(inquiry.reading.kind, textOf(sentence), inquiry.words), {
    inquiry,
    sentence,
    words: corpus.wordsOf(candidate.sentence),
  });
  const matched = qualities(inquiry.terms, corpus.termsOf(candidate.sentence));
  const here = inquiry.terms.map((term, index) =>
    Math.max(matched[index] ?? 0, term.namesKind ? evidence.fit : 0),
  );
  const around = withNeighbours(inquiry, candidate.sentence, corpus, here);
  return { inquiry, candidate, corpus, evidence, here, around };
}

interface InSentence {
  readonly inquiry: Inquiry;
  readonly sentence: Sentence | undefined;
  readonly words: readonly Token[];
}

/** A number that counts something else, and words that somebody else said, are less than what is asked for. */
function inRoles(found: Evidence, { inquiry, sentence, words }: InSentence): Evidence {
  const { kind, roles } = inquiry.reading;
  const plays = (role: ReadonlySet<string>) => {
    const terms = inquiry.terms.filter(({ term }) => role.has(term));
    return (term: string) => terms.some(({ matches }) => matches.has(term));
  };
  if (kind === 'number' && roles.counted.size > 0 && found.fit === 1) {
    const counts = counting(found.spans, words, plays(roles.counted));
    return counts.length > 0 ? { fit: 1, spans: counts } : { ...found, fit: 0.5 };
  }
  if (kind === 'statement' && roles.speaker.size > 0) {
    // In a transcript every sentence is a statement of its speaker, whether or not it says "said".
    const isSpeaker = plays(roles.speaker);
    const speaks = contentWords(sentence?.speaker ?? '').some(({ term }) => isSpeaker(term));
    const said = speaks || isAttributed(textOf(sentence), words, isSpeaker);
    return { ...found, fit: said ? 1 : words.some(({ term }) => isSpeaker(term)) ? -0.5 : -1 };
  }
  return found;
}

/** What a match in a place around the sentence counts, against one in the sentence. */
const AROUND = { before: 0.7, after: 0.4, paragraph: 0.4, headline: 0.5 } as const;

function withNeighbours(
  { terms }: Inquiry,
  index: number,
  corpus: Corpus,
  here: readonly number[],
): readonly number[] {
  const sentence = corpus.sentences[index];
  const paragraph = corpus.paragraphs[corpus.paragraphOf[index] ?? -1];
  if (!sentence || !paragraph) return here;
  const best = [...here];
  const count = (among: ReadonlySet<string>, worth: number) => {
    for (const [at, quality] of qualities(terms, among).entries()) {
      best[at] = Math.max(best[at] ?? 0, quality * worth);
    }
  };
  const at = (other: number, worth: number) => {
    if (corpus.sentences[other]?.article === sentence.article) count(corpus.termsOf(other), worth);
  };
  at(index - 1, AROUND.before);
  at(index + 1, AROUND.after);
  for (let other = paragraph.from; other < paragraph.to; other += 1) at(other, AROUND.paragraph);
  count(corpus.headlineOf(sentence.article), AROUND.headline);
  return best;
}

/**
 * Inverse sentence frequency on a scale from 0 (in every sentence) to 1 (in none), so that it means the
 * same in a library of fifty sentences and of a million.
 */
function rarity(term: AskedTerm, corpus: Corpus): number {
  const all = corpus.sentences.length + 1;
  let frequency = 0;
  for (const [match, quality] of term.matches) {
    frequency = Math.max(frequency, quality >= 0.8 ? (corpus.frequency.get(match) ?? 0) : 0);
  }
  return Math.log(all / (frequency + 0.5)) / Math.log(all / 0.5);
}

/** How well each term is matched in a set of terms, 0 to 1. */
export function qualities(terms: readonly WeightedTerm[], among: ReadonlySet<string>): number[] {
  return terms.map(({ matches }) => {
    let quality = 0;
    for (const [match, value] of matches) if (value > quality && among.has(match)) quality = value;
    return quality;
  });
}

/** The share of the terms' weight that is matched, 0 to 1; 0 when nothing was asked for. */
export function covered(terms: readonly WeightedTerm[], quality: readonly number[]): number {
  let matched = 0;
  let all = 0;
  for (const [index, { weight }] of terms.entries()) {
    matched += weight * (quality[index] ?? 0);
    all += weight;
  }
  return all === 0 ? 0 : matched / all;
}
