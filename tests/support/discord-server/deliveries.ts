import { isJson, type Json, jsonOf, listOf } from './json.ts';
import { PERMISSIONS } from './permissions.ts';
import { BOT, type Interaction, now, type State } from './state.ts';

/** Remembers what the gateway tells, so that the HTTP API says the same. */

/** What changes with an edit. */
const CONTENT = ['content', 'embeds', 'components', 'flags', 'edited_timestamp'];

/**
 * Remembers a message that somebody else wrote. What is known already stays as it is.
 *
 * @param state of the server
 * @param said Discord's message object; not all of it need be there
 */
function noteMessage(state: State, said: Json): void {
  if (typeof said.id !== 'string' || state.messages.find(said.id) !== undefined) return;
  const author = jsonOf(said.author);
  state.messages.post({
    id: said.id,
    channel: String(said.channel_id),
    guild: typeof said.guild_id === 'string' ? said.guild_id : null,
    author,
    ours: author.id === BOT.id,
    to: null,
    message: said,
    reference: isJson(said.message_reference) ? said.message_reference : null,
    nonce: null,
    interaction: null,
    at: now(state),
    more: Object.fromEntries(Object.entries(said).filter(([name]) => !CONTENT.includes(name))),
  });
}

/** Remembers a message that somebody else wrote, as it stands now. */
export function noteAgain(state: State, said: Json): void {
  const known = state.messages.find(said.id);
  if (known === undefined) noteMessage(state, said);
  else if (!known.ours) state.messages.replace(known, said);
}

/**
 * Remembers an event.
 *
 * @param state of the server
 * @param t its name
 * @param d its data; whatever is not as it should be is passed over
 */
export function noteEvent(state: State, t: string, d: Json): void {
  const { id } = d;
  if (typeof id !== 'string') return;
  const [what = '', did = ''] = t.split('_');
  switch (what) {
    case 'MESSAGE':
      noteMessageEvent(state, did, d);
      break;
    case 'THREAD':
    case 'CHANNEL':
      if (did === 'DELETE') state.channels.set(id, null);
      if (did === 'CREATE' || did === 'UPDATE') state.channels.set(id, { ...state.channels.get(id), ...d });
      break;
    case 'GUILD':
      if (did === 'DELETE' && d.unavailable !== true) state.guilds.delete(id);
      if (did === 'CREATE' || did === 'UPDATE') noteGuild(state, id, d);
      break;
  }
}

function noteMessageEvent(state: State, did: string, d: Json): void {
  const known = state.messages.find(d.id);
  if (did === 'CREATE') noteMessage(state, d);
  if (did === 'DELETE' && known !== undefined) state.messages.remove(known);
  if (did === 'UPDATE' && known !== undefined && !known.ours) state.messages.replace(known, d);
}

function noteGuild(state: State, id: string, { channels, threads, ...guild }: Json): void {
  state.guilds.set(id, { ...state.guilds.get(id), ...guild });
  for (const channel of [...listOf(channels), ...listOf(threads)].map(jsonOf)) {
    state.channels.set(String(channel.id), { guild_id: id, ...channel });
  }
}

/**
 * Remembers an interaction, once, and the messages that it brings along.
 *
 * @param state of the server
 * @param payload what is delivered
 */
export function noteInteraction(state: State, payload: Json): void {
  const token = String(payload.token);
  if (state.interactions.has(token)) return;
  const { message, guild_id, data } = payload;
  const guild = typeof guild_id === 'string' ? guild_id : null;
  const resolved = Object.values(jsonOf(jsonOf(jsonOf(data).resolved).messages));
  for (const brought of [message, ...resolved]) {
    if (isJson(brought)) noteMessage(state, { channel_id: payload.channel_id, guild_id, ...brought });
  }
  const owners = jsonOf(payload.authorizing_integration_owners);
  const foreign = owners[1] !== undefined && owners[0] === undefined;
  const granted = BigInt(String(payload.app_permissions ?? 0));
  const person = jsonOf(jsonOf(payload.member).user ?? payload.user);
  const interaction: Interaction = {
    payload,
    id: String(payload.id),
    token,
    type: Number(payload.type),
    channel: String(payload.channel_id ?? jsonOf(payload.channel).id),
    guild,
    user: String(person.id),
    source: isJson(message) ? String(message.id) : null,
    at: state.passed,
    sentAt: performance.now(),
    foreign,
    hushed: foreign && guild !== null && (granted & PERMISSIONS.useExternalApps) === 0n,
    responded: null,
    original: null,
    followups: 0,
  };
  state.interactions.set(token, interaction);
}
