import { LRUCache } from 'lru-cache';

/** Where the same question has the same answer. */
export interface RepeatSpot {
  readonly channel: string;
  /** Slug of the story that questions there are about, which may be set anew; `null` for every story. */
  readonly story: string | null;
}

/** Remembers which questions were answered in a channel a moment ago. */
export interface Repeats {
  /** @returns the id of the message that answered it at that spot; `null` where none has, or no longer */
  find(spot: RepeatSpot, question: string): string | null;
  add(spot: RepeatSpot, question: string, message: string): void;
  /** A message is gone. */
  drop(message: string): void;
}

/** Later on, an answer has been pushed away by what others wrote. */
const REMEMBERED = { max: 20_000, ttl: 10 * 60_000 };

/** What leans on what was said before means something else each time. */
const LEANS =
  /^(?:and|but|or|so|also|what about|how about)\b|\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|then)\b/i;
/** "Why?", "how many": fragments lean too. */
const FEWEST_WORDS = 3;

/** @returns whether a question may mean something else each time: it leans on what was said before it */
export function leans(question: string): boolean {
  return wordsOf(question).length < FEWEST_WORDS || LEANS.test(question);
}

/** @returns repeats, none remembered yet */
export function openRepeats(): Repeats {
  const answered = new LRUCache<string, string>(REMEMBERED);
  const keys = new LRUCache<string, string>(REMEMBERED);
  return {
    find(spot, question) {
      const key = keyOf(spot, question);
      return key === null ? null : (answered.get(key) ?? null);
    },
    add(spot, question, message) {
      const key = keyOf(spot, question);
      if (key === null) return;
      answered.set(key, message);
      keys.set(message, key);
    },
    drop(message) {
      const key = keys.get(message);
      if (key !== undefined) answered.delete(key);
    },
  };
}

/**
 * The same question, however it is spelt: case, white space and what stands at its end. All else counts: "-5" is not
 * "5", "1.5" not "1 5", and in many scripts a vowel is a mark on a letter.
 */
function keyOf({ channel, story }: RepeatSpot, question: string): string | null {
  if (leans(question)) return null;
  const words = question.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return `${channel} ${story ?? ''} ${words.replace(/(?<![ ?!.…])[ ?!.…]+$/, '')}`;
}

function wordsOf(question: string): readonly string[] {
  return question.toLowerCase().match(/[\p{L}\p{M}\p{N}$€£%]+/gu) ?? [];
}
