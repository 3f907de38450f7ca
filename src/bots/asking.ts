import { z } from 'zod';
import type { EarlierTurn, QuotedAt } from '../knowledge/index.ts';

/**
 * All that is needed to find the same answer again: what a button carries. It holds places in articles and never
 * their text, so that what was closed or corrected since is not shown again.
 */
export interface Asking {
  /** The message, which may hold several questions. */
  readonly text: string;
  /** Slug of the story that it was about; `null` for every story that is open to the place. */
  readonly story: string | null;
  /** What was asked before it in the same thread, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  /** Sentences that are not to be quoted again. */
  readonly except?: readonly QuotedAt[];
}

/** Longest text of a message, in UTF-16 code units, that any platform delivers. */
const LONGEST = 40_000;

const text = z.string().max(LONGEST);
const offset = z.int().min(0);
const place = z.tuple([text, text, offset, offset]);
/** Short names, since a platform may give little room. */
export const WrittenAsking = z.object({
  q: text,
  s: text.optional(),
  e: z
    .array(z.object({ q: text, a: place.optional() }))
    .max(10)
    .optional(),
  x: z.array(place).max(100).optional(),
});
export type WrittenAsking = z.infer<typeof WrittenAsking>;

/** @returns a value that JSON can hold, as short as can be */
export function writtenAsking({ text: q, story, earlier, except = [] }: Asking): WrittenAsking {
  const e = earlier.map(({ question, quoted }) => ({
    q: question,
    ...(quoted && { a: writtenPlace(quoted) }),
  }));
  return {
    q,
    ...(story !== null && { s: story }),
    ...(e.length > 0 && { e }),
    ...(except.length > 0 && { x: except.map(writtenPlace) }),
  };
}

/** @returns what {@link writtenAsking} wrote */
export function readAsking({ q, s, e = [], x }: WrittenAsking): Asking {
  const earlier = e.map(({ q: question, a }) => ({ question, quoted: a ? readPlace(a) : null }));
  return { text: q, story: s ?? null, earlier, ...(x && { except: x.map(readPlace) }) };
}

function writtenPlace({ story, article, start, end }: QuotedAt): z.infer<typeof place> {
  return [story, article, start, end];
}

function readPlace([story, article, start, end]: z.infer<typeof place>): QuotedAt {
  return { story, article, start, end };
}
