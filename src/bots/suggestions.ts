import type { Story } from '../knowledge/index.ts';

/** Something that can be chosen, with the words that it is found by. */
export interface Entry<T> {
  readonly value: T;
  /** What it is the same by: of entries with the same key one is offered. */
  readonly key: string;
  readonly words: readonly string[];
}

/** More words than anybody needs to find a question by; somebody may type thousands. */
const WORDS_READ = 8;

/**
 * Those that hold every word of what was typed, then those that hold some; all, in their order, where nothing was
 * typed. The last word may still be growing, so that beginnings of words count.
 *
 * @param typed what was typed so far
 * @param all what there is; of many, no more are looked at than are needed
 * @param most how many at most
 * @returns the best, best first; within a millisecond or two
 */
export function ranked<T>(typed: string, all: Iterable<Entry<T>>, most: number): readonly T[] {
  const words = [...new Set(wordsOf(typed))].slice(0, WORDS_READ);
  // By how many words they hold. No more of each are needed than can be offered.
  const found = [...words, ''].map(() => new Map<string, T>());
  const best = found[words.length];
  for (const { key, value, words: held } of all) {
    const same = found[words.length === 0 ? 0 : heldOf(words, held)];
    if (same === undefined || same.size === most || same.has(key)) continue;
    same.set(key, value);
    if (best?.size === most) break;
  }
  const [, ...some] = found;
  const offered = words.length === 0 ? found : some.reverse();
  return offered.flatMap((same) => [...same.values()]).slice(0, most);
}

/** A question that a story answers. */
export interface Suggestion {
  readonly question: string;
  /** The story's slug. */
  readonly story: string;
}

/** Stories that have not changed are the same objects: their words are read once, and go with them. */
const KNOWN = new WeakMap<Story, readonly Entry<Suggestion>[]>();

/**
 * @param typed what was typed so far
 * @param stories those that are open to the place
 * @param most how many at most
 * @returns questions that the stories answer, those first that hold what was typed
 */
export function suggestions(typed: string, stories: readonly Story[], most: number): readonly Suggestion[] {
  return ranked(typed, questionsOf(stories), most);
}

/** One after the other: of a large library the first may do. */
function* questionsOf(stories: readonly Story[]): Generator<Entry<Suggestion>> {
  for (const story of stories) yield* entriesOf(story);
}

function entriesOf(story: Story): readonly Entry<Suggestion>[] {
  const known = KNOWN.get(story);
  if (known !== undefined) return known;
  const entries = story.questions
    .filter((question) => question.trim() !== '')
    .map((question) => ({
      value: { question, story: story.slug },
      key: question,
      words: wordsOf(question),
    }));
  KNOWN.set(story, entries);
  return entries;
}

/** @returns the words of a text, in small letters, each letter in one form: keyboards write "é" in two ways */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** How many of the words are held. */
function heldOf(typed: readonly string[], held: readonly string[]): number {
  return typed.filter((word) => held.some((other) => other.startsWith(word))).length;
}
