import { App, type Logger } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import { type Bot, type BotHealth, BotStartError } from '../bot.ts';
import type { Desk } from '../conversation.ts';
import { within } from '../within.ts';
import { clientOptions, openApi, type Self, unreachable } from './api.ts';
import { boltLog } from './bolt-log.ts';
import { httpIntake } from './http-intake.ts';
import type { Intake } from './intake.ts';
import { onAskCommand } from './listeners/ask-command.ts';
import { onDirectMessage } from './listeners/direct-message.ts';
import { onMention } from './listeners/mention.ts';
import { socketIntake } from './socket-intake.ts';

export interface SlackBotOptions {
  readonly config: SlackConfig;
  readonly desk: Desk;
  readonly log: Log;
}

/** Starting takes seconds; after this it is said that it does not work. */
const START_MS = 14_000;
/** Questions in flight are waited for as long as this when the bot is stopped. */
const FINISH_MS = 7_000;

/**
 * Makes the Slack bot. Bolt brings the events, the desk answers them; answers go by the Web API, so that
 * those in flight arrive after the connection is gone.
 *
 * @param options what is configured, what answers, and where it tells what happens
 * @returns the bot, not started yet
 */
export function slackBot({ config, desk, log }: SlackBotOptions): Bot {
  const logger = boltLog(log);
  const api = openApi(config, logger, log);
  let intake: Intake | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    const self = await api.identify();
    if (stopped) throw new Error('stopped before it had started');
    intake = intakeFor(config, logger, log, health);
    const app = appOn(intake, self);
    onMention(app, desk, api, self);
    onDirectMessage(app, desk, api, self);
    onAskCommand(app, desk, api, self, log);
    await intake.start();
    log.info({ mode: config.mode.kind, workspace: self.team }, 'connected to Slack');
  }

  /** Bolt asks who we are for every event: told from memory, as it would fail silently otherwise. */
  function appOn(receiver: Intake, self: Self): App {
    const known = {
      botToken: config.botToken,
      botUserId: self.user,
      ...(self.bot === null ? {} : { botId: self.bot }),
    };
    const app = new App({
      receiver,
      authorize: async () => known,
      convoStore: false,
      logger,
      clientOptions: clientOptions(config, logger),
    });
    app.error(async (error) => log.error({ err: error }, 'Bolt could not handle an event'));
    return app;
  }

  function health(): BotHealth {
    if (stopped) return 'stopped';
    const taken = intake?.health() ?? 'connecting';
    return taken === 'connected' && !api.trusted() ? 'connecting' : taken;
  }

  return {
    name: 'slack',
    async start() {
      try {
        if (!(await within(START_MS, connect()))) throw new Error('it took too long');
      } catch (error) {
        await intake?.stop();
        throw error instanceof BotStartError ? error : unreachable(error, config);
      }
    },
    async stop() {
      stopped = true;
      // First, so that Slack keeps what we have not acknowledged, and sends it to whoever connects next.
      await intake?.stop();
      if (!(await within(FINISH_MS, desk.close()))) {
        log.warn('Slack: stopped before every question in flight was answered');
      }
    },
    health,
  };
}

function intakeFor(config: SlackConfig, logger: Logger, log: Log, health: () => BotHealth): Intake {
  const { mode } = config;
  return mode.kind === 'socket'
    ? socketIntake({ appToken: mode.appToken, config, logger, log })
    : httpIntake({ signingSecret: mode.signingSecret, port: mode.port, health, logger, log });
}
