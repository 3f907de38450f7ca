import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '../counting/tally.ts';
import { oneOf, type Random } from '../random.ts';
import type { Asked } from './questions.ts';

/** Somebody who asks something that will be corrected, and what they see of it. */
export interface Witness {
  readonly way: string;
  /** Asks, in a way whose answer everybody sees, so that it follows corrections. */
  ask(asked: Asked): Question;
  /** @returns all that the answer shows now; `null` where it is not there */
  look(question: Question): string | null;
}

/** What became of answers whose articles were changed. */
export interface Corrected {
  readonly witnesses: readonly Witness[];
  readonly expected: string[];
  readonly missing: string[];
  /** What goes on after a fault is over. */
  readonly pending: Set<Promise<void>>;
}

/** In ms: how long an answer, and the change of one, is waited for. A minute is what is promised of the latter. */
const [ANSWERED, CHANGED] = [30_000, 90_000];
const SYLLABLES = ['va', 'ster', 'un', 'bel', 'mor', 'quil', 'tha', 'ros', 'den', 'ith', 'oru', 'mak'];

/** @returns a name that no other article has */
export function newName(random: Random): string {
  const name = Array.from({ length: 4 }, () => oneOf(random, SYLLABLES)).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * Lets every witness ask.
 *
 * @param witnesses who asks
 * @param text what, all of them
 * @param words that an answer shows which counts; those that came before the library had changed do not
 * @returns those who were answered so, and their questions
 */
export async function witnessed(
  witnesses: readonly Witness[],
  text: string,
  words: string,
): Promise<(readonly [Witness, Question])[]> {
  const all = witnesses.map((witness) => [witness, witness.ask({ text, expects: null })] as const);
  await until(() => all.every(([, { answers }]) => answers.size > 0), ANSWERED);
  return all.filter(([witness, question]) => witness.look(question)?.includes(words) === true);
}

/**
 * Waits until answers show something else than they did.
 *
 * @param corrected where it is told what came of it
 * @param answered whose answers
 * @param what happened to the article, for the report
 * @param words that the answers have to show
 */
export function expectChange(
  corrected: Corrected,
  answered: readonly (readonly [Witness, Question])[],
  what: string,
  words: string,
): void {
  const isChanged = ([witness, question]: (typeof answered)[number]) =>
    witness.look(question)?.includes(words) ?? false;
  const looking = until(() => answered.every(isChanged), CHANGED).then(() => {
    for (const each of answered) {
      const name = `${each[0].way}: ${what}`;
      corrected.expected.push(name);
      if (!isChanged(each)) corrected.missing.push(name);
    }
    corrected.pending.delete(looking);
  });
  corrected.pending.add(looking);
}

async function until(holds: () => boolean, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await sleep(250);
}
