import { z } from 'zod';
import type { Asking } from '../asking.ts';
import { LIMITS } from './limits.ts';

/** What a message of ours shows, as its buttons carry it: enough to make the same message again. */
export interface State {
  readonly asking: Asking;
  /** Of the parts of the message, by their index, what is opened: `context0`, `sources2`; `told` of the whole. */
  readonly opened: ReadonlySet<string>;
}

const text = z.string().max(LIMITS.value);
const offset = z.int().min(0);
const place = z.tuple([text, text, offset, offset]);
/** Short names: each button of a message carries it. */
const Written = z.object({
  q: text,
  s: text.optional(),
  e: z
    .array(z.object({ q: text, a: place.optional() }))
    .max(10)
    .optional(),
  x: z.array(place).max(50).optional(),
  o: z
    .array(z.string().regex(/^(?:context|sources|told)\d*$/))
    .max(20)
    .optional(),
});
type Written = z.infer<typeof Written>;

/**
 * Writes a state for the value of a button. What was asked long before gives way where all does not fit.
 *
 * @param state what the message shows
 * @returns JSON of at most 2,000 characters; `null` where the question itself is too long for that
 */
export function writeState({ asking, opened }: State): string | null {
  const { text: q, story, earlier, except = [] } = asking;
  for (let from = 0; from <= earlier.length; from += 1) {
    const e = earlier
      .slice(from)
      .map(({ question, quoted }) => ({ q: question, ...(quoted && { a: written(quoted) }) }));
    const value: Written = {
      q,
      ...(story !== null && { s: story }),
      ...(e.length > 0 && { e }),
      ...(except.length > 0 && { x: except.map(written) }),
      ...(opened.size > 0 && { o: [...opened].sort() }),
    };
    const json = JSON.stringify(value);
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
  const json = parsed(value ?? '');
  const { data } = Written.safeParse(json);
  if (data === undefined) return null;
  const earlier = (data.e ?? []).map(({ q, a }) => ({ question: q, quoted: a ? read(a) : null }));
  return {
    asking: { text: data.q, story: data.s ?? null, earlier, ...(data.x && { except: data.x.map(read) }) },
    opened: new Set(data.o),
  };
}

type At = NonNullable<Asking['except']>[number];

function written({ story, article, start, end }: At): z.infer<typeof place> {
  return [story, article, start, end];
}

function read([story, article, start, end]: z.infer<typeof place>): At {
  return { story, article, start, end };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** @returns the same message, with something opened that was closed, or the other way round */
export function toggled(state: State, what: string): State {
  const opened = new Set(state.opened);
  if (!opened.delete(what)) opened.add(what);
  return { ...state, opened };
}
