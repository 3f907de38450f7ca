import { editRefusal } from './edits.ts';
import { has } from './flags.ts';
import { type Json, jsonOf } from './json.ts';
import type { Kept } from './messages.ts';
import { formRefusal, messageRefusal, type Refusal, refusal } from './payload.ts';
import { closed, guildOf, hidden, may } from './places.ts';
import { type Asked, asSent, done, type Outcome, type Route, tellOf, yes, yesMessage } from './route.ts';
import { BOT, now } from './state.ts';

/** Messages in channels (https://docs.discord.com/developers/resources/message). */

const UNKNOWN = refusal(404, 10008, 'Unknown Message');
/** For so long a nonce is remembered, in milliseconds: "the past few minutes". */
const NONCE_LIFE = 5 * 60_000;
/** `GATEWAY_MESSAGE_CONTENT`, and the same for small bots. */
const READS_ALL = (1 << 18) | (1 << 19);

function post(asked: Asked): Outcome | Refusal {
  const { state, body, at } = asked;
  const channel = String(at[0]);
  const no = closed(state, channel) ?? messageRefusal(body, 'post');
  if (no !== null) return no;
  const reference = referenceOf(asked, channel);
  if (reference !== null && 'status' in reference) return reference;
  const nonce = (body.nonce ?? null) as string | number | null;
  const before = body.enforce_nonce === true && nonce !== null ? sameNonce(asked, channel, nonce) : undefined;
  if (before !== undefined) return yesMessage(state, before);
  wake(asked, channel);
  const kept = state.messages.post({
    id: state.snowflake(),
    channel,
    guild: idOf(guildOf(state, channel)),
    author: BOT,
    ours: true,
    to: null,
    message: body,
    reference: reference === null ? null : (reference.found as Json | null),
    nonce,
    interaction: null,
    at: now(state),
    more: {},
  });
  tellOf(asked, 'MESSAGE_CREATE', kept);
  return yesMessage(state, kept);
}

function idOf(guild: Json | null): string | null {
  return guild === null ? null : String(guild.id);
}

/** What a message replies to; `found` is `null` where it is gone and need not be there. */
function referenceOf({ state, body }: Asked, channel: string): { found: Json | null } | Refusal | null {
  const { message_reference: given } = body;
  if (given === undefined || given === null) return null;
  const { message_id, fail_if_not_exists } = jsonOf(given);
  if (!may(state, channel, 'readMessageHistory')) {
    return refusal(400, 160002, 'Cannot reply without permission to read message history');
  }
  const found = state.messages.find(message_id, channel);
  if (found !== undefined && found.to === null) {
    const place = found.guild === null ? {} : { guild_id: found.guild };
    return { found: { message_id, channel_id: channel, ...place } };
  }
  if (fail_if_not_exists === false) return { found: null };
  const unknown = {
    path: ['message_reference'],
    code: 'REPLIES_UNKNOWN_MESSAGE',
    message: 'Unknown message',
  };
  return formRefusal([unknown]);
}

function sameNonce({ state }: Asked, channel: string, nonce: string | number): Kept | undefined {
  return state.messages
    .all()
    .find(
      (kept) =>
        kept.ours && kept.channel === channel && kept.nonce === nonce && now(state) - kept.at < NONCE_LIFE,
    );
}

/** A message opens an archived thread. */
function wake({ state, tell }: Asked, channel: string): void {
  const thread = jsonOf(state.channels.get(channel));
  const metadata = jsonOf(thread.thread_metadata);
  if (metadata.archived !== true) return;
  const awake = { ...thread, thread_metadata: { ...metadata, archived: false } };
  state.channels.set(channel, awake);
  tell('THREAD_UPDATE', awake);
}

function edit(asked: Asked): Outcome | Refusal {
  const { state, body } = asked;
  const kept = found(asked);
  if (!('channel' in kept)) return kept;
  if (!kept.ours) return refusal(403, 50005, 'Cannot edit a message authored by another user');
  if (jsonOf(jsonOf(state.channels.get(kept.channel)).thread_metadata).archived === true) {
    return refusal(400, 50083, 'Thread is archived');
  }
  const no = editRefusal(kept, body);
  if (no !== null) return no;
  const edited = state.messages.replace(kept, body);
  tellOf(asked, 'MESSAGE_UPDATE', edited);
  return yesMessage(state, edited);
}

function remove(asked: Asked): Outcome | Refusal {
  const kept = found(asked);
  if (!('channel' in kept)) return kept;
  if (!kept.ours && !may(asked.state, kept.channel, 'manageMessages')) {
    return refusal(403, 50013, 'Missing Permissions');
  }
  asked.state.messages.remove(kept);
  const { id, channel: channel_id, guild } = kept;
  asked.tell('MESSAGE_DELETE', { id, channel_id, ...(guild === null ? {} : { guild_id: guild }) });
  return done(id);
}

/** The message of the path that the bot can see. */
function found({ state, at: [channel = '', id = ''] }: Asked): Kept | Refusal {
  const no = hidden(state, channel);
  if (no !== null) return no;
  const kept = state.messages.find(id, channel);
  return kept === undefined || kept.to !== null ? UNKNOWN : kept;
}

function get(asked: Asked): Outcome | Refusal {
  const kept = found(asked);
  if (!('channel' in kept)) return kept;
  return may(asked.state, kept.channel, 'readMessageHistory')
    ? yes(asRead(asked, kept))
    : refusal(403, 50001, 'Missing Access');
}

function list(asked: Asked): Outcome | Refusal {
  const { state, at, query } = asked;
  const channel = String(at[0]);
  const no = hidden(state, channel);
  if (no !== null) return no;
  if (!may(state, channel, 'readMessageHistory')) return yes([]);
  const [before, after] = [query.get('before'), query.get('after')];
  const odd = [before, after].find((id) => id !== null && !/^\d+$/.test(id));
  if (odd !== undefined) return refusal(400, 50035, 'Invalid Form Body');
  const here = state.messages
    .all()
    .filter((kept) => kept.channel === channel && kept.to === null)
    .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
    .filter(({ id }) => after === null || BigInt(id) > BigInt(after))
    .reverse();
  return yes(here.slice(0, Number(query.get('limit') ?? 50)).map((kept) => asRead(asked, kept)));
}

/** Without the right to read everything, the bot reads its own messages, those in direct messages, and mentions of it. */
function asRead({ state }: Asked, kept: Kept): Json {
  const message = asSent(state, kept);
  const readable =
    kept.ours ||
    kept.guild === null ||
    has(state.application.flags, READS_ALL) ||
    JSON.stringify(message.mentions).includes(`"${BOT.id}"`);
  return readable ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

export const CHANNEL_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/channels/:/messages', run: post },
  { method: 'GET', path: '/channels/:/messages', run: list },
  { method: 'GET', path: '/channels/:/messages/:', run: get },
  { method: 'PATCH', path: '/channels/:/messages/:', run: edit },
  { method: 'DELETE', path: '/channels/:/messages/:', run: remove },
];
