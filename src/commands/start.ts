import type { Bot } from '../bots/bot.ts';
import { configuredBots } from '../bots/configured.ts';
import type { Corrections } from '../bots/corrections.ts';
import { within } from '../bots/within.ts';
import { type Config, readConfig } from '../config.ts';
import { type Listening, openFront } from '../http/front.ts';
import { HEALTH_PATH, healthRoute } from '../http/health.ts';
import { isLoopback } from '../http/loopback.ts';
import { type DeepMeaningNews, type Following, openKnowledge } from '../knowledge/index.ts';
import { openLedger } from '../ledger/open.ts';
import { type Log, type LogLevel, openLog } from '../log.ts';
import { type Command, paperOf, readOptions } from './command.ts';
import { openMeaning } from './meaning.ts';
import { overview } from './overview.ts';
import { correctionsOf } from './start/corrections.ts';
import { type Feeds, feedsOf } from './start/feeds.ts';
import { type Weekly, weeklyOf } from './start/weekly.ts';

/** What is in flight has this long, in ms, when the process is told to stop; it ends within 10 s. */
const STOP_WITHIN = 7_000;

/** `nutgraf start`: the page, and every bot that is configured; a chat in the terminal when none is. */
export const startCommand: Command = {
  name: 'start',
  summary: 'start the page, and the bots that are configured or a chat in the terminal',
  help: `nutgraf start [--data DIR] [--allow-private]

It opens a page at http://127.0.0.1:3000 (PORT, HOST; WEB=off for none). Slack needs SLACK_BOT_TOKEN with
SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), Discord needs DISCORD_TOKEN; with neither it opens a chat in the terminal.
SIGINT and SIGTERM finish what is in flight.

It follows the files of the library, and the feeds that its stories list; --allow-private lets feeds and their
pages come from this machine and from private networks.

Exit code: 0 ended as told, 2 a bot, the configuration or the library keeps it from starting, or a bot from going
on: then it is to be started again.`,

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' }, 'allow-private': { type: 'boolean' } });
    const config = readConfig(io.env);
    const log = openLog(levelFor(config, io.stdin.isTTY === true));
    const told = toldToStop();
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a promise was left alone'));
    const data = values.data ?? config.data;
    const ledger = await openLedger(wishOf(config), log);
    const deep = await openMeaning(config, newsIn(log));
    let corrections: Corrections | null = null;
    let weekly: Weekly | null = null;
    const following = followingIn(log, () => {
      feeds.begin();
      corrections?.look();
    });
    const knowledge = await openKnowledge({ data, deep, following });
    const feeds: Feeds = feedsOf(knowledge, { data, log, allowPrivate: values['allow-private'] === true });
    const front = openFront({ ...config.http, log });
    const console = {
      input: io.stdin,
      output: io.stdout,
      interactive: io.stdin.isTTY === true && io.stdout.isTTY === true,
      paper: paperOf(io, config.color),
    };
    const bots = await configuredBots({ config, data, knowledge, ledger, front, log, console });
    front.mount(new Map([[HEALTH_PATH, healthRoute(() => bots.filter(({ name }) => name !== 'terminal'))]]));
    corrections = correctionsOf(bots, knowledge, ledger, config, log);
    if (!io.stdout.isTTY) {
      for (const problem of knowledge.problems) log.warn(problem, 'a file of the library has a problem');
    }

    try {
      // First, so that its address can be said before a chat begins.
      const page = bots.find(({ name }) => name === 'web');
      await page?.start();
      const url = page === undefined ? null : addressOf(await front.listen());
      if (io.stdout.isTTY) io.stdout.write(`${overview({ ...config, data }, knowledge, url)}\n`);
      const others = bots.filter((bot) => bot !== page);
      const started = Promise.all(others.map((bot) => bot.start()));
      feeds.begin();
      const early = await Promise.race([started.then(() => 'started' as const), told]);
      if (early === 'started') {
        log.info({ bots: bots.map((bot) => bot.name) }, 'started');
        // What changed while nobody looked.
        corrections.look();
        weekly = weeklyOf(bots, { channel: config.ledger.reportChannel, knowledge, ledger, log });
        await Promise.race([told, ended(bots)]);
      }
    } finally {
      weekly?.close();
      await within(
        STOP_WITHIN,
        Promise.allSettled([
          ...bots.map((bot) => bot.stop()),
          front.close(),
          corrections.close(),
          feeds.close(),
          knowledge.close().then(() => deep?.close()),
        ]),
      );
      await ledger.close();
      log.info({}, 'stopped');
    }
    return 0;
  },
};

/** A chat and a page for oneself leave nothing on the disk, unless somebody has asked for it. */
function wishOf({ slack, discord, web, http, ledger }: Config): Config['ledger'] {
  const isShared = web !== null && (web.deskToken !== null || !isLoopback(http.host));
  const isChat = slack === null && discord === null && !isShared && !ledger.stated;
  return isChat ? { ...ledger, store: { kind: 'off' } } : ledger;
}

/** What happens to the files of the library, told in the log. */
function followingIn(log: Log, onChange: () => void): Following {
  let known = 0;
  return {
    changed({ added, changed, removed, broken }, problems) {
      log.info({ added, changed, removed }, 'the library has changed');
      onChange();
      const about = problems.filter(({ file }) => broken.includes(file));
      for (const problem of about) log.warn(problem, 'a file of the library cannot be read as it is now');
      if (problems.length === 0 && known > 0) log.info({}, 'every file of the library can be read again');
      known = problems.length;
    },
    failed: (error) => log.error({ err: error }, 'the library cannot be read: what was read last is served'),
  };
}

/** What becomes of the network of `SEMANTIC`, told in the log. */
function newsIn(log: Log): DeepMeaningNews {
  return {
    trouble: (message, cause) => log.warn({ err: cause }, message),
    settled: (sentences) => log.info({ sentences }, 'all sentences are compared by meaning'),
  };
}

/** In a chat, "started" and the like would stand between question and answer; what went wrong is still told,
 * and all of it to whoever asks for it. */
function levelFor({ slack, discord, logLevel }: Config, chatting: boolean): LogLevel {
  return logLevel ?? (slack === null && discord === null && chatting ? 'warn' : 'info');
}

function addressOf({ host, port }: Listening): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

/** Resolves at the first signal. At the second the process ends at once: somebody is in a hurry. */
function toldToStop(): Promise<'told'> {
  return new Promise((resolve) => {
    let before = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (before) process.exit(signal === 'SIGINT' ? 130 : 143);
      before = true;
      resolve('told');
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/**
 * Resolves when a bot has ended by itself, as a chat does.
 *
 * @throws {BotStartError} when one of them cannot go on
 */
async function ended(bots: readonly Bot[]): Promise<void> {
  await Promise.race(bots.map((bot) => bot.ended ?? new Promise<never>(() => {})));
}
