import type { ArticleKind } from './article.ts';

/** The Answer of docs/design.md, as every bot, `--json` and `--batch` hand it on. */

/** A stretch of a quote's text: UTF-16 code units into `Quote.text`, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a quote comes from. */
export interface Citation {
  /** The article's id within its story. */
  readonly article: string;
  /** The story's slug. */
  readonly story: string;
  /** `null` when nobody has stated it. */
  readonly outlet: string | null;
  /** A `digest` is our own words about the outlet's reporting, and is shown as one. */
  readonly kind: ArticleKind;
  /** `null` when nobody has stated it. */
  readonly headline: string | null;
  /** ISO 8601 date or date-time; `null` when unknown. */
  readonly published: string | null;
  /** ISO 8601 date or date-time; `null` when the article was never updated. */
  readonly updated: string | null;
  readonly speaker: string | null;
  /** In a transcript that names nobody, the number of the turn, from 1. */
  readonly turn: number | null;
  /** Whether it is the caption of a photograph: it says what the picture shows, not what the story says. */
  readonly caption: boolean;
  readonly url: string | null;
  /** `url` with a text fragment that scrolls to the quote; `null` without a `url`. */
  readonly link: string | null;
}

/**
 * How a further quote stands to the first one of its answer.
 * - `same`: it says the same
 * - `other-number`: it gives another number for the same thing
 * - `later`: it tells as done what the first tells as still to come, and its report is later
 * - `earlier`: it tells as still to come what the first tells as done, and its report is earlier
 * - `other-step`: one of the two tells as done what the other tells as still to come, and it is not known
 *   which was reported later
 */
export type Relation = 'same' | 'other-number' | 'later' | 'earlier' | 'other-step';

/** Verbatim text of an article: `article.body.slice(start, end) === text`. */
export interface Quote {
  readonly text: string;
  /** The words that answer, in order, not overlapping; empty when unsure. */
  readonly emphasis: readonly Span[];
  /** The sentence before in the same paragraph or the one above; `''` at the article's start. */
  readonly before: string;
  /** The sentence after; `''` at the article's end. */
  readonly after: string;
  readonly citation: Citation;
  /** UTF-16 code units into the article's body. */
  readonly start: number;
  readonly end: number;
  /** Other articles with nearly the same sentence, such as copies of a wire report; best first. */
  readonly also: readonly Citation[];
  /** `null` for the first quote of an answer, and for the nearest of what is unanswered. */
  readonly relation: Relation | null;
  /** Whether its report is known to be later than those of all other quotes of the answer. */
  readonly newest: boolean;
}

/** In what two sources of an answer differ. One article is never said to differ from itself. */
export interface Difference {
  /** `numbers`: they give different numbers for the same thing; `steps`: what one expects, the other tells as done. */
  readonly kind: 'numbers' | 'steps';
  /** Indexes into `quotes`: of the earlier and the later report, or, where that is not known, in order of rank. */
  readonly between: readonly [number, number];
  /** Whether it is known that the second of them was reported later. */
  readonly ordered: boolean;
}

/**
 * Why there is no answer.
 * - `unsure`: something comes close
 * - `not-in-story`: nothing does
 * - `empty`: nothing was asked (no text, or no word in it)
 * - `too-long`: more than {@link MAX_QUESTION_LENGTH} characters
 * - `no-story`: there is no such story, or it is not open to this place
 * - `too-many`: the message held more than {@link MOST_QUESTIONS}, and this is the rest of it
 */
export type UnansweredReason = 'unsure' | 'not-in-story' | 'empty' | 'too-long' | 'no-story' | 'too-many';

/** Longest question that is read, in UTF-16 code units. Longer ones are pasted articles, not questions. */
export const MAX_QUESTION_LENGTH = 1000;

/** How many questions of one message are answered: more would be a wall of quotations. */
export const MOST_QUESTIONS = 3;

/** A story whose feed has not been read for long: there may be news that is not in the library. */
export interface StaleStory {
  /** The story's slug. */
  readonly story: string;
  readonly title: string;
  /** ISO 8601 date-time at which its feed was read last; `null` when it never was. */
  readonly since: string | null;
}

interface AnswerBase {
  /** The question as it was asked; of a message with several, the part of it that this answers. */
  readonly question: string;
  /** 0 to 1: how likely the first quote answers; for an unanswered question, how near it came. */
  readonly confidence: number;
  /** Questions that the stories open to this place do answer, nearest first; at most three. */
  readonly related: readonly string[];
  /** The stories that the quotes are from, or that were asked, as far as their feeds have failed for long. */
  readonly stale: readonly StaleStory[];
  /** Time from question to answer in ms. */
  readonly tookMs: number;
  /**
   * The answers to the other questions of the same message, in order; empty as a rule. None of them has further
   * ones. The last is unanswered as `too-many` where there were more questions than are answered.
   */
  readonly further: readonly Answer[];
}

/** Best quote first; then one of another source that differs from it, if any; then others that say the same. */
export interface Answered extends AnswerBase {
  readonly status: 'answered';
  /** Never empty. */
  readonly quotes: readonly [Quote, ...Quote[]];
  /** `null` where the quotes are not known to differ. */
  readonly difference: Difference | null;
}

/** The story does not say, or nothing was asked. */
export interface Unanswered extends AnswerBase {
  readonly status: 'unanswered';
  readonly reason: UnansweredReason;
  readonly quotes: readonly [];
  /** At most three, only ever shown as the closest that the story comes. */
  readonly nearest: readonly Quote[];
}

export type Answer = Answered | Unanswered;
