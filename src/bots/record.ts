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
  const { place, person, asking, kind, outcome, quote } = said;
  await ledger.journal.add({
    kind,
    at: Date.now(),
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
