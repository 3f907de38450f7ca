import { type Clock, eventCallback, type Happening } from './event.ts';
import type { Json } from './json.ts';
import type { Said } from './payloads.ts';

/** What Slack tells of what people write (https://docs.slack.dev/reference/events/message). */

/** What somebody writes. */
export interface Writing {
  readonly channel: string;
  readonly text: string;
  readonly user?: string;
  readonly ts?: string;
  readonly thread?: string;
  /** Of the message whose thread it is in. */
  readonly parentUser?: string;
  /** The workspace of somebody from another organisation. */
  readonly strangerOf?: string;
}

function channelType(channel: string): string {
  return channel.startsWith('D') ? 'im' : channel.startsWith('G') ? 'group' : 'channel';
}

function written(slack: Clock, writing: Writing, team: string): Json {
  const { channel, text, user = 'U1', ts = slack.ts(), thread, parentUser, strangerOf } = writing;
  const theirs = {
    user_team: strangerOf,
    source_team: strangerOf,
    user_profile: { name: 'guest', real_name: 'Guest', team: strangerOf, is_restricted: false },
  };
  return {
    type: 'message',
    user,
    ts,
    client_msg_id: `m${ts}`,
    text,
    team: strangerOf ?? team,
    channel,
    event_ts: ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(parentUser === undefined ? {} : { parent_user_id: parentUser }),
    ...(strangerOf === undefined ? {} : theirs),
  };
}

/** A message in a channel, a thread or a direct message, without a mention. */
export function messageEvent(slack: Clock, writing: Writing, at: Happening = {}): Json {
  const { team = 'T1' } = at;
  const event = { ...written(slack, writing, team), channel_type: channelType(writing.channel) };
  return eventCallback(slack, event, { shared: writing.strangerOf !== undefined, ...at });
}

/** A message that mentions the bot; `text` without the mention. */
export function mentionEvent(slack: Clock, writing: Writing, at: Happening = {}): Json {
  const { team = 'T1', botUser = 'UBOT' } = at;
  const text = `<@${botUser}> ${writing.text}`;
  const event = { ...written(slack, { ...writing, text }, team), type: 'app_mention' };
  return eventCallback(slack, event, { shared: writing.strangerOf !== undefined, ...at });
}

/**
 * A message was changed.
 *
 * @param slack makes timestamps
 * @param said the message as it was
 * @param text as it is now
 * @param edited `false` for a change that no person made: Slack attached the preview of a link
 * @param at where it happens
 * @returns the payload
 */
export function messageChanged(
  slack: Clock,
  said: Said,
  text: string,
  edited = true,
  at: Happening = {},
): Json {
  const { channel, ts, user = 'U1', thread } = said;
  const { team = 'T1' } = at;
  const now = slack.ts();
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const message = { type: 'message', user, team, ts, client_msg_id: `m${ts}`, ...inThread };
  const mark = edited ? { edited: { user, ts: now } } : {};
  return eventCallback(
    slack,
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: channelType(channel),
      ts: now,
      event_ts: now,
      message: { ...message, text, ...mark },
      previous_message: { ...message, text: said.text },
    },
    at,
  );
}

/** A message was deleted. */
export function messageDeleted(slack: Clock, said: Said, at: Happening = {}): Json {
  const { channel, ts, user = 'U1', text, thread } = said;
  const now = slack.ts();
  return eventCallback(
    slack,
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel,
      channel_type: channelType(channel),
      ts: now,
      event_ts: now,
      deleted_ts: ts,
      previous_message: {
        type: 'message',
        user,
        ts,
        text,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      },
    },
    at,
  );
}
