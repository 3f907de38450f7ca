import { type Client, Events, Status } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Bot, BotHealth } from '../bot.ts';
import type { Desk } from '../desk.ts';
import { within } from '../within.ts';
import { makeClient } from './client.ts';
import { callError } from './failure.ts';
import { ears } from './heard.ts';
import { onDirectMessage } from './listeners/direct-message.ts';
import { onInteraction } from './listeners/interaction.ts';
import { onMention } from './listeners/mention.ts';
import { onReply } from './listeners/reply.ts';
import { openLimits } from './manners/limits.ts';
import { openRepeats } from './manners/repeats.ts';
import { closedForGood, startError } from './start-error.ts';

export interface DiscordBotOptions {
  readonly config: DiscordConfig;
  readonly desk: Desk;
  readonly knowledge: Pick<Knowledge, 'storiesOpenTo'>;
  readonly ledger: Ledger;
  readonly log: Log;
}

/** Starting takes seconds; after this it is said that it does not work. */
const START_MS = 15_000;
/** Questions in flight are waited for as long as this when the bot is stopped. */
const FINISH_MS = 7_000;

/**
 * Makes the Discord bot. Events come from the gateway, the desk answers them; answers go by the REST API.
 *
 * @param options what is configured, what answers, and where it tells what happens
 * @returns the bot, not started yet
 */
export function discordBot({ config, desk, knowledge, ledger, log }: DiscordBotOptions): Bot {
  const client = makeClient(config, log);
  const stopping = new AbortController();
  let ready = false;
  let closed: number | null = null;
  let stopped: Promise<void> | null = null;

  const heard = ears(client, log);
  const [limits, repeats] = [openLimits(), openRepeats()];
  const around = { client, desk, knowledge, ledger, limits, repeats, log };
  onInteraction(heard, around);
  onMention(heard, around);
  onReply(heard, around);
  onDirectMessage(heard, around);
  heard.onDeleted((message) => repeats.drop(message));
  tell(client, log);
  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code;
    if (ready) log.error({ code }, closedForGood(code));
  });

  async function connect(): Promise<void> {
    const connected = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    await client.login(config.token);
    await connected;
  }

  async function end(): Promise<void> {
    stopping.abort(new Error('it was stopped'));
    // Whoever still asks is told that it is being restarted, so the connection goes last.
    if (!(await within(FINISH_MS, desk.close()))) {
      log.warn('Discord: stopped before every question in flight was answered');
    }
    client.ws.removeAllListeners();
    await client.destroy();
  }

  return {
    name: 'discord',
    async start() {
      try {
        stopping.signal.throwIfAborted();
        if (!(await within(START_MS, connect(), stopping.signal))) throw new Error('it took too long');
        ready = true;
        log.info({ bot: client.user?.id, guilds: client.guilds.cache.size }, 'connected to Discord');
      } catch (error) {
        await client.destroy();
        throw startError(error, closed, config);
      }
    },
    stop() {
      stopped ??= end();
      return stopped;
    },
    health(): BotHealth {
      if (stopped !== null || closed !== null) return 'stopped';
      const { shards } = client.ws;
      const open = shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
      return ready && open ? 'connected' : 'connecting';
    },
  };
}

/** Logs what the connection does. Without a listener for errors, one would end the process. */
function tell(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ err: callError(error) }, 'discord.js told of an error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
  client.on(Events.ShardError, (error) =>
    log.warn({ err: callError(error) }, 'the connection to Discord broke'),
  );
  client.on(Events.ShardReconnecting, () => log.info('connecting to Discord again'));
  client.on(Events.ShardResume, () => log.info('connected to Discord again, nothing was missed'));
  client.on(Events.Invalidated, () => log.error('Discord has ended the session'));
}
