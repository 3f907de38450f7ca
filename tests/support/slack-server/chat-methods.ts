import { messageRefusal, unfurlsRefusal, updateRefusal } from './blocks.ts';
import { type Json, jsonOf } from './json.ts';
import type { Kept } from './messages.ts';
import { type Calling, closedTo, type Method, no, type Outcome, refused, yes } from './method.ts';

/** `chat.*` (https://docs.slack.dev/reference/methods?family=chat). */

const WRITE = () => ['chat:write'];
const CONTENT = ['channel', 'text', 'blocks', 'mrkdwn', 'link_names', 'parse'];
/** A message a second in a channel (https://docs.slack.dev/apis/web-api/rate-limits). */
const PACE = 1_000;

/** A person stands for the direct messages with them. */
function channelOf(args: Json): string {
  const channel = String(args.channel);
  return /^[UW]/.test(channel) ? `D${channel}` : channel;
}

function postMessage(calling: Calling): Outcome {
  const { state, args } = calling;
  const channel = channelOf(args);
  const closed = closedTo(calling, channel);
  if (closed !== null) return no(closed);
  const refusal = messageRefusal(args);
  if (refusal !== null) return refused(refusal);
  if (args.reply_broadcast === true && args.thread_ts === undefined) {
    return no('invalid_arguments', '$.reply_broadcast needs $.thread_ts');
  }
  const now = performance.now();
  if (state.paced && now - (state.postedAt.get(channel) ?? Number.NEGATIVE_INFINITY) < PACE) {
    return { ...no('ratelimited'), status: 429, headers: { 'retry-after': '1' } };
  }
  state.postedAt.set(channel, now);
  const kept = state.messages.post(entryOf(calling, channel, null));
  return yes({ channel, ts: kept.ts, message: messageOf(kept) }, { ts: kept.ts });
}

function postEphemeral(calling: Calling): Outcome {
  const { state, args } = calling;
  const channel = channelOf(args);
  const closed = closedTo(calling, channel);
  if (closed !== null) return no(closed);
  const members = state.channels.get(channel)?.members;
  if (Array.isArray(members) && !members.includes(args.user)) return no('user_not_in_channel');
  const refusal = messageRefusal(args);
  if (refusal !== null) return refused(refusal);
  const kept = state.messages.post(entryOf(calling, channel, String(args.user)));
  return yes({ message_ts: kept.ts }, { ts: kept.ts });
}

function entryOf(
  { workspace, args }: Calling,
  channel: string,
  to: string | null,
): Omit<Kept, 'ts' | 'edits'> {
  return {
    team: workspace.team,
    channel,
    thread: args.thread_ts === undefined ? null : String(args.thread_ts),
    author: workspace.botUser ?? 'UBOT',
    ours: true,
    to,
    message: args,
    broadcast: args.reply_broadcast === true,
  };
}

/** A message that everybody sees and that this workspace's bot sent, or Slack's code. */
function own({ state, workspace, args }: Calling, others: string): Kept | string {
  const kept = state.messages.find(args.channel, args.ts);
  if (kept === undefined || kept.to !== null) return 'message_not_found';
  return kept.ours && kept.team === workspace.team ? kept : others;
}

function update(calling: Calling): Outcome {
  const { state, args } = calling;
  const closed = closedTo(calling, String(args.channel));
  if (closed !== null) return no(closed);
  const old = own(calling, 'cant_update_message');
  if (typeof old === 'string') return no(old);
  // Blocks stay only where no text is given, metadata stays unless it is given.
  const { blocks, metadata } = old.message;
  const left = args.text === undefined && blocks !== undefined ? { blocks } : {};
  const whole = { ...left, ...(metadata === undefined ? {} : { metadata }), ...args };
  const refusal = updateRefusal(whole);
  if (refusal !== null) return refused(refusal);
  const { blocks: next, ...rest } = whole as Json;
  const kept = state.messages.replace(
    old,
    Array.isArray(next) && next.length > 0 ? whole : rest,
    args.reply_broadcast === true || old.broadcast,
  );
  const { channel, ts } = kept;
  return yes({ channel, ts, text: kept.message.text ?? '', message: messageOf(kept) }, { ts });
}

function remove(calling: Calling): Outcome {
  const { state, args } = calling;
  const old = own(calling, 'cant_delete_message');
  if (typeof old === 'string') return no(old);
  state.messages.remove(old);
  return yes({ channel: old.channel, ts: old.ts }, { ts: String(args.ts) });
}

function unfurl({ state, args }: Calling): Outcome {
  const byMessage = args.channel !== undefined && args.ts !== undefined;
  if (!byMessage && (args.unfurl_id === undefined || args.source === undefined)) {
    return args.channel === undefined ? no('missing_channel') : no('missing_ts');
  }
  const key = byMessage ? `${String(args.channel)} ${String(args.ts)}` : String(args.unfurl_id);
  const links = state.links.get(key);
  if (links === undefined) return no('cannot_find_message', `no link was pasted at ${key}`);
  const refusal = unfurlsRefusal(args.unfurls);
  if (refusal !== null) return refused(refusal);
  const unfurls = jsonOf(args.unfurls);
  const foreign = Object.keys(unfurls).find((url) => !links.includes(url));
  if (foreign !== undefined) return no('cannot_unfurl_url', `${foreign} was not pasted at ${key}`);
  state.unfurls.set(key, { ...state.unfurls.get(key), ...unfurls });
  return yes();
}

function getPermalink({ state, args }: Calling): Outcome {
  const kept = state.messages.find(args.channel, args.message_ts);
  if (kept === undefined) return no('message_not_found');
  const thread = kept.thread === null ? '' : `?thread_ts=${kept.thread}&cid=${kept.channel}`;
  const permalink = `https://newsroom.slack.com/archives/${kept.channel}/p${kept.ts.replace('.', '')}${thread}`;
  return yes({ channel: kept.channel, permalink });
}

/**
 * A message as Slack shows it to an app.
 *
 * @param kept a message that everybody sees
 * @returns Slack's message object
 */
export function messageOf(kept: Kept): Json {
  const { blocks, text = '' } = kept.message;
  return {
    type: 'message',
    user: kept.author,
    ts: kept.ts,
    text,
    team: kept.team,
    ...(kept.ours ? { bot_id: 'BBOT', app_id: 'A1' } : {}),
    ...(blocks === undefined ? {} : { blocks }),
    ...(kept.thread === null ? {} : { thread_ts: kept.thread }),
    ...(kept.edits === 0 ? {} : { edited: { user: kept.author, ts: kept.ts } }),
  };
}

export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    args: [...CONTENT, 'thread_ts', 'reply_broadcast', 'unfurl_links', 'unfurl_media', 'metadata'],
    needed: ['channel'],
    scopes: WRITE,
    run: postMessage,
  },
  'chat.postEphemeral': {
    args: [...CONTENT, 'user', 'thread_ts'],
    needed: ['channel', 'user'],
    scopes: WRITE,
    run: postEphemeral,
  },
  'chat.update': {
    args: ['channel', 'ts', 'text', 'blocks', 'metadata', 'link_names', 'parse', 'reply_broadcast'],
    needed: ['channel', 'ts'],
    scopes: WRITE,
    run: update,
  },
  'chat.delete': { args: ['channel', 'ts'], needed: ['channel', 'ts'], scopes: WRITE, run: remove },
  'chat.unfurl': {
    args: ['channel', 'ts', 'unfurl_id', 'source', 'unfurls'],
    scopes: () => ['links:write'],
    run: unfurl,
  },
  'chat.getPermalink': {
    args: ['channel', 'message_ts'],
    needed: ['channel', 'message_ts'],
    run: getPermalink,
  },
};
