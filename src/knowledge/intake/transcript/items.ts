import type { LeftOut, LeftOutReason } from '../draft.ts';

/** A stretch of what is said, on one line as it arrived: runs of spaces in it are kept. */
export interface Said {
  readonly at: 'said';
  readonly text: string;
  /** Whether only a run of spaces stood before it: where speakers are named, that divides nothing. */
  readonly afterSpaces: boolean;
}

/**
 * What a transcript consists of, in its order. Each step of reading turns such items into such items, so
 * that nothing can vanish and what is left out keeps its place.
 * - `said`: somebody's words
 * - `turn`: somebody begins to speak; the speaker is `null` where only a mark says so
 * - `gap`: a blank line
 * - `left`: what is no part of the story
 */
export type Item =
  | Said
  | { readonly at: 'turn'; readonly speaker: string | null }
  | { readonly at: 'gap' }
  | { readonly at: 'left'; readonly left: LeftOut };

export const GAP: Item = { at: 'gap' };

/** @param text what is said, on one line; blank text gives nothing */
export function said(text: string, afterSpaces = false): Item[] {
  return /\S/.test(text) ? [{ at: 'said', text: text.trim(), afterSpaces }] : [];
}

/** @param text what is left out; blank text gives nothing */
export function leftOut(text: string, reason: LeftOutReason): Item[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain ? [{ at: 'left', left: { text: plain, reason } }] : [];
}

/** Applies a step to each stretch of what is said, and leaves the rest as it is. */
export function eachSaid(items: readonly Item[], step: (text: string, piece: Said) => Item[]): Item[] {
  return items.flatMap((item) => (item.at === 'said' ? step(item.text, item) : [item]));
}

/** What is said, in order. */
export function textsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) => (item.at === 'said' ? [item.text] : []));
}
