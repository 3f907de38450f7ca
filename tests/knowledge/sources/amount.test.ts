import { describe, expect, it } from 'vitest';
import { amountOf, compared } from '../../../src/knowledge/sources/amount.ts';

describe('what a number says', () => {
  it.each([
    ['1,798', 1798],
    ['Nearly 6,000', 6000],
    ['$4.2 billion', 4.2e9],
    ['£250k', 250_000],
    ['Seventeen', 17],
    ['twenty-one', 21],
    ['two hundred', 200],
    ['a dozen', 12],
    ['No one', 0],
    ['54 per cent', 54],
    ['half', 50],
    ['three quarters', 75],
  ])('%s is %d', (words, value) => {
    expect(amountOf(words)?.value).toBeCloseTo(value);
  });

  it.each(['dozens', 'several hundred', 'most of', 'a majority', '50 to 60', 'ferry'])(
    'nothing is made of %s',
    (words) => {
      expect(amountOf(words)).toBeNull();
    },
  );

  it.each([
    ['same', '1,798', 'about 1,800'],
    ['same', '1,800', '1,798'],
    ['same', 'Seventeen', '17'],
    ['same', 'a dozen', 'twelve'],
    ['same', 'two thirds', 'about 67 percent'],
    ['unclear', 'Nearly 6,000', '5,300'],
    ['unclear', 'more than 1,000', '1,400'],
    ['unclear', 'more than half', '54 percent'],
    ['different', 'at least 12', '17'],
    ['different', '12', '13'],
    ['different', '1,798', '1,811'],
    ['different', '$4.2 million', '$4.2 billion'],
    ['different', 'more than 1,000', '2,400'],
  ] as const)('%s: %s, %s', (outcome, a, b) => {
    const [one, other] = [amountOf(a), amountOf(b)];
    if (!one || !other) throw new Error('not read');
    expect(compared(one, other)).toBe(outcome);
    expect(compared(other, one)).toBe(outcome);
  });
});
