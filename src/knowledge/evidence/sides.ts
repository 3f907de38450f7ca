/** Which side of a vote a number is for. */
import type { Span } from '../answer.ts';

/** The sides that the numbers of a vote belong to. */
export type Side = 'for' | 'against' | 'neither';

const MATTER = 'it|him|her|them|the|a|an|this|that|its|their';
const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['neither', /\b(?:abst\w+|absent|did not vote|didn't vote|spoil\w+|invalid|void|blank)\b/i],
  ['against', /\b(?:against|oppos\w+|nos?|nays?|noes|reject\w*|disapprov\w+)\b/i],
  [
    'for',
    new RegExp(
      String.raw`\b(?:in favou?r|yes|ayes?|yeas?|support\w*|back(?:ed|ing)|approv\w+|(?:vot\w+|ballots?|were|was|came out) (?:cast )?for|for (?:and|(?:${MATTER}) (?:motion|plan|union|bill|measure|strike|proposal|deal|contract|offer)))\b|\bfor[.,;]`,
      'i',
    ),
  ],
];
/** "rejected it 1,798 to 738": the first number is of those who did what the verb says. */
const DID = new RegExp(
  String.raw`\b(?:reject\w*|vot\w+ (?:against|not|no)|(?:vot\w+|turn\w*) (?:(?:${MATTER}) (?:\w+ )?)?down|defeat\w*|oppos\w+)\b`,
  'i',
);
const PAIR = /^ ?(?:[\p{L}]+ )?(?:to|-|–) ?$/u;

/**
 * @param text a question, or a piece of a sentence
 * @returns the side that it names; `null` when it names none or more than one
 */
export function sideIn(text: string): Side | null {
  const named = SIDES.filter(([, pattern]) => pattern.test(text)).map(([side]) => side);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/**
 * Gives each number its side: what is said between it and the next one, or else between it and the one
 * before. In "1,798 to 738" the verb before both tells.
 *
 * @param text a sentence
 * @param numbers its numbers, in order
 * @returns a side for each number, `null` where none is told
 */
export function sidesOf(text: string, numbers: readonly Span[]): (Side | null)[] {
  const [first, second] = numbers;
  if (first && second && numbers.length === 2 && PAIR.test(text.slice(first.end, second.start))) {
    const before = text.slice(0, first.start);
    const did = DID.test(before)
      ? 'against'
      : /\b(?:approv|pass|back|adopt|carr|win|won|favou?r|accept|vot)/i.test(before)
        ? 'for'
        : null;
    if (did !== null) return did === 'for' ? ['for', 'against'] : ['against', 'for'];
  }
  return numbers.map(({ start, end }, index) => {
    const next = numbers[index + 1]?.start ?? text.length;
    const last = numbers[index - 1]?.end ?? 0;
    return sideIn(upToPause(text.slice(end, next))) ?? sideIn(fromPause(text.slice(last, start)));
  });
}

function upToPause(text: string): string {
  return text.split(/[;:—]|, (?:while|but|and|with)\b/)[0] ?? '';
}

function fromPause(text: string): string {
  return text.split(/[;:—]|, (?:while|but|and|with)\b/).at(-1) ?? '';
}
