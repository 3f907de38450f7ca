import { z } from 'zod';
import { type Asking, readAsking, WrittenAsking, writtenAsking } from '../asking.ts';
import { LIMITS } from './limits.ts';

/** What a message of ours shows, as its buttons carry it: enough to make the same message again. */
export interface State {
  readonly asking: Asking;
  /** What is opened in it (`../buttons.ts`). */
  readonly opened: ReadonlySet<string>;
}

const Written = WrittenAsking.extend({
  o: z
    .array(z.string().regex(/^(?:context|sources|told)\d*$/))
    .max(20)
    .optional(),
});

/**
 * Writes a state for the value of a button. What was asked long before gives way where all does not fit.
 *
 * @param state what the message shows
 * @returns JSON of at most 2,000 characters; `null` where the question itself is too long for that
 */
export function writeState({ asking, opened }: State): string | null {
  const o = opened.size > 0 ? { o: [...opened].sort() } : {};
  for (let from = 0; from <= asking.earlier.length; from += 1) {
    const earlier = asking.earlier.slice(from);
    const json = JSON.stringify({ ...writtenAsking({ ...asking, earlier }), ...o });
    if (json.length <= LIMITS.value) return json;
  }
  return null;
}

/**
 * Reads the value of a button.
 *
 * @param value what a button carried
 * @returns the state; `null` where it was written by another version of this program, or is none at all
 */
export function readState(value: string | null | undefined): State | null {
  const { data } = Written.safeParse(parsed(value ?? ''));
  return data === undefined ? null : { asking: readAsking(data), opened: new Set(data.o) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
