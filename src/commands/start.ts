import { type Config, type Environment, readConfig } from '../config.ts';
import { type LogLevel, openLog } from '../log.ts';
import { type Command, readOptions } from './command.ts';
import { secretsOf } from './start/secrets.ts';
import { serve } from './start/serve.ts';

/**
 * In ms. A Ctrl-C reaches every process of the terminal, and npm passes its own on to us: these two are one. Nobody
 * presses it again as fast.
 */
const TOGETHER = 300;
/** In ms: how often it is looked whether npm is still there. */
const LOOK_EVERY = 500;

/** `nutgraf start`: the page, and every bot that is configured; a chat in the terminal when none is. */
export const startCommand: Command = {
  name: 'start',
  summary: 'start the page, and the bots that are configured or a chat in the terminal',
  help: `nutgraf start [--data DIR] [--allow-private]

It opens a page at http://127.0.0.1:3000 (PORT, HOST; WEB=off for none). Slack needs SLACK_BOT_TOKEN with
SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), Discord needs DISCORD_TOKEN; with neither it opens a chat in the terminal.
/healthz says whether it is alive, /readyz whether it is to be sent questions, /metrics is for Prometheus.
SIGINT, SIGTERM and SIGHUP finish what is in flight, after serving on for as long as DRAIN says; a second one ends it
at once. Where one of Slack and Discord cannot start, the other goes on without it.

It follows the files of the library, and the feeds that its stories list; --allow-private lets feeds and their
pages come from this machine and from private networks.

Exit code: 0 ended as told, 2 a bot, the configuration or the library keeps it from starting, or a bot from going
on: then it is to be started again.`,

  async run(args, io) {
    const { values } = readOptions(args, { data: { type: 'string' }, 'allow-private': { type: 'boolean' } });
    const config = readConfig(io.env);
    const log = openLog(levelFor(config, io.stdin.isTTY === true), {
      questions: config.running.logQuestions,
      secrets: secretsOf(config),
    });
    const told = toldToStop(io.env);
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a promise was left alone'));
    process.on('uncaughtExceptionMonitor', (error) =>
      log.error({ err: error }, 'a mistake of ours ends this'),
    );
    const data = values.data ?? config.data;
    await serve({ config, data, allowPrivate: values['allow-private'] === true, io, log, told });
    return 0;
  },
};

/** In a chat, "started" and the like would stand between question and answer; what went wrong is still told,
 * and all of it to whoever asks for it. */
function levelFor({ slack, discord, logLevel }: Config, chatting: boolean): LogLevel {
  return logLevel ?? (slack === null && discord === null && chatting ? 'warn' : 'info');
}

/**
 * Listens for the end. At a second signal the process ends at once: somebody is in a hurry.
 *
 * @param env as the process has it: npm says there that it has started us
 * @returns resolves at the first signal, or when npm has gone, whose shell keeps signals to itself
 */
function toldToStop(env: Environment): Promise<'told'> {
  return new Promise((resolve) => {
    let told: number | null = null;
    const tell = () => {
      told ??= performance.now();
      resolve('told');
    };
    process.on('SIGTERM', () => {
      if (told !== null) process.exit(143);
      tell();
    });
    process.on('SIGINT', () => {
      if (told !== null && performance.now() - told > TOGETHER) process.exit(130);
      tell();
    });
    // The terminal was closed: it may come from the system and from the shell, and nobody is in a hurry.
    process.on('SIGHUP', tell);
    if (env.npm_lifecycle_event !== undefined) onceOrphaned(tell);
  });
}

function onceOrphaned(tell: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    tell();
  }, LOOK_EVERY);
  looking.unref();
}
