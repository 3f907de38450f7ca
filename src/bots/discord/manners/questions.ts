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

/** @returns questions, none remembered yet */
export function openQuestions(): Questions {
  const known = new LRUCache<string, AnswerUnder | 'begun' | 'edited'>(REMEMBERED);
  return {
    begin(question) {
      if (!known.has(question)) known.set(question, 'begun');
    },
    answered(question, answer) {
      const wasEdited = known.get(question) === 'edited';
      if (wasEdited) known.delete(question);
      else known.set(question, answer);
      return wasEdited;
    },
    edited(question) {
      const answer = known.get(question);
      if (answer === 'begun') known.set(question, 'edited');
      if (answer === undefined || typeof answer === 'string') return null;
      known.delete(question);
      return answer;
    },
  };
}
