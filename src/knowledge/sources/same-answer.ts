/** Whether two sentences of different sources say the same, as far as that is sure. */
import type { Span } from '../answer.ts';
import { contentWords } from '../corpus.ts';
import { tokens } from '../words/terms.ts';

/** Words that turn a statement round or take a side in it: sentences that differ in one say different things. */
const STANCE =
  /^(?:not|no|never|none|nobody|neither|nor|without|cannot|\w+n't|den(?:y|ies|ied|ying)|reject\w*|refus\w+|disput\w+|fail\w*|cancel\w*|against|oppos\w+|accus\w+|alleg\w+|claim\w*|argu\w+|doubt\w*|unlikely|may|might|could|will|would|should|plans?|planned|expect\w*|recommend\w*|propos\w+|if|unless)$/;
/** Of these a sentence may have one or none, but not the one where the other has its opposite. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bbefore\b/i, /\bafter\b/i],
  [
    /\b(?:up|rose|risen|rise|rises|grew|increas\w+|more|higher|gain\w*)\b/i,
    /\b(?:down|fell|fallen|fall|falls|shrank|decreas\w+|less|fewer|lower|los[et]\w*)\b/i,
  ],
  [
    /\b(?:open\w*|began|begin\w*|start\w*|join\w*|arriv\w+|hir\w+|built)\b/i,
    /\b(?:clos\w+|end|ends|ended|stop\w*|left|leav\w+|fir(?:e|ed|ing)|demolish\w+)\b/i,
  ],
  [/\b(?:won|win|wins|victory|beat)\b/i, /\b(?:lost|lose|loses|defeat\w*)\b/i],
  [/\b(?:guilty|convict\w+)\b/i, /\b(?:innocent|acquit\w+|clear(?:s|ed))\b/i],
];
/** Who says it and when: says nothing about what is said. */
const FRAME =
  /^(?:sai?d?|says?|tell|told|accord|report\w*|announc\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/;
/** How much of the sentence with fewer words both must have, and how many words at least. */
const SHARE = 0.7;
const IN_COMMON = 4;
/** How many of these the question must not have said itself. */
const NEW = 2;

/**
 * @param a a sentence
 * @param b another
 * @param asked terms of the question
 * @returns whether nearly all that the shorter says stands in the other too, and neither turns it round
 */
export function saysTheSame(a: string, b: string, asked: ReadonlySet<string>): boolean {
  if (stanceOf(a) !== stanceOf(b) || areOpposed(a, b)) return false;
  const [ours, theirs] = [termsOf(a), termsOf(b)];
  const shared = [...ours].filter((term) => theirs.has(term));
  if (shared.length < IN_COMMON || shared.length < SHARE * Math.min(ours.size, theirs.size)) return false;
  return shared.filter((term) => !asked.has(term)).length >= NEW;
}

/**
 * @param a a sentence with the words that answer in it
 * @param b another
 * @returns whether the answers are the same words: a date, a place, a name, what was said; `null` where one
 * of the two has none
 */
export function sameWords(a: Answering, b: Answering): boolean | null {
  if (a.spans.length === 0 || b.spans.length === 0) return null;
  const theirs = b.spans.map((span) => keyOf(b.text, span));
  return a.spans.every((span) => {
    const ours = keyOf(a.text, span);
    return theirs.some((other) => within(ours, other) || within(other, ours));
  });
}

/** A sentence and the words of it that answer. */
interface Answering {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** "June 1" stands in "Saturday, June 1", but neither in "June 11" nor in "until June 1". */
function within(shorter: string, longer: string): boolean {
  const parts = ` ${longer} `.split(` ${shorter} `);
  return parts.length > 1 && !/\b(?:by|since|until|before|after|from)\b/.test(parts.join(' '));
}

function keyOf(text: string, { start, end }: Span): string {
  const words = tokens(text.slice(start, end)).map(({ word }) => word.replaceAll('.', ''));
  return words.filter((word) => !/^(?:the|a|an|on|in|of|at)$/.test(word)).join(' ');
}

function areOpposed(a: string, b: string): boolean {
  return OPPOSITES.some(([one, other]) => {
    const [ones, others] = [one.test(a) === one.test(b), other.test(a) === other.test(b)];
    return !ones && !others;
  });
}

function stanceOf(text: string): string {
  const words = tokens(text).map(({ word }) => word);
  return [...new Set(words.filter((word) => STANCE.test(word)))].sort().join(' ');
}

function termsOf(text: string): Set<string> {
  return new Set(
    contentWords(text)
      .filter(({ word, term }) => !FRAME.test(word) && !FRAME.test(term))
      .map(({ term }) => term),
  );
}
