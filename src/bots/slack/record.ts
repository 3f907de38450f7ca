import { placeName, type Quote, quotedAt } from '../../knowledge/index.ts';
import type { Entry } from '../../ledger/ledger.ts';
import type { Around } from './around.ts';
import { personIn } from './heard.ts';
import type { Pressed } from './pressed.ts';
import type { State } from './state.ts';

/**
 * Keeps what somebody said of an answer.
 *
 * @param around where it is kept
 * @param pressed what they pressed
 * @param state what the message showed
 * @param kind what it is
 * @param outcome what they said
 * @param quote what was shown first
 * @returns once it is kept; rejects where it cannot be
 */
export function record(
  { ledger }: Around,
  { spot, user }: Pressed,
  { asking }: State,
  kind: Entry['kind'],
  outcome: string,
  quote: Quote | null | undefined,
): Promise<void> {
  return ledger.journal.add({
    kind,
    at: Date.now(),
    place: placeName({ bot: 'slack', workspace: spot.workspace, channel: spot.channel }),
    person: personIn(spot.workspace, user),
    question: asking.text,
    outcome,
    quoted: quote ? quotedAt(quote) : null,
  });
}

/** As {@link record}, where it is not worth failing for. */
export async function note(
  around: Around,
  ...what: Parameters<typeof record> extends [Around, ...infer R] ? R : never
): Promise<void> {
  try {
    await record(around, ...what);
  } catch (error) {
    around.log.error({ err: error }, 'the ledger cannot be used: something is not kept');
  }
}
