import { describe, expect, it } from 'vitest';
import { besidesOf } from '../../src/bots/besides.ts';
import type { Answered } from '../../src/knowledge/index.ts';
import { answeredWith, quoteOf } from '../support/quotes.ts';

type Difference = NonNullable<Answered['difference']>;

const EARLY = quoteOf({ text: '12 people died.', citation: { published: '2024-03-04' } });
const LATE = quoteOf({ text: '17 people died.', citation: { published: '2024-03-05' } });
const SAME = quoteOf({ text: 'A dozen died.', relation: 'same' });

const differing = (first: typeof EARLY, other: typeof EARLY, difference: Difference): Answered => ({
  ...answeredWith([first, other, SAME]),
  difference,
});
const sentenceOf = (answer: Answered) => besidesOf(answer).differing?.sentence;

describe('what stands beside the first quote', () => {
  it('is all that says the same, where nothing differs', () => {
    expect(besidesOf(answeredWith([EARLY, SAME]))).toEqual({ differing: null, same: [SAME] });
  });

  it('is the one that differs, and apart from it what says the same', () => {
    const answer = differing(EARLY, LATE, { kind: 'numbers', between: [0, 1], ordered: true });
    expect(besidesOf(answer)).toMatchObject({ differing: { quote: LATE }, same: [SAME] });
  });

  it.each<[string, Difference, boolean]>([
    [
      'These sources give different numbers; the report of 5 Mar 2024 is the later.',
      { kind: 'numbers', between: [0, 1], ordered: true },
      true,
    ],
    [
      'These sources give different numbers; the report of 5 Mar 2024 is the later.',
      { kind: 'numbers', between: [1, 0], ordered: true },
      false,
    ],
    [
      'These sources give different numbers; which of them is the later is not known.',
      { kind: 'numbers', between: [0, 1], ordered: false },
      true,
    ],
    [
      'A later report, of 5 Mar 2024, tells what came of it.',
      { kind: 'steps', between: [0, 1], ordered: true },
      true,
    ],
    [
      'An earlier report, of 4 Mar 2024, tells what was expected then.',
      { kind: 'steps', between: [1, 0], ordered: true },
      false,
    ],
    [
      'One of these sources tells as still to come what the other tells as done; which of them is the later is not known.',
      { kind: 'steps', between: [0, 1], ordered: false },
      true,
    ],
  ])('is told in one sentence: %s', (sentence, difference, earlyFirst) => {
    const [first, other] = earlyFirst ? [EARLY, LATE] : [LATE, EARLY];
    expect(sentenceOf(differing(first, other, difference))).toBe(sentence);
  });

  it('is told with the time of day where the day is one', () => {
    const at = (time: string) => quoteOf({ citation: { published: `2024-03-04T${time}:00Z` } });
    const answer = differing(at('09:00'), at('18:05'), { kind: 'numbers', between: [0, 1], ordered: true });
    expect(sentenceOf(answer)).toBe(
      'These sources give different numbers; the report of 4 Mar 2024, 18:05 UTC is the later.',
    );
  });
});
