import type { Quote, UnansweredReason } from './answer.ts';
import { type Asked, askOpenly, type Judged, meantOf, type Shelf } from './ask.ts';
import { textOf } from './corpus.ts';
import type { Decision } from './decision.ts';
import type { Question } from './question.ts';
import { askEach } from './questions/several.ts';
import { quoteOf } from './quote.ts';
import {
  differencesOf,
  type Judgement,
  judgementOf,
  type ScoreDifference,
  WORDS,
} from './ranking/judgement.ts';
import type { Ranked } from './ranking/model.ts';
import { type Understood, understoodOf } from './ranking/understood.ts';

/**
 * As what a candidate is shown: the `answer`; another source `beside` it; a `copy` of one of these, of which only the
 * outlet is named; one of the `nearest` where nothing answers; or `not` at all.
 */
export type Shown = 'answer' | 'beside' | 'copy' | 'nearest' | 'not';

/** A sentence that was judged, and what made the judgement. */
export interface ExplainedCandidate extends Judgement {
  /** As the answer shows it; without emphasis where it is not shown. */
  readonly quote: Quote;
  readonly shown: Shown;
}

/** Why a question was answered as it was. */
export interface ExplainedQuestion {
  /** As it was asked; of a message with several, the part of it that this explains. */
  readonly question: string;
  readonly status: 'answered' | 'unanswered';
  /** Why there is no answer; `null` where there is one. */
  readonly reason: UnansweredReason | null;
  /**
   * 0 to 1, as the answer has it. Higher than the answering candidate's own where that was not the first in rank: an
   * answer that holds what was asked for, behind a first that lacks it, is surer than its place tells.
   */
  readonly confidence: number;
  /** What was understood; `null` where nothing was looked for, such as for an empty question. */
  readonly read: Understood | null;
  /** How many sentences were judged. */
  readonly judged: number;
  /** The best of them, best first. */
  readonly candidates: readonly ExplainedCandidate[];
  /** In what the first and the second of them differ most, at most six, the largest difference first. */
  readonly won: readonly ScoreDifference[];
}

/** Why a message was answered as it was: its first question, and the others in order. */
export interface Explanation extends ExplainedQuestion {
  readonly further: readonly ExplainedQuestion[];
  /** What each name of a contribution says, in plain words. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * Asks a question as `ask` does, and keeps what it came about by.
 *
 * @param shelf what is asked
 * @param question what was asked, and where
 * @param most candidates to tell of; each has some 200 numbers
 * @returns the explanation
 */
export async function explain(shelf: Shelf, question: Question, most: number): Promise<Explanation> {
  const explained: ExplainedQuestion[] = [];
  const answer = await askEach(question, shelf.corpus, async (part) => {
    const asked = await askOpenly(shelf, part);
    explained.push(explainedOf(asked, part, shelf, most));
    return asked.answer;
  });
  const [first = explainedOf({ answer, made: null }, question, shelf, most), ...further] = explained;
  return { ...first, further, words: WORDS };
}

function explainedOf(
  { answer, made }: Asked,
  question: Question,
  shelf: Shelf,
  most: number,
): ExplainedQuestion {
  const { question: text, status, confidence } = answer;
  const reason = answer.status === 'answered' ? null : answer.reason;
  const base = { question: text, status, reason, confidence };
  if (made === null) return { ...base, read: null, judged: 0, candidates: [], won: [] };
  const { judged, decision } = made;
  const standing = standingsIn(decision, answer);
  const all = judged.ranked.map((one) => ({ one, ...standing(one) }));
  return {
    ...base,
    read: understoodOf(judged.inquiry, textsAround(judged, question, shelf)),
    judged: judged.ranked.length,
    candidates: all.slice(0, Math.max(0, most)).map(({ one, shown, quote }) => ({
      quote: quote ?? quoteOf(shelf.corpus, one.pair.candidate.sentence),
      shown,
      ...judgementOf(one, shelf.model),
    })),
    won: wonBy(judged, shelf),
  };
}

/** What the words of a question and of the library can be read in: what was said before, titles, and candidates. */
function textsAround({ ranked }: Judged, { earlier, scope }: Question, { corpus, stories }: Shelf) {
  return [
    ...earlier.map((turn) => turn.question),
    ...meantOf(stories, scope).flatMap(({ title, aliases }) => [title, ...aliases]),
    ...ranked.map(({ pair }) => textOf(corpus.sentences[pair.candidate.sentence])),
  ];
}

function wonBy({ ranked: [first, second] }: Judged, { model }: Shelf): readonly ScoreDifference[] {
  return first === undefined || second === undefined ? [] : differencesOf(first, second, model);
}

interface Standing {
  readonly shown: Shown;
  /** As the answer shows it. */
  readonly quote?: Quote | undefined;
}

/** What is shown is decided once, in `decide`: here it is only looked up. */
function standingsIn({ sides, near }: Decision, { quotes, ...answer }: Asked['answer']) {
  const standings = new Map<number, Standing>();
  const nearest = answer.status === 'unanswered' ? answer.nearest : [];
  for (const [at, { pair }] of near.entries()) {
    standings.set(pair.candidate.sentence, { shown: 'nearest', quote: nearest[at] });
  }
  for (const [at, { ranked, copies }] of (sides?.sources ?? []).entries()) {
    const shown = at === 0 ? 'answer' : 'beside';
    standings.set(ranked.pair.candidate.sentence, { shown, quote: quotes[at] });
    for (const copy of copies) standings.set(copy, { shown: 'copy' });
  }
  return ({ pair }: Ranked): Standing => standings.get(pair.candidate.sentence) ?? { shown: 'not' };
}
