/** What a number says, as far as it can be compared with another. */

/** A value with how exactly it is meant. */
export interface Amount {
  readonly value: number;
  /** The least and the most that the words allow for: "about 1,800" allows for 1,798. */
  readonly low: number;
  readonly high: number;
  /** Whether it is rounded, or said to be about so much. */
  readonly rough: boolean;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['a', 1],
  ['an', 1],
  ['single', 1],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['k', 1e3],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fifth', 1 / 5],
]);
/** "Dozens", "several", "most": of these nothing can be said. */
const VAGUE =
  /\b(?:dozens|hundreds|thousands|millions|billions|several|many|few|some of|most|majority|minority)\b/i;
const RANGE = /\d ?(?:-|–|to) ?\d/;
const BELOW = /\b(?:nearly|almost|under|less than|fewer than|up to|as many as|close to)\b/i;
const ABOVE = /\b(?:more than|over|well over|at least)\b/i;
const AROUND = /\b(?:about|around|some|roughly|approximately|an estimated)\b/i;
/** A small count is meant exactly, also after "at least": twelve bodies were found. */
const SMALL = 100;
/** Two values are the same, where one is rough, when they differ by no more than this share. */
const NEAR = 0.02;

/**
 * @param words a number as it stands in a sentence, with what qualifies it: "about 1,800", "two thirds"
 * @returns what it says; shares in per cent; `null` for what cannot be compared
 */
export function amountOf(words: string): Amount | null {
  if (VAGUE.test(words) || RANGE.test(words)) return null;
  if (/\b(?:none|nobody|no[ -]one)\b/i.test(words)) return { value: 0, low: 0, high: 0, rough: false };
  const read = valueIn(words.toLowerCase());
  if (read === null) return null;
  const { value, step } = read;
  const exact = value < SMALL && step <= 1;
  if (ABOVE.test(words)) {
    const high = exact && /\bat least\b/i.test(words) ? value : value + step;
    return { value, low: value, high, rough: high > value };
  }
  if (BELOW.test(words)) return { value, low: value - step, high: value, rough: true };
  if (AROUND.test(words)) {
    const play = Math.max(step / 2, value / 20);
    return { value, low: value - play, high: value + play, rough: true };
  }
  const play = step >= SMALL ? step / 10 : 0;
  return { value, low: value - play, high: value + play, rough: play > 0 };
}

/**
 * @returns whether two amounts are the same, are different, or might be either
 */
export function compared(a: Amount, b: Amount): 'same' | 'different' | 'unclear' {
  if (a.value === b.value) return 'same';
  const apart = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value));
  if ((a.rough || b.rough) && apart <= NEAR) return 'same';
  return a.low <= b.high && b.low <= a.high ? 'unclear' : 'different';
}

/** The value, and the step in which it is written: 1,800 in hundreds, 4.2 million in tenths of a million. */
function valueIn(words: string): { value: number; step: number } | null {
  const digits = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/.exec(words);
  const rest = words.slice(digits ? digits.index + digits[0].length : 0);
  const scale = [...rest.matchAll(/[a-z]+/g)].reduce((times, [word]) => times * (SCALES.get(word) ?? 1), 1);
  if (digits) {
    const plain = digits[0].replaceAll(',', '');
    return { value: Number(plain) * scale, step: stepOf(plain) * scale };
  }
  const spelled = [...words.matchAll(/[a-z]+/g)].map(([word]) => word);
  const part = spelled.map((word) => PARTS.get(word.replace(/s$/, ''))).find((known) => known !== undefined);
  const known = spelled.flatMap((word) => NUMBERS.get(word) ?? []);
  if (part !== undefined) return { value: (known.at(-1) ?? 1) * part * 100, step: 5 };
  if (known.length === 0 && scale === 1) return null;
  const count = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0);
  return { value: count * scale, step: scale };
}

function stepOf(plain: string): number {
  const decimals = plain.split('.')[1]?.length ?? 0;
  if (decimals > 0) return 10 ** -decimals;
  return 10 ** (/(?<!0)0*$/.exec(plain.replace(/^0+$/, ''))?.[0].length ?? 0);
}
