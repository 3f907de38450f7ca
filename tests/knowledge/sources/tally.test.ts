import { describe, expect, it } from 'vitest';
import { comparedTallies, type Tally, tallyOf } from '../../../src/knowledge/sources/tally.ts';

describe('the tally of a sentence', () => {
  it.each<[string, Tally]>([
    ['The council passed it 11 to 4.', { numbers: ['11', '4'], sided: false }],
    ['The plan passed by 11 votes to 4 on Monday.', { numbers: ['11', '4'], sided: true }],
    ['Harbour won 3-1 against Vik.', { numbers: ['3', '1'], sided: false }],
    ['In all, 1,798 voted against and 738 in favor.', { numbers: ['738', '1,798'], sided: true }],
    ['Eleven votes to four: the night ferry comes.', { numbers: ['Eleven', 'four'], sided: false }],
  ])('%s', (text, tally) => {
    expect(tallyOf(text)).toEqual(tally);
  });

  it.each([
    'The ferry comes at 11 and leaves at 4.',
    'They voted 11 to 4, and then 9 to 6.',
    'Some 1,798 workers voted against.',
    'Nobody was counted.',
    'In 2019, 40 members came, and in 2020 only 12.',
  ])('is none where there is none, or more than one: %s', (text) => {
    expect(tallyOf(text)).toBeNull();
  });
});

const plain = (...numbers: [string, string]): Tally => ({ numbers, sided: false });
const sided = (...numbers: [string, string]): Tally => ({ numbers, sided: true });

describe('two tallies', () => {
  it.each([
    [plain('11', '4'), plain('11', '4')],
    [plain('11', '4'), plain('4', 'eleven')],
    [sided('738', '1,798'), plain('1,798', '738')],
    [sided('738', '1,798'), sided('738', '1,798')],
  ])('are the same: %j and %j', (a, b) => {
    expect(comparedTallies(a, b)).toBe('same');
    expect(comparedTallies(b, a)).toBe('same');
  });

  it.each([
    [plain('11', '4'), plain('12', '4')],
    [plain('11', '4'), plain('11', '3')],
  ])('differ: %j and %j', (a, b) => {
    expect(comparedTallies(a, b)).toBe('different');
    expect(comparedTallies(b, a)).toBe('different');
  });

  it.each([
    ['one is a proportion of the other', plain('1,798', '738'), plain('2', '1')],
    ['a number says none', plain('dozens', '738'), plain('1,798', '738')],
    ['a number is no more than a bound', plain('more than 1,000', '738'), plain('1,798', '738')],
    // Which side a number is for is told by its words, and those may be read wrongly.
    ['only the sides differ', sided('738', '1,798'), sided('1,798', '738')],
  ])('may be either where %s', (_, a, b) => {
    expect(comparedTallies(a, b)).toBeNull();
    expect(comparedTallies(b, a)).toBeNull();
  });

  it('of a dozen are no proportion of ten times as many', () => {
    expect(comparedTallies(plain('11', '4'), plain('1,798', '738'))).toBe('different');
  });
});
