import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Listener } from '../calls/whisper.ts';
import { type Put, putIn } from '../rendering/modals.ts';
import { Origin, spotFrom } from './origin.ts';
import type { Spot } from './place.ts';

/** A modal that somebody has submitted. */
export interface Submitted {
  readonly deliveries: readonly string[];
  readonly view: string;
  readonly put: Put;
  readonly spot: Spot;
  readonly user: string;
  readonly listener: Listener;
}

const text = z.string().nullish();
/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const Payload = z.object({
  ...Origin,
  trigger_id: text,
  view: z.object({
    id: z.string().min(1),
    hash: text,
    app_installed_team_id: text,
    private_metadata: text,
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }).nullish(),
  }),
});

/**
 * Reads the submission of a modal of ours. Its `private_metadata` is the channel that it was opened for.
 *
 * @param body the payload
 * @returns what was submitted; `null` where that cannot be told
 */
export function submittedIn(body: unknown): Submitted | null {
  const { data } = Payload.safeParse(body);
  if (data === undefined) return null;
  const { user, view, trigger_id } = data;
  const channel = view.private_metadata || null;
  const values = view.state?.values;
  return {
    // A window that Slack left open, as it waited in vain, is the same when it is sent again with something else in it.
    deliveries: [`view:${view.id}:${view.hash ?? ''}:${trigger_id || digestOf(values)}`],
    view: view.id,
    put: putIn(values),
    spot: spotFrom(data, channel, view.app_installed_team_id ?? null),
    user: user.id,
    listener: { responseUrl: null, channel, user: user.id, threadTs: null },
  };
}

/** Slack does not promise the trigger of a submission: without one, what stands in the window tells it from another. */
function digestOf(values: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(values ?? null))
    .digest('base64url');
}
