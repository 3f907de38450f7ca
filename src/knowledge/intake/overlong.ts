import type { Details } from './draft.ts';

/**
 * In UTF-16 code units: of headlines, outlets and bylines some 300 are the longest that are meant. Each stands in
 * every message that shows a quotation.
 */
const LONGEST = 1_000;
/** Addresses are shorter than this, and are shown as links. */
const LONGEST_URL = 4_000;

/**
 * @param details as the material states them
 * @returns the same, without those that are too long to be what they are called
 */
export function withoutOverlong(details: Details): Details {
  const kept = Object.entries(details).map(([name, value]: [string, string | null]) => {
    const isOverlong = value !== null && value.length > (name === 'url' ? LONGEST_URL : LONGEST);
    return [name, isOverlong ? null : value] as const;
  });
  return { ...details, ...Object.fromEntries(kept) };
}
