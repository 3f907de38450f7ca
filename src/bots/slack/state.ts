import { z } from 'zod';
import { type Asking, readAsking, WrittenAsking, writtenAsking } from '../asking.ts';
import { askingOf, carried } from '../carried.ts';
import type { Around } from './workspace/around.ts';

/** What a message of ours shows, as its buttons carry it: enough to make the same message again. */
export interface State {
  readonly asking: Asking;
  /** What is opened in it (`../buttons.ts`). */
  readonly opened: ReadonlySet<string>;
  /** The name under which the ledger keeps what is too long for buttons; `null` where they carry it themselves. */
  readonly kept: string | null;
}

/**
 * Longest question that buttons carry themselves, as JSON. Each of up to seven buttons holds it, in a message whose
 * blocks together may be 12,000 long and are there for the answer.
 */
const CARRIED = 500;

const opened = z
  .array(z.string().regex(/^(?:context|sources|told)\d*$/))
  .max(20)
  .optional();
const Written = z.union([
  z.object({ k: z.string().regex(/^[\w-]{1,32}$/), o: opened }),
  WrittenAsking.extend({ o: opened }),
]);

/**
 * @param around where what is too long is kept
 * @param asking what a new message is about
 * @returns its state, with nothing opened in it yet
 */
export function freshState({ ledger, log }: Pick<Around, 'ledger' | 'log'>, asking: Asking): State {
  const isLong = JSON.stringify(writtenAsking(asking)).length > CARRIED;
  return { asking, opened: new Set(), kept: isLong ? carried(ledger, log, asking) : null };
}

/**
 * @param state what the message shows
 * @returns the value of a button: JSON of some 700 characters at most
 */
export function writeState({ asking, opened: open, kept }: State): string {
  const o = open.size > 0 ? { o: [...open].sort() } : {};
  return JSON.stringify(kept === null ? { ...writtenAsking(asking), ...o } : { k: kept, ...o });
}

/**
 * Reads the value of a button.
 *
 * @param around where what is too long was kept
 * @param value what a button carried
 * @returns the state; `null` where it was written by another version of this program, is no longer kept, or is
 *   none at all
 */
export async function readState(
  { ledger }: Pick<Around, 'ledger'>,
  value: string | null | undefined,
): Promise<State | null> {
  const { data } = Written.safeParse(parsed(value ?? ''));
  if (data === undefined) return null;
  const open = new Set(data.o);
  if (!('k' in data)) return { asking: readAsking(data), opened: open, kept: null };
  const asking = await askingOf(ledger, data.k);
  return asking === null ? null : { asking, opened: open, kept: data.k };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
