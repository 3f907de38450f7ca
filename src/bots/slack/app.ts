import { App, type AppOptions, type Logger } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { Front } from '../../http/front.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import { type Bot, type BotHealth, BotStartError } from '../bot.ts';
import type { Desk } from '../desk.ts';
import { within } from '../within.ts';
import { clientOptions } from './calls/api.ts';
import { openEchoes } from './calls/echoes.ts';
import { slackEditor } from './calls/editor.ts';
import { openPace } from './calls/pace.ts';
import { postMessage } from './calls/post.ts';
import { openPostings } from './calls/postings.ts';
import { openInbox } from './inbox/inbox.ts';
import { boltLog } from './intake/bolt-log.ts';
import { httpIntake } from './intake/http.ts';
import type { Intake } from './intake/intake.ts';
import { socketIntake } from './intake/socket.ts';
import { listenTo } from './listen.ts';
import { weeklyMessage } from './rendering/weekly.ts';
import { type Access, accessOf } from './workspace/access.ts';
import { aroundOf } from './workspace/around-of.ts';
import { type Self, unreachable } from './workspace/identify.ts';

export interface SlackBotOptions {
  readonly config: SlackConfig;
  readonly desk: Desk;
  readonly knowledge: Pick<Knowledge, 'ask' | 'storiesOpenTo'>;
  readonly ledger: Ledger;
  /** The server that Slack reaches it by, in HTTP mode. */
  readonly front: Front;
  readonly log: Log;
}

/** Starting takes seconds; after this it is said that it does not work. */
const START_MS = 14_000;
/** Questions in flight are waited for as long as this when the bot is stopped. */
const FINISH_MS = 6_500;

/**
 * Makes the Slack bot. Bolt brings the events, the desk answers them; answers go by the Web API, so that
 * those in flight arrive after the connection is gone.
 *
 * @param options what is configured, what answers, what is kept, and where it tells what happens
 * @returns the bot, not started yet
 */
export function slackBot({ config, desk, knowledge, ledger, front, log }: SlackBotOptions): Bot {
  const logger = boltLog(log);
  const postings = openPostings(ledger, log);
  const inbox = openInbox({ store: ledger.inbox, desk, postings, log });
  const shared = {
    desk,
    knowledge,
    ledger,
    log,
    pace: openPace(),
    postings,
    echoes: openEchoes(),
    inbox,
    mayBeDone: inbox.stoodStill,
  };
  const around = aroundOf(config, logger, shared);
  let access: Access | null = null;
  let intake: Intake | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    access = await accessOf(config, logger, ledger, log);
    if (stopped) throw new Error('stopped before it had started');
    const taken = intakeFor(config, access, front, logger, log);
    intake = taken;
    const self = selfOf(access);
    const receiver = { ...taken, init: (bolt: App) => taken.init(inbox.before(bolt, self)) };
    const app = appOn(receiver, config, access.authorize, logger, log);
    access.heed(app, around);
    listenTo(app, around);
    await taken.start();
    if (!stopped) inbox.begin(app);
    log.info({ mode: config.mode.kind, workspace: access.workspace }, 'connected to Slack');
  }

  function health(): BotHealth {
    if (stopped) return 'stopped';
    const taken = intake?.health() ?? 'connecting';
    // With a token of our own, one that Slack no longer takes means that nobody is answered.
    const trusted = access?.own == null || around(access.own).api.trusted();
    return taken === 'connected' && !trusted ? 'connecting' : taken;
  }

  const editor = slackEditor(async (workspace) => {
    const own = await access?.in(workspace);
    return own == null ? null : around(own);
  });

  return {
    name: 'slack',
    editor,
    async announce(channel, summary, name) {
      const own = access?.own ?? null;
      if (own === null) throw new Error('with many workspaces nobody can tell which one the channel is in');
      // Nobody but the platform knows what a process that was killed had posted.
      const posted = await postMessage(
        { ...around(own), mayBeDone: () => true },
        { channel, threadTs: null },
        weeklyMessage(summary),
        { name, since: '' },
      );
      return posted.message;
    },
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
      inbox.stop();
      shared.pace.release();
      // First, so that Slack keeps what we have not acknowledged, and sends it to whoever connects next.
      await intake?.stop();
      if (!(await within(FINISH_MS, Promise.all([desk.close(), inbox.idle()])))) {
        log.warn('Slack: stopped before every question in flight was answered');
      }
      await inbox.release();
    },
    health,
    connections: () => (config.mode.kind === 'socket' && intake !== null ? { [intake.health()]: 1 } : {}),
  };
}

/** With many workspaces each delivery says who we are where it comes from. */
function selfOf({ own }: Access): () => Self | null {
  const self = own === null ? null : { user: own.botUserId ?? '', bot: own.botId ?? null };
  return () => self;
}

function appOn(
  receiver: Intake,
  config: SlackConfig,
  authorize: NonNullable<AppOptions['authorize']>,
  logger: Logger,
  log: Log,
): App {
  const app = new App({
    receiver,
    authorize,
    // Our own messages come back as events: `echoes.ts` listens to them, and nothing else does.
    ignoreSelf: false,
    convoStore: false,
    logger,
    clientOptions: clientOptions(config, logger),
  });
  app.error(async (error) => log.error({ err: error }, 'Bolt could not handle an event'));
  return app;
}

function intakeFor(config: SlackConfig, { pages }: Access, front: Front, logger: Logger, log: Log): Intake {
  const { mode } = config;
  if (mode.kind === 'socket') return socketIntake({ appToken: mode.appToken, config, logger, log });
  return httpIntake({ signingSecret: mode.signingSecret, front, pages, logger, log });
}
