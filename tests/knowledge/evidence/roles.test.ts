import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../src/knowledge/counted.ts';
import { counting, isAttributed } from '../../../src/knowledge/evidence/roles.ts';

/** The numbers of a text that count something. */
function counted(text: string, what: RegExp, speaker = ''): string[] {
  const numbers = [...text.matchAll(/\d+(?:,\d+)*/g)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
  }));
  const words = [...contentWords(text), ...contentWords(speaker)];
  return counting(numbers, words, (term) => what.test(term)).map(({ start, end }) => text.slice(start, end));
}

describe('a number that counts what is asked for', () => {
  it.each([
    ['Some 1,798 warehouse workers voted against.', ['1,798']],
    ['The workers, 738 in all, met.', ['738']],
    ['Of 5,800 workers and others, 1,798 of the union and 40 guests came.', ['5,800']],
    ['It cost 14 dollars, as the mayor of Vik told every one of the workers.', []],
    ['In 2019 the company of the harbour built a ferry for its workers.', []],
  ])('stands beside it: %s', (text, numbers) => {
    expect(counted(text, /^worker/)).toEqual(numbers);
  });

  it('stands beside no word of whoever says it', () => {
    expect(counted('That is 14 more.', /^worker/, 'Workers of the harbour')).toEqual([]);
  });
});

describe('a sentence', () => {
  const said = (text: string) => isAttributed(text, contentWords(text), (term) => /^hale/.test(term));

  it.each([
    'Mayor Hale said the ferry comes.',
    'The ferry comes, said Hale.',
    '“It comes,” according to Hale, who announced it on Monday.',
    'Hale has long argued for the ferry.',
  ])('is attributed to whoever says it: %s', (text) => {
    expect(said(text)).toBe(true);
  });

  it.each([
    'Mayor Hale opened the ferry.',
    // Who is spoken of.
    'The council said that Hale opened the ferry.',
    'The council met in the old hall by the harbour, and the clerk of the day said in a long letter to the papers of Vik on Monday how Hale was.',
  ])('is attributed to nobody who does not: %s', (text) => {
    expect(said(text)).toBe(false);
  });
});
