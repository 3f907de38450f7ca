import { messageOf } from './chat-methods.ts';
import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import { from, named, type Person, type Slack, triggeredBy } from './person.ts';
import type { View } from './views.ts';

/**
 * What Slack sends when somebody uses a view, or a menu that the bot fills
 * (https://docs.slack.dev/reference/interaction-payloads).
 */

/** Values of a view's fields, by `block_id` and `action_id`. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Something was pressed or chosen in a modal or a home tab: no channel, no `response_url`. */
export function viewActions(
  slack: Slack,
  view: View,
  actions: readonly Json[],
  values: Values = {},
  person: Person = {},
): Json {
  return {
    type: 'block_actions',
    ...from(person),
    container: { type: 'view', view_id: view.id },
    trigger_id: triggeredBy(slack, person, view.id),
    view: { ...view, state: { values } },
    actions: actions.map((action) => ({ ...action, action_ts: slack.ts() })),
  };
}

/** A modal was submitted. */
export function viewSubmission(slack: Slack, view: View, values: Values, person: Person = {}): Json {
  return {
    type: 'view_submission',
    ...from(person),
    trigger_id: triggeredBy(slack, person, view.id),
    view: { ...view, state: { values } },
    response_urls: [],
  };
}

/** A modal was closed, one view of it or with `cleared` all. */
export function viewClosed(view: View, cleared = false, person: Person = {}): Json {
  return { type: 'view_closed', ...from(person), view, is_cleared: cleared };
}

/** Somebody types into a menu whose options the bot brings. */
export function blockSuggestion(
  on: View | Kept,
  menu: { readonly action_id: string; readonly block_id: string },
  typed: string,
  person: Person = {},
): Json {
  const base = { type: 'block_suggestion', ...from(person), ...menu, value: typed };
  if ('hash' in on) return { ...base, container: { type: 'view', view_id: on.id }, view: on };
  const { channel, ts } = on;
  return {
    ...base,
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: on.to !== null },
    channel: named(channel, person.channelName),
    ...(on.to === null ? { message: messageOf(on) } : {}),
  };
}
