import type { Answer, EarlierTurn, Place } from '../knowledge/index.ts';
import type { Asking } from './asking.ts';
import type { Reply } from './reply.ts';

/** A question as a platform delivered it, freed of the mention that addressed it to us. */
export interface Asked {
  /**
   * Names of this delivery, each unique on its platform (an event's id, channel and timestamp, …). A
   * delivery that shares any of them with an earlier one is the same question again.
   */
  readonly deliveries: readonly string[];
  readonly place: Place;
  /** Names the thread that it belongs to, for follow-ups; `null` where there is none. */
  readonly thread: string | null;
  /** Names the thread that it leans on instead, without becoming a part of it: a reply to one answer of many. */
  readonly under?: string;
  /** What was asked before it, where the platform itself remembers that; instead of what `thread` has. */
  readonly earlier?: readonly EarlierTurn[];
  readonly text: string;
  /** Who asks, by the platform's own ids; left out where nobody is known. */
  readonly person?: string | null;
  /** Slug of the story that was chosen, `null` for all; left out: as is set for the place. */
  readonly story?: string | null;
  /** Whether the thread begins with this question. */
  readonly opens?: boolean;
  /** Whether nobody can have asked in the thread before, as it begins with this very message: it is not looked up. */
  readonly fresh?: boolean;
  /** What it read before it was edited: the thread forgets that. */
  readonly instead?: string;
}

/** What was found for a question. */
export interface Found {
  readonly reply: Reply;
  /** What the reply shows; `null` where something broke, or the desk is closed. */
  readonly answer: Answer | null;
  /** What finds it again; `null` where there is nothing to find, such as when something broke. */
  readonly asking: Asking | null;
  /** What questions that follow may lean on. */
  readonly turns: readonly EarlierTurn[];
}

/** The way back to the person who asked. */
export interface ReplyPath {
  /**
   * Tells the platform that an answer is on its way, where it has to be told within seconds. Done before
   * the answer is looked for, and once however often the question is delivered.
   */
  acknowledge?(): Promise<unknown>;
  /**
   * Posts a reply where the question was asked. Rejects when the platform refused it.
   *
   * @param asking what finds it again; `null` for a reply that answers nothing
   * @param turns what questions that follow it may lean on
   */
  post(reply: Reply, asking: Asking | null, turns: readonly EarlierTurn[]): Promise<unknown>;
  /**
   * Shows it to the person, in whatever way is still open, with the word that it could not be posted. Without this,
   * that word alone is posted.
   */
  tell?(reply: Reply): Promise<unknown>;
}

/** What stands between every platform and `ask`. */
export interface Desk {
  /**
   * Answers a question once, however often it is delivered. Never rejects: what goes wrong is logged
   * under an id and said to the person with that id.
   */
  answer(asked: Asked, path: ReplyPath): Promise<void>;
  /** As {@link answer}, for whoever shows what was found by other means. Never rejects. */
  find(asked: Omit<Asked, 'deliveries'>): Promise<Found>;
  /** Finds the answer to a question of before again, as the library and the place are now. Never rejects. */
  again(asking: Asking, place: Place): Promise<Found>;
  /**
   * Whether a thread is one of ours: it began with a question to us, or with an answer that was shared. Rejects where the
   * ledger cannot tell just now.
   */
  owns(thread: string): Promise<boolean>;
  /** From now on a thread is one of ours, in which follow-ups lean on what was shown at its beginning. */
  adopt(thread: string, turns: readonly EarlierTurn[]): void;
  /**
   * Does something that a person set off, such as by a button, once however often it is delivered. Never rejects:
   * what goes wrong is logged under an id and told to the person with that id.
   */
  handle(
    deliveries: readonly string[],
    work: () => Promise<unknown>,
    tell: (reply: Reply) => Promise<unknown>,
  ): Promise<void>;
  /**
   * Takes no more questions: whoever still asks is told to ask again in a minute. Resolves once every
   * question in flight is answered. Safe to call twice.
   */
  close(): Promise<void>;
}
