import { z } from 'zod';
import type { Listener } from '../calls/whisper.ts';
import { Origin, spotFrom } from './origin.ts';
import type { Spot } from './place.ts';

/** A shortcut that somebody used: anywhere, or on a message. */
export interface Shortcut {
  readonly deliveries: readonly string[];
  readonly spot: Spot;
  readonly user: string;
  readonly trigger: string | null;
  readonly listener: Listener;
  /** Text of the message, as Slack delivers it, or of what it passes on without a word; `''` where it was on none. */
  readonly text: string;
}

const text = z.string().nullish();
const Attachments = z.array(z.object({ text }).catch({})).nullish().catch(null);
/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
const Payload = z.object({
  ...Origin,
  channel: z.object({ id: text }).nullish(),
  trigger_id: text,
  response_url: text,
  action_ts: text,
  message: z.object({ ts: text, thread_ts: text, text, attachments: Attachments }).nullish(),
});

/**
 * Reads the use of a shortcut.
 *
 * @param body the payload
 * @returns what was used; `null` where that cannot be told
 */
export function shortcutIn(body: unknown): Shortcut | null {
  const { data } = Payload.safeParse(body);
  if (data === undefined) return null;
  const { user, message, trigger_id, action_ts } = data;
  const channel = data.channel?.id || null;
  const named = [trigger_id && `trigger:${trigger_id}`, action_ts && `shortcut:${user.id}:${action_ts}`];
  return {
    deliveries: named.flatMap((name) => name || []),
    spot: spotFrom(data, channel),
    user: user.id,
    trigger: trigger_id || null,
    // In a thread that has no message yet nobody would see what only one person may see.
    listener: {
      responseUrl: data.response_url || null,
      channel,
      user: user.id,
      threadTs: message?.thread_ts || null,
    },
    text: message?.text || (message?.attachments ?? []).flatMap((each) => each.text || []).join('\n'),
  };
}
