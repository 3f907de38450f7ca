import { describe, expect, it } from 'vitest';
import { type Side, sideIn, sidesOf } from '../../../src/knowledge/evidence/sides.ts';

describe('the side that words name', () => {
  it.each<[string, Side]>([
    ['in favor', 'for'],
    ['who backed it', 'for'],
    ['voted for the union', 'for'],
    ['ayes', 'for'],
    ['against', 'against'],
    ['opposed it', 'against'],
    ['nays', 'against'],
    ['rejected the plan', 'against'],
    ['abstained', 'neither'],
    ['absent', 'neither'],
    ['spoiled ballots', 'neither'],
  ])('%s: %s', (words, side) => {
    expect(sideIn(words)).toBe(side);
  });

  it.each(['members of the council', 'for years', 'for and against', 'Norway', 'a notice'])(
    'is none in: %s',
    (words) => {
      expect(sideIn(words)).toBeNull();
    },
  );
});

describe('the sides of numbers', () => {
  const sides = (text: string) =>
    sidesOf(
      text,
      [...text.matchAll(/\d+(?:,\d+)*/g)].map(({ 0: number, index }) => ({
        start: index,
        end: index + number.length,
      })),
    );

  it.each<[string, (Side | null)[]]>([
    ['In all, 1,798 voted against and 738 in favor.', ['against', 'for']],
    ['There were 738 in favor; 1,798 against, with 12 abstentions.', ['for', 'against', 'neither']],
    ['They rejected it 1,798 to 738.', ['against', 'for']],
    ['They turned it down 1,798 votes to 738.', ['against', 'for']],
    ['They voted the plan down 1,798-738.', ['against', 'for']],
    ['They voted against it 1,798-738.', ['against', 'for']],
    ['They approved it 11 to 4.', ['for', 'against']],
    ['Those in favor were 738, while those against were 1,798.', ['for', 'against']],
    ['On page 11 of 40.', [null, null]],
  ])('are told by what stands between them, and before a pair: %s', (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });
});
