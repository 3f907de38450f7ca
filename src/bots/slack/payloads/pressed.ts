import { z } from 'zod';
import type { Listener } from '../calls/whisper.ts';
import { readState, type State } from '../state.ts';
import type { Around } from '../workspace/around.ts';
import { personIn } from './heard.ts';
import { Origin, spotFrom } from './origin.ts';
import type { Spot } from './place.ts';

/** What a pressed button stands in. */
export type Surface =
  /** A message that everybody in the channel sees. */
  | { readonly kind: 'message'; readonly channel: string; readonly message: string }
  /** A message that only the person sees. */
  | { readonly kind: 'whisper' }
  /** A modal. */
  | { readonly kind: 'modal'; readonly view: string }
  /** The Home tab. */
  | { readonly kind: 'home' };

/** A button that somebody pressed, or an option that somebody chose. */
export interface Pressed {
  readonly deliveries: readonly string[];
  readonly action: string;
  /** What the button carried, or the value of the option. */
  readonly value: string;
  readonly surface: Surface;
  /** The message that it stands in, whoever sees it; `null` in a view. */
  readonly at: string | null;
  readonly spot: Spot;
  readonly user: string;
  /** As people see it, for what is shared in their name. */
  readonly userName: string;
  /** Opens a modal, within three seconds (https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses). */
  readonly trigger: string | null;
  /** The way to show something to this person alone. */
  readonly listener: Listener;
}

const text = z.string().nullish();
/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const Payload = z.object({
  ...Origin,
  channel: z.object({ id: text }).nullish(),
  trigger_id: text,
  response_url: text,
  container: z
    .object({
      type: text,
      message_ts: text,
      thread_ts: text,
      channel_id: text,
      is_ephemeral: z.boolean().nullish(),
      view_id: text,
    })
    .nullish(),
  message: z.object({ ts: text, thread_ts: text }).nullish(),
  view: z.object({ id: text, type: text, app_installed_team_id: text }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: text,
        value: text,
        selected_option: z.object({ value: text }).nullish(),
      }),
    )
    .min(1),
});
type Payload = z.infer<typeof Payload>;

/**
 * Reads an interaction with a block, whatever Slack leaves out of it or adds.
 *
 * @param body the payload
 * @returns what was pressed; `null` where that cannot be told
 */
export function pressedIn(body: unknown): Pressed | null {
  const { data } = Payload.safeParse(body);
  const [action] = data?.actions ?? [];
  if (data === undefined || action === undefined) return null;
  const { user, trigger_id, response_url, message } = data;
  const channel = data.channel?.id || data.container?.channel_id || null;
  const surface = surfaceOf(data, channel);
  const press = `press:${user.id}:${action.action_id}:${action.action_ts || trigger_id || ''}`;
  return {
    deliveries: trigger_id ? [press, `trigger:${trigger_id}`] : [press],
    action: action.action_id,
    value: action.value ?? action.selected_option?.value ?? '',
    surface,
    at: data.container?.message_ts || message?.ts || null,
    spot: spotFrom(data, channel, data.view?.app_installed_team_id ?? null),
    user: user.id,
    userName: user.name || user.username || '',
    trigger: trigger_id || null,
    listener: { responseUrl: response_url || null, channel, user: user.id, threadTs: threadOf(data) },
  };
}

function surfaceOf({ view, container, message }: Payload, channel: string | null): Surface {
  if (view?.type === 'home') return { kind: 'home' };
  if (view?.id) return { kind: 'modal', view: view.id };
  const at = container?.message_ts || message?.ts;
  if (container?.is_ephemeral || channel === null || !at) return { kind: 'whisper' };
  return { kind: 'message', channel, message: at };
}

/** A message that is itself in a thread has one that is active; elsewhere a thread would hide what is said in it. */
function threadOf({ container, message }: Payload): string | null {
  return container?.thread_ts || message?.thread_ts || null;
}

/** @returns the name of the message or the window that a button stands in, whoever presses it there */
export function standsIn({ surface, spot, at, deliveries }: Pressed): string {
  if (surface.kind === 'modal') return `view:${surface.view}`;
  return at === null ? (deliveries[0] ?? '') : `${spot.channel}:${at}`;
}

/** @returns what the message showed whose button was pressed; `null` where that is no longer known */
export function stateIn(around: Pick<Around, 'ledger'>, { value }: Pressed): Promise<State | null> {
  return readState(around, value.slice(value.indexOf('{')));
}

/** @returns the index at the end of an action's name; 0 where there is none */
export function partIn({ action }: Pressed): number {
  return Number(/-(\d{1,2})$/.exec(action)?.[1] ?? 0);
}

/** @returns where, and by whom, something is said of an answer */
export function saidBy({ spot, user }: Pressed) {
  const place = { bot: 'slack', workspace: spot.workspace, channel: spot.channel } as const;
  return { place, person: personIn(spot.workspace, user) };
}
