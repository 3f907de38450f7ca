import { type Client, Events, Status } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Bot, BotHealth, BotStartError } from '../bot.ts';
import type { Desk } from '../desk.ts';
import { within } from '../within.ts';
import { discordEditor } from './calls/editor.ts';
import { callError } from './calls/failure.ts';
import { makeClient } from './gateway/client.ts';
import { connectionsOf } from './gateway/connections.ts';
import { LONGEST_OUTAGE_MS, watchForOutage } from './gateway/outage.ts';
import { keepSessions } from './gateway/sessions.ts';
import { closedForGood, lostForLong, startError } from './gateway/start-error.ts';
import { openIntake } from './inbox/intake.ts';
import { LOOK_MS, seeToWhatIsLeft } from './inbox/left.ts';
import { missedOf } from './inbox/missed.ts';
import { onDirectMessage } from './listeners/direct-message.ts';
import { onEdited } from './listeners/edited.ts';
import { onInteraction } from './listeners/interaction.ts';
import { onMention } from './listeners/mention.ts';
import { onReply } from './listeners/reply.ts';
import { openLimits } from './manners/limits.ts';
import { openQuestions } from './manners/questions.ts';
import { openRepeats } from './manners/repeats.ts';
import { ears } from './payloads/heard.ts';

export interface DiscordBotOptions {
  readonly config: DiscordConfig;
  readonly desk: Desk;
  readonly knowledge: Pick<Knowledge, 'storiesOpenTo'>;
  readonly ledger: Ledger;
  readonly log: Log;
  /** How long there may be no connection before the bot ends, in ms; tests have no minutes. */
  readonly longestOutage?: number;
  /** How often it is looked for what other processes have left, in ms. */
  readonly lookEvery?: number;
}

/** A shard comes up in seconds, one after the other; when none has for as long, it is said that it does not work. */
const START_MS = 15_000;
/** A ledger that is well keeps something within milliseconds. */
const KEPT_MS = 500;
/** Questions in flight are waited for as long as this when the bot is stopped. */
const FINISH_MS = 5_500;
/** What is not done is given to others within this time. */
const LEAVE_MS = 1_250;

/**
 * Makes the Discord bot. Events come from the gateway, the desk answers them; answers go by the REST API.
 *
 * @param options what is configured, what answers, and where it tells what happens
 * @returns the bot, not started yet
 */
export function discordBot({
  config,
  desk,
  knowledge,
  ledger,
  log,
  longestOutage = LONGEST_OUTAGE_MS,
  lookEvery = LOOK_MS,
}: DiscordBotOptions): Bot {
  const stopping = new AbortController();
  const sessions = keepSessions(ledger, (session) => void hearMissed(session), log);
  const client = makeClient(config, sessions, log);
  const hearMissed = missedOf({ client, ledger, log }, config.token, stopping.signal, sessions.isOpen);
  const intake = openIntake(ledger.inbox);
  let ready = false;
  let closed: number | null = null;
  let stopped: Promise<void> | null = null;
  let unwatch = () => {};
  let stopSeeing = () => {};
  let giveUp: (error: BotStartError) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  // Whoever starts the bot may listen later, or never.
  ended.catch(() => undefined);

  const heard = ears(client, log);
  const [limits, questions, repeats] = [openLimits(), openQuestions(), openRepeats()];
  const around = { client, desk, intake, knowledge, ledger, limits, questions, repeats, log };
  onInteraction(heard, around);
  onMention(heard, around);
  onReply(heard, around);
  onDirectMessage(heard, around);
  onEdited(heard, around);
  heard.onDeleted((message) => repeats.drop(message));
  tell(client, log);
  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code;
    if (ready) lose(closedForGood(code));
  });

  function lose(error: BotStartError): void {
    if (stopped !== null) return;
    log.error({ code: error.code, closed }, error.message);
    giveUp(error);
  }

  async function connect(): Promise<void> {
    const connected = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    await client.login(config.token);
    await connected;
  }

  async function connectInTime(): Promise<void> {
    let up = 0;
    client.on(Events.ShardReady, () => {
      up += 1;
    });
    const connecting = connect();
    for (let before = -1; before < up; ) {
      before = up;
      if (await within(START_MS, connecting, stopping.signal)) return;
    }
    throw new Error('it took too long');
  }

  async function end(): Promise<void> {
    stopping.abort(new Error('it was stopped'));
    unwatch();
    stopSeeing();
    // What comes from now on is for other processes. Where there is none, it is for the next, and who uses a command
    // is told that it is being restarted, so the connection goes last.
    sessions.stopHearing();
    if (!(await within(FINISH_MS, finished()))) {
      log.warn('Discord: stopped before every question in flight was answered');
    }
    client.ws.removeAllListeners();
    await within(LEAVE_MS, Promise.all([intake.leave(), sessions.leave()]));
    await client.destroy();
  }

  async function finished(): Promise<void> {
    await intake.close();
    await desk.close();
  }

  function health(): BotHealth {
    if (stopped !== null || closed !== null) return 'stopped';
    const { shards } = client.ws;
    const open = shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
    return ready && open ? 'connected' : 'connecting';
  }

  return {
    name: 'discord',
    editor: discordEditor(client.rest, ledger, log, repeats.drop),
    async start() {
      try {
        stopping.signal.throwIfAborted();
        await connectInTime();
        await within(KEPT_MS, sessions.kept());
        ready = true;
        stopSeeing = seeToWhatIsLeft(around, hearMissed, lookEvery);
        const { guilds, user, ws } = client;
        log.info(
          { bot: user?.id, guilds: guilds.cache.size, shards: ws.shards.size },
          'connected to Discord',
        );
        unwatch = watchForOutage(
          () => health() === 'connected',
          longestOutage,
          () => lose(lostForLong(longestOutage, config)),
        );
      } catch (error) {
        await client.destroy();
        throw startError(error, closed, config);
      }
    },
    stop() {
      stopped ??= end();
      return stopped;
    },
    health,
    connections: () => connectionsOf(client),
    ended,
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
