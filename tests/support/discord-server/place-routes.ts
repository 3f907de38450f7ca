import { isThread } from './home.ts';
import { type Json, jsonOf, listOf } from './json.ts';
import { formRefusal, type Refusal, refusal } from './payload.ts';
import { permissionsIn } from './permissions.ts';
import { botMember, closed, hidden } from './places.ts';
import { type Asked, done, type Outcome, type Route, yes } from './route.ts';
import { BOT, type State } from './state.ts';

/** The application, the bot, and the servers that it is in. */

/** Of a server that the bot is not in, Discord says that it may not be asked for. */
function inGuild(run: (asked: Asked, guild: Json) => Outcome | Refusal): Route['run'] {
  return (asked) => {
    const guild = asked.state.guilds.get(String(asked.at[0]));
    return guild === undefined ? refusal(404, 10004, 'Unknown Guild') : run(asked, guild);
  };
}

/** The bot as a member of a server. */
export function memberOf(guild: Json): Json {
  return {
    user: BOT,
    roles: listOf(guild.bot_roles),
    nick: null,
    joined_at: '2024-01-01T00:00:00Z',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

function channelsOf(state: State, guild: Json): readonly Json[] {
  return [...state.channels.values()].map(jsonOf).filter(({ guild_id }) => guild_id === guild.id);
}

function shown({ bot_roles: _, ...guild }: Json): Json {
  return { icon: null, features: [], emojis: [], stickers: [], preferred_locale: 'en-US', ...guild };
}

function guilds({ state }: Asked): Outcome {
  return yes(
    [...state.guilds.values()].map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      owner: false,
      permissions: String(permissionsIn(guild, null, botMember(guild))),
      features: [],
    })),
  );
}

function gateway({ state, gatewayUrl }: Asked): Outcome {
  return yes({ url: gatewayUrl, shards: state.shards, session_start_limit: state.startLimit });
}

const application: Route['run'] = ({ state }) =>
  yes({ bot: BOT, approximate_guild_count: state.guilds.size, ...state.application });

function typing({ state, at }: Asked): Outcome | Refusal {
  const channel = String(at[0]);
  const no = closed(state, channel);
  if (no === null) state.typed.push(channel);
  return no ?? done();
}

function channel({ state, at }: Asked): Outcome | Refusal {
  const id = String(at[0]);
  const no = hidden(state, id);
  if (no !== null) return no;
  return yes(state.channels.get(id) ?? { id, type: 1, recipients: [], last_message_id: null, flags: 0 });
}

function createDirect({ state, body }: Asked): Outcome | Refusal {
  const recipient = String(body.recipient_id ?? '');
  if (!/^\d+$/.test(recipient)) {
    return formRefusal([
      { path: ['recipient_id'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' },
    ]) as Refusal;
  }
  const id = `9${recipient}`;
  const known = state.channels.get(id);
  const direct = known ?? {
    id,
    type: 1,
    flags: 0,
    last_message_id: null,
    recipients: [{ id: recipient, username: 'ada', discriminator: '0', avatar: null }],
  };
  state.channels.set(id, direct);
  return yes(direct);
}

export const PLACE_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/channels/:/typing', run: typing },
  { method: 'GET', path: '/channels/:', run: channel },
  { method: 'POST', path: '/users/@me/channels', run: createDirect },
  { method: 'GET', path: '/gateway', open: true, run: ({ gatewayUrl }) => yes({ url: gatewayUrl }) },
  { method: 'GET', path: '/gateway/bot', run: gateway },
  { method: 'GET', path: '/users/@me', run: () => yes(BOT) },
  { method: 'GET', path: '/users/@me/guilds', run: guilds },
  { method: 'GET', path: '/applications/@me', run: application },
  { method: 'GET', path: '/oauth2/applications/@me', run: application },
  { method: 'GET', path: '/guilds/:', run: inGuild((_, guild) => yes(shown(guild))) },
  { method: 'GET', path: '/guilds/:/roles', run: inGuild((_, guild) => yes(guild.roles)) },
  {
    method: 'GET',
    path: '/guilds/:/channels',
    run: inGuild(({ state }, guild) => yes(channelsOf(state, guild).filter((each) => !isThread(each)))),
  },
  {
    method: 'GET',
    path: '/guilds/:/threads/active',
    run: inGuild(({ state }, guild) => {
      const threads = channelsOf(state, guild).filter(isThread);
      const active = threads.filter(({ thread_metadata }) => jsonOf(thread_metadata).archived !== true);
      return yes({ threads: active, members: [] });
    }),
  },
  {
    method: 'GET',
    path: '/guilds/:/members/:',
    run: inGuild(({ at }, guild) =>
      at[1] === BOT.id ? yes(memberOf(guild)) : refusal(404, 10007, 'Unknown Member'),
    ),
  },
];
