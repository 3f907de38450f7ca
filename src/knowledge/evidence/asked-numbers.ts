/** Which of a sentence's numbers a question asks for. */
import type { Span } from '../answer.ts';
import { contentWords } from '../corpus.ts';
import { countsIn, ordinalsIn, portionsIn, withoutTimesAndShares } from './figures.ts';
import { scoresIn } from './numbers.ts';
import { sideIn, sidesOf } from './sides.ts';

/** What is asked of a sentence's numbers. */
export interface NumbersAsked {
  /** The question, lower case. */
  readonly question: string;
  /** Whether a term is what the question counts: "workers" in "how many workers". */
  isCounted(term: string): boolean;
  /** How much a term says of what else is asked, from 0. */
  worthOf(term: string): number;
}

/** "Number" and "majority" stand in questions that ask for no number. */
const ASKS =
  /\bhow (?:many|much|big|large|high|tall|far|fast|deep|wide|heavy|old|strong)\b|\bwhat(?:'s| is| was| are| were| will be)? (?:the |its |their )?(?:\S+ ){0,4}?(?:counts?|numbers?|tally|tallies|totals?|scores?|figures?|margins?|amounts?|size|head ?count|population|toll|turnout|majority)\b|^(?:the )?(?:\S+ ){0,4}(?:counts?|numbers?|tally|totals?|score)\W*$/;
const ASKS_ELSE =
  /^(?:who|where|when|why|is|are|was|were|does|do|did)\b|\bhow often\b|\btypes? of numbers?\b/;
const TIMES = /\b(?:how many times|which time)\b/;
/** Behind these begins something else: "5 cars for its people" counts no people. */
const PARTS_FROM = /[;:,]|\b(?:for|with|by|from|to|in|on|at)\b/;
/** How many words that say something may stand between a number and what it counts. */
const COUNTED = 3;

/**
 * The numbers that answer "how many": those for the side that is asked for, or else those that count what
 * is asked for and stand with most of the rest. Where nothing tells one from another, a lone number is
 * taken, and of several none.
 *
 * @param text the sentence
 * @param asked what is asked
 * @returns spans in order; empty when unsure
 */
export function numbersAsked(text: string, asked: NumbersAsked): Span[] {
  const { question } = asked;
  if (!ASKS.test(question) || ASKS_ELSE.test(question)) return [];
  const numbers = countsIn(text);
  const sided = onSideAsked(text, bothSidesIn(text), asked) ?? onSideAsked(text, numbers, asked);
  if (sided !== null) return sided;
  if (/\bhow many\b/.test(question)) {
    const counting = countingAsked(text, numbers, asked);
    if (counting.length > 0) return mostAbout(text, counting, asked, numbers);
    if (TIMES.test(question)) return ordinalsIn(text).slice(0, 1);
    const lone = withoutTimesAndShares(text, numbers);
    return lone.length === 1 ? lone : [];
  }
  if (/\bhow much of\b/.test(question)) return portionsIn(text);
  return mostAbout(text, numbers, asked);
}

/**
 * The amounts that answer "what share", "how much" or "how long": of several those for the side that is
 * asked for, or else those that stand with most of what is asked.
 *
 * @param text the sentence
 * @param amounts its shares, sums or spells
 * @param asked what is asked
 * @returns spans in order; more than one where nothing tells them apart
 */
export function amountsAsked(text: string, amounts: readonly Span[], asked: NumbersAsked): Span[] {
  return onSideAsked(text, amounts, asked) ?? mostAbout(text, amounts, asked);
}

/** `null` where the question or the sentence tells of no sides; none where the sentence tells of others. */
function onSideAsked(text: string, numbers: readonly Span[], asked: NumbersAsked): Span[] | null {
  const side = sideIn(asked.question);
  const sides = side === null ? [] : sidesOf(text, numbers);
  if (sides.every((told) => told === null)) return null;
  return mostAbout(
    text,
    numbers.filter((_, index) => sides[index] === side),
    asked,
    numbers,
  );
}

/**
 * Every number of a count or a score: "1,798 … 738", "3-1"; where it has none, every percentage. Of those
 * that have sides, only the side that is asked for; beside them numbers without one are none of the count.
 *
 * @param text the sentence
 * @param asked what is asked
 * @returns spans in order
 */
export function tallyIn(text: string, asked: NumbersAsked): Span[] {
  const counts = withoutTimesAndShares(text, countsIn(text));
  const sided = onSideAsked(text, bothSidesIn(text), asked) ?? onSideAsked(text, counts, asked);
  if (sided !== null && sided.length > 0) return sided;
  const scores = scoresIn(text);
  if (scores.length > 0) return scores;
  if (counts.length === 0) return portionsIn(text);
  const sides = sidesOf(text, counts);
  const told = counts.filter((_, index) => sides[index] !== null);
  return told.length > 1 ? told : counts;
}

/** The two numbers of a lone score, apart: "340" and "211" in "340 to 211". */
function bothSidesIn(text: string): Span[] {
  const [score, another] = scoresIn(text);
  if (!score || another) return [];
  return [...text.slice(score.start, score.end).matchAll(/\d[\d,.]*/g)].map(({ index, 0: digits }) => ({
    start: score.start + index,
    end: score.start + index + digits.length,
  }));
}

/** Those with what is counted right behind them; or else, right before them. */
function countingAsked(text: string, numbers: readonly Span[], { isCounted }: NumbersAsked): Span[] {
  const counts = (words: string, take: (found: readonly { term: string }[]) => readonly { term: string }[]) =>
    take(contentWords(words)).some(({ term }) => isCounted(term));
  const behind = numbers.filter(({ end }, index) =>
    counts(text.slice(end, numbers[index + 1]?.start).split(PARTS_FROM)[0] ?? '', (found) =>
      found.slice(0, COUNTED),
    ),
  );
  if (behind.length > 0) return behind;
  return numbers.filter(({ start }, index) =>
    counts(text.slice(numbers[index - 1]?.end ?? 0, start), (found) => found.slice(-1)),
  );
}

/**
 * Those with which most stands of what is asked.
 *
 * @param text the sentence
 * @param among what is chosen from, in order
 * @param asked how much a term says of what is asked
 * @param numbers all there are, which share the sentence's words among them
 * @returns the one; or all that stand with as much
 */
export function mostAbout(
  text: string,
  among: readonly Span[],
  { worthOf }: Pick<NumbersAsked, 'worthOf'>,
  numbers: readonly Span[] = among,
): Span[] {
  if (among.length < 2) return [...among];
  const places = new Map(numbers.map((number, index) => [number, index]));
  const worth = among.map((number) => {
    const terms = contentWords(clauseOf(text, numbers, places.get(number) ?? -1)).map(({ term }) => term);
    return [...new Set(terms)].reduce((total, term) => total + worthOf(term), 0);
  });
  const most = worth.reduce((highest, each) => Math.max(highest, each), 0);
  return among.filter((_, index) => (worth[index] ?? 0) >= most - 1e-9);
}

/**
 * What belongs to a number of the words around it: those between two go to the one on their side of "and".
 *
 * @param text the sentence
 * @param numbers its numbers, in order
 * @param index which of them
 * @returns the words before and after it
 */
export function clauseOf(text: string, numbers: readonly Span[], index: number): string {
  const [last, here, next] = [numbers[index - 1], numbers[index], numbers[index + 1]];
  if (!here) return '';
  const before = text.slice(last?.end ?? 0, here.start);
  const after = text.slice(here.end, next?.start);
  const opening = last ? before.slice(pauseIn(before) ?? 0) : before;
  return `${opening} ${next ? after.slice(0, pauseIn(after) ?? after.length) : after}`;
}

function pauseIn(text: string): number | null {
  const pause = /;|\b(?:and|but|while|whereas|versus)\b/i.exec(text) ?? /,/.exec(text);
  return pause ? pause.index : null;
}
