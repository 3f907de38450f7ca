import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type Details,
  type Draft,
  decode,
  IntakeError,
  readMaterial,
} from '../../../src/knowledge/intake/index.ts';
import { hostileText } from '../support/hostile.ts';

/** What acts on a terminal or tears a line, and what no file can hold. */
const NEVER_IN_A_LINE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Sentences that pass for a story, so that what is made gets past the question whether there is one. */
export const STORY = [
  'The harbour board voted nine to two on Tuesday to close the northern pier for repairs.',
  'Work will last until spring, said Ann Pell, who chairs the board.',
  '“We looked at every other way,” she said, “and there was none.”',
] as const;

/** The text of a file, a page or a feed, as one of the forms that are told apart. */
export interface Made {
  readonly text: string;
  readonly name: string | null;
  readonly contentType: string | null;
}

/** Text around a story, hostile in all its other parts. */
export function withStory(wrap: (sentence: string) => string): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...STORY).map(wrap), hostileText(6)), { maxLength: 8 })
    .map((parts) => parts.join('\n\n'));
}

/**
 * Reads what was made as the command does, from bytes.
 *
 * @returns the draft; `null` where it was refused in one sentence
 * @throws what is no `IntakeError`
 */
export function readAs({ text, name, contentType }: Made, address: string | null = null): Draft | null {
  return refusedAs(() => {
    const decoded = decode(Buffer.from(text), { contentType });
    return readMaterial({ text: decoded, name, address, contentType });
  });
}

/** @returns what was made; `null` where it was refused in one sentence */
export function refusedAs<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.message).not.toMatch(NEVER_IN_A_LINE);
    return null;
  }
}

/** Holds what is true of every draft, whatever it was made of. */
export function expectPlain({ paragraphs, details, leftOut }: Draft): void {
  expect(paragraphs.length).toBeGreaterThan(0);
  const lines = [...paragraphs, ...leftOut.map(({ text }) => text), ...stated(details)];
  for (const line of lines) {
    expect(line).not.toMatch(NEVER_IN_A_LINE);
    expect(line).toBe(line.trim());
  }
  for (const value of stated(details)) expect(value.length).toBeLessThanOrEqual(4_000);
  if (details.url !== null) expect(new URL(details.url).protocol).toMatch(/^https?:$/);
}

function stated(details: Details): string[] {
  return Object.values(details).filter((value) => value !== null);
}

/** A text without what divides words: how lines were broken does not matter. */
export function letters(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '').replace(/[\u00AD\u180E\u200B]/g, '');
}

/** Whether all letters of one text stand in another, in their order. */
export function standsIn(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    const found = whole.indexOf(letter, at);
    if (found === -1) return false;
    at = found + letter.length;
  }
  return true;
}
