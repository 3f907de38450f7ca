import { type Config, readConfig } from '../config.ts';
import { type LogLevel, openLog } from '../log.ts';
import { type Command, readOptions } from './command.ts';
import { secretsOf } from './start/secrets.ts';
import { serve } from './start/serve.ts';

/** `nutgraf start`: the page, and every bot that is configured; a chat in the terminal when none is. */
export const startCommand: Command = {
  name: 'start',
  summary: 'start the page, and the bots that are configured or a chat in the terminal',
  help: `nutgraf start [--data DIR] [--allow-private]

It opens a page at http://127.0.0.1:3000 (PORT, HOST; WEB=off for none). Slack needs SLACK_BOT_TOKEN with
SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), Discord needs DISCORD_TOKEN; with neither it opens a chat in the terminal.
/healthz says whether it is alive, /readyz whether it is to be sent questions, /metrics is for Prometheus.
SIGINT and SIGTERM finish what is in flight, after serving on for as long as DRAIN says; a second one ends it at once.

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
    const told = toldToStop();
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'a promise was left alone'));
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
