import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Logger } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import type { Log } from '../../../log.ts';
import { type BotHealth, BotStartError } from '../../bot.ts';
import { failureOf } from '../calls/failure.ts';
import { patiently } from '../calls/patience.ts';
import { unreachable } from '../workspace/identify.ts';
import type { Intake } from './intake.ts';
import { type Line, openLine } from './socket-line.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly config: SlackConfig;
  readonly logger: Logger;
  readonly log: Log;
}

/** No try of the first connection begins later than this after the first. */
const START_PATIENCE_MS = 4_000;
/**
 * Waits before each new connection, in ms. The first is opened at once: Slack ends connections every few
 * hours, and people ask meanwhile (https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect).
 */
const WAITS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A connection that lasted less counts as one more that failed, so that two sides never hammer each other. */
const LASTED_MS = 10_000;
/** What a connection that was made counts as, should it not last: what went wrong before it is over. */
const FLAPPING = 2;
/** How long a connection is kept beside the one that follows it. */
const LINGER_MS = 500;
/** After Slack refused our token: it takes somebody to mend that. */
const REFUSED_MS = 60_000;

/**
 * Takes events in by Socket Mode, over one connection after another.
 *
 * @param options token and logs
 * @returns the intake
 */
export function socketIntake({ appToken, config, logger, log }: SocketOptions): Intake {
  const stopping = new AbortController();
  const { signal } = stopping;
  let app: App | null = null;
  const open = new Set<Line>();
  let health: BotHealth = 'connecting';

  async function connect(): Promise<Line> {
    if (app === null) throw new Error('init comes before start');
    const opened = await openLine({ appToken, config, app, logger, log, signal });
    if (signal.aborted) {
      await opened.hangUp();
      throw new Error('stopped');
    }
    open.add(opened);
    void opened.ended.then(() => open.delete(opened));
    health = 'connected';
    return opened;
  }

  /**
   * Until told to stop: waits for the connection's end, or for Slack's warning of it, and opens the next. One that is
   * left is kept until then, so that nothing is missed in between.
   */
  async function keepConnected(first: Line): Promise<void> {
    let current: Line | null = first;
    for (let failures = 0; !signal.aborted; ) {
      if (current !== null) {
        const since = performance.now();
        await Promise.race([current.ended, current.leaving]);
        if (signal.aborted) return;
        if (performance.now() - since >= LASTED_MS) failures = 0;
        log.info('the connection to Slack ends, opening the next');
      }
      if (open.size === 0) health = 'connecting';
      const wait = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0;
      failures += 1;
      const left = [...open];
      current = await afterWait(wait);
      if (current === null) continue;
      failures = Math.min(failures, FLAPPING);
      for (const line of left) void leave(line);
    }
  }

  /** What was on its way to the old connection when the new one was opened still comes. */
  async function leave(line: Line): Promise<void> {
    await Promise.race([line.ended, sleep(LINGER_MS, undefined, { signal }).catch(() => undefined)]);
    if (open.has(line)) await line.hangUp();
  }

  async function afterWait(wait: number): Promise<Line | null> {
    try {
      await sleep(wait, undefined, { signal });
      const next = await connect();
      log.info('connected to Slack again');
      return next;
    } catch (error) {
      if (!signal.aborted) await sleep(report(error, log), undefined, { signal }).catch(() => undefined);
      return null;
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    async start() {
      try {
        void keepConnected(await patiently(connect, START_PATIENCE_MS, signal));
      } catch (error) {
        throw startError(error, config);
      }
    },
    async stop() {
      health = 'stopped';
      stopping.abort();
      await Promise.all([...open].map((line) => line.hangUp()));
    },
    health: () => health,
  };
}

/** Tells why there is no new connection. Returns how long to wait beyond the usual, in ms. */
function report(error: unknown, log: Log): number {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'refused':
      log.error(
        { code: failure.code },
        'Slack refuses SLACK_APP_TOKEN: nobody can ask until that is mended. Check the token and Socket Mode in the app’s settings, then restart.',
      );
      return REFUSED_MS;
    case 'limited':
      log.warn({ afterMs: failure.afterMs }, 'Slack wants us to wait before the next connection');
      return failure.afterMs;
    default:
      log.warn({ err: error }, 'no connection to Slack, trying again');
      return 0;
  }
}

function startError(error: unknown, config: SlackConfig): BotStartError {
  const failure = failureOf(error);
  if (failure.kind === 'refused' && !failure.code.startsWith('http_')) {
    return new BotStartError(
      'bad-app-token',
      `Slack refused SLACK_APP_TOKEN (${failure.code}): make an app-level token with the scope connections:write in "Basic Information" of your app, and turn Socket Mode on.`,
      error,
    );
  }
  return unreachable(error, config);
}
