import { kindOf } from './kind.ts';

/** Something that somebody asked, and what came of it. */
export interface Question {
  readonly way: string;
  /** In ms since people began to ask. */
  readonly askedAt: number;
  /** Words that its answer has to show; `null` where that depends on what is in the library just then. */
  readonly expects: string | null;
  /** The names of the messages that answer it. What changes a message is none. */
  readonly answers: Set<string>;
  /** When the first came, in ms as above. */
  answeredAt: number | null;
  /** Told to come back later, or that something went wrong. */
  told: 'refusal' | 'failure' | null;
  isWrong: boolean;
  /** Why nobody could have answered: what the platform promises was not given. */
  excuse: Excuse | null;
}

/**
 * `untaken`: the platform was not told in time that it has arrived, and told the person that it failed, as it does with
 * what it does not deliver again. `undelivered`: the platform lost it itself, such as with a session of Discord's
 * gateway that is over. `gone`: the process was not there, or ended before it had answered a request over HTTP.
 */
export type Excuse = 'untaken' | 'undelivered' | 'gone';

/** What is known of all that was asked. */
export interface Tally {
  /**
   * @param way how it was asked
   * @param keys by which its answers are known when they come; whoever used a key before has it no longer
   */
  ask(way: string, keys: readonly string[], expects?: string | null): Question;
  /**
   * Something was said.
   *
   * @param key what it answers
   * @param name of the message: whatever has the same name stands once, however often it is sent; `null` where it
   *   changes a message that stands, as the answer to a press does, and as a correction does after that
   * @param text all that it shows
   * @returns whether anybody asked
   */
  hear(key: string, name: string | null, text: string): boolean;
  find(key: string): Question | undefined;
  /** Something was answered that nobody asked. */
  stray(what: string): void;
  readonly questions: readonly Question[];
  readonly strays: readonly string[];
}

/**
 * @param clock ms since people began to ask
 * @returns a tally of nothing
 */
export function openTally(clock: () => number): Tally {
  const questions: Question[] = [];
  const strays: string[] = [];
  const byKey = new Map<string, Question>();
  return {
    questions,
    strays,
    ask(way, keys, expects = null) {
      const question: Question = {
        way,
        askedAt: clock(),
        expects,
        answers: new Set(),
        answeredAt: null,
        told: null,
        isWrong: false,
        excuse: null,
      };
      questions.push(question);
      for (const key of keys) byKey.set(key, question);
      return question;
    },
    hear(key, name, text) {
      const question = byKey.get(key);
      if (question !== undefined) take(question, name, text, clock());
      return question !== undefined;
    },
    find: (key) => byKey.get(key),
    stray: (what) => void strays.push(what),
  };
}

function take(question: Question, name: string | null, text: string, now: number): void {
  const kind = kindOf(text);
  if (kind !== 'answer') {
    question.told = kind;
    return;
  }
  if (name !== null) question.answers.add(name);
  question.answeredAt ??= now;
  if (question.expects !== null && !shows(text, question.expects)) question.isWrong = true;
}

/** Platforms are sent marks for bold, escapes and a link to where the same question was answered a moment ago. */
function shows(text: string, words: string): boolean {
  const plain = (all: string) => all.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return plain(text).includes(plain(words)) || text.includes('answered here a moment ago');
}
