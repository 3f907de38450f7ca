import { Client, type ClientOptions, GatewayIntentBits, Options } from 'discord.js';
import type { DiscordConfig } from '../../../config.ts';
import type { Log } from '../../../log.ts';
import { NO_PINGS } from '../calls/post.ts';
import { forgetCallsOnceDone, keepToken, restOptions } from '../calls/rest.ts';
import { sturdyGateway } from './gateway.ts';
import type { Sessions } from './sessions.ts';
import { forgetArchivedThreads } from './threads.ts';

/** Servers that Discord has not told of yet are waited for as long as this at start, in ms. */
const GUILDS_MS = 3_000;

/**
 * discord.js keeps whatever it hears of. We need the channels, for which thread belongs where; the rest would
 * grow with every message that is read.
 */
const NOTHING = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};

/**
 * Makes discord.js's client: least intents, least memory, no pings.
 *
 * @param config where Discord is
 * @param sessions told of its sessions
 * @param log where an event that cannot be read is told
 * @returns the client, not connected
 */
export function makeClient(config: DiscordConfig, sessions: Sessions, log: Log): Client {
  const itself = ({ id }: { readonly id: string }): boolean => id === client.user?.id;
  const client: Client = new Client({
    // Mentions and direct messages come with their content without the privileged MessageContent intent
    // (https://discord.com/developers/docs/events/gateway#message-content-intent).
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: NO_PINGS.replied_user },
    failIfNotExists: false,
    waitGuildTimeout: GUILDS_MS,
    ...shardsOf(config),
    makeCache: Options.cacheWithLimits({
      ...NOTHING,
      GuildMemberManager: { maxSize: 0, keepOverLimit: itself },
      UserManager: { maxSize: 0, keepOverLimit: itself },
    }),
    sweepers: Options.DefaultSweeperSettings,
    rest: restOptions(config),
    ws: { buildStrategy: sturdyGateway(sessions, log) },
  });
  forgetCallsOnceDone(client.rest);
  keepToken(client.rest);
  forgetArchivedThreads(client);
  return client;
}

/** One process serves thousands of servers: Discord says how many connections that takes, at our own `config.apiUrl`. */
function shardsOf({ shards }: DiscordConfig): Pick<ClientOptions, 'shards' | 'shardCount'> {
  return shards === undefined ? { shards: 'auto' } : { shards: shards.ids, shardCount: shards.total };
}
