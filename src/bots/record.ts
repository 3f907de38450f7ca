import { type Place, placeName, type Quote, quotedAt } from '../knowledge/index.ts';
import type { Entry, Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Asking } from './asking.ts';
import { lost } from './lost.ts';

/** What somebody said of an answer. */
export interface Said {
  readonly place: Place;
  /** By the platform's own ids. */
  readonly person: string | null;
  readonly asking: Asking;
  readonly kind: Entry['kind'];
  /** As in `Entry.outcome`. */
  readonly outcome: string;
  /** When, in ms since the epoch; now, where left out. */
  readonly at?: number | null;
  /** What was shown first. */
  readonly quote?: Quote | null | undefined;
}

/**
 * Keeps what somebody said of an answer.
 *
 * @param ledger where it is kept
 * @param said what they said
 * @throws what the ledger throws when it cannot be kept
 */
export async function record(ledger: Ledger, said: Said): Promise<void> {
  const { place, person, asking, kind, outcome, quote, at } = said;
  await ledger.journal.add({
    kind,
    at: at ?? Date.now(),
    place: placeName(place),
    person,
    question: asking.text,
    outcome,
    confidence: null,
    quoted: quote ? quotedAt(quote) : null,
  });
}

/** As {@link record}, where it is not worth failing for, nor waiting. */
export function note(ledger: Ledger, log: Log, said: Said): void {
  record(ledger, said).catch(lost(log));
}

/**
 * Whether something is kept already, by a process that has gone since.
 *
 * @param ledger where it would be
 * @param said what was said, with the moment of it
 * @returns `true` where it is; `false` where it is not, or where the ledger does not say
 */
export async function isOnRecord(
  ledger: Ledger,
  { place, asking, kind, outcome, at }: Said,
): Promise<boolean> {
  if (at == null) return false;
  const then = await ledger.journal.within({ from: at, to: at + 1 }).catch(() => []);
  const where = placeName(place);
  return then.some(
    (entry) =>
      entry.kind === kind &&
      entry.outcome === outcome &&
      entry.place === where &&
      entry.question === asking.text,
  );
}
