import { messageOf } from './chat-methods.ts';
import { type Json, jsonOf } from './json.ts';
import type { Kept } from './messages.ts';
import { answersTo, from, named, type Person, type Slack, triggeredBy } from './person.ts';

/**
 * What Slack sends when somebody acts on a message, chooses a shortcut or types a command
 * (https://docs.slack.dev/reference/interaction-payloads).
 */

/** A message that somebody else wrote. */
export interface Said {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly user?: string;
  readonly thread?: string;
}

/** Something was pressed or chosen on a message. An ephemeral message itself is not sent along. */
export function messageActions(
  slack: Slack,
  kept: Kept,
  actions: readonly Json[],
  person: Person = {},
): Json {
  const { channel, ts, thread } = kept;
  const ephemeral = kept.to !== null;
  return {
    type: 'block_actions',
    ...from(person),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: ephemeral,
      ...(thread === null ? {} : { thread_ts: thread }),
    },
    trigger_id: triggeredBy(slack, person),
    channel: named(channel, person.channelName),
    ...(ephemeral ? {} : { message: messageOf(kept) }),
    state: { values: {} },
    response_url: answersTo(slack, person, channel, ts),
    actions: actions.map((action) => ({ ...action, action_ts: slack.ts() })),
  };
}

/** Something was pressed on the preview of a link. */
export function unfurlActions(
  slack: Slack,
  { channel, ts, thread }: Said,
  url: string,
  actions: readonly Json[],
  person: Person = {},
): Json {
  return {
    type: 'block_actions',
    ...from(person),
    container: {
      type: 'message_attachment',
      message_ts: ts,
      attachment_id: 1,
      channel_id: channel,
      is_ephemeral: false,
      is_app_unfurl: true,
      app_unfurl_url: url,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    },
    trigger_id: triggeredBy(slack, person),
    channel: named(channel, person.channelName),
    app_unfurl: { id: 1, app_unfurl_url: url, is_app_unfurl: true, app_id: 'A1', bot_id: 'BBOT' },
    state: { values: {} },
    response_url: answersTo(slack, person, channel),
    actions: actions.map((action) => ({ ...action, action_ts: slack.ts() })),
  };
}

/** A global shortcut was chosen. */
export function globalShortcut(slack: Slack, callbackId: string, person: Person = {}): Json {
  const { api_app_id: _, ...base } = from(person);
  const trigger_id = triggeredBy(slack, person);
  return { type: 'shortcut', ...base, callback_id: callbackId, trigger_id, action_ts: slack.ts() };
}

/** A shortcut was chosen on a message. */
export function messageShortcut(slack: Slack, callbackId: string, said: Said, person: Person = {}): Json {
  const { channel, ts, text, user = 'U2', thread } = said;
  const { api_app_id: _, ...base } = from(person);
  return {
    type: 'message_action',
    ...base,
    callback_id: callbackId,
    trigger_id: triggeredBy(slack, person),
    action_ts: slack.ts(),
    channel: named(channel, person.channelName),
    message_ts: ts,
    message: {
      type: 'message',
      user,
      ts,
      text,
      team: person.team ?? 'T1',
      ...(thread === undefined ? {} : { thread_ts: thread }),
    },
    response_url: answersTo(slack, person, channel),
  };
}

/** Somebody typed a command. All fields are strings, as in the form that Slack sends. */
export function slashCommand(slack: Slack, channel: string, text: string, person: Person = {}): Json {
  const { user = 'U1', team = 'T1', orgWide = false } = person;
  return {
    token: 'verification-token',
    team_id: team,
    team_domain: 'newsroom',
    channel_id: channel,
    channel_name: String(jsonOf(named(channel, person.channelName)).name),
    user_id: user,
    user_name: 'ada',
    command: '/ask',
    text,
    api_app_id: 'A1',
    is_enterprise_install: String(orgWide),
    response_url: answersTo(slack, person, channel),
    trigger_id: triggeredBy(slack, person),
  };
}
