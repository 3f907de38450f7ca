import { LRUCache } from 'lru-cache';
import type { Place } from '../../../knowledge/index.ts';
import type { Asking } from '../../asking.ts';

/** An answer that stands under what somebody wrote. */
export interface AnswerUnder {
  /** Where it stands, and its id. */
  readonly channel: string;
  readonly message: string;
  /** Where it was asked. */
  readonly place: Place;
  /** The question as it was asked. */
  readonly text: string;
  readonly asking: Asking;
}

/** Remembers which answer stands under which message. */
export interface Questions {
  /** A message is about to be answered; where that is known already, nothing changes. */
  begin(question: string): void;
  /**
   * It is answered.
   *
   * @returns whether it was edited meanwhile
   */
  answered(question: string, answer: AnswerUnder): boolean;
  /** Its author has edited it. @returns the answer that stands under it, the first time; `null` where none does */
  edited(question: string): AnswerUnder | null;
}

/** Whoever rewrites a question does so within a day, or nobody reads it any more; some kilobytes each at most. */
const REMEMBERED = { max: 5_000, ttl: 24 * 60 * 60_000 };
/**
 * What is not answered yet, or never will be, as it is one of a flood: apart, so that nobody makes us forget by it what
 * stands under other questions. An answer takes a minute at most.
 */
const BEGUN = { max: 5_000, ttl: 10 * 60_000 };

/** @returns questions, none remembered yet */
export function openQuestions(): Questions {
  const answers = new LRUCache<string, AnswerUnder>(REMEMBERED);
  const begun = new LRUCache<string, 'as asked' | 'edited'>(BEGUN);
  return {
    begin(question) {
      if (!answers.has(question) && !begun.has(question)) begun.set(question, 'as asked');
    },
    answered(question, answer) {
      const wasEdited = begun.get(question) === 'edited';
      begun.delete(question);
      if (!wasEdited) answers.set(question, answer);
      return wasEdited;
    },
    edited(question) {
      const answer = answers.get(question);
      if (answer !== undefined) answers.delete(question);
      else if (begun.has(question)) begun.set(question, 'edited');
      return answer ?? null;
    },
  };
}
