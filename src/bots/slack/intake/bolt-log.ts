import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../../log.ts';

/**
 * Bolt's log, in ours. Bolt is chatty at `info`, which is our `debug`. Its own `debug` is left out: it holds
 * whole payloads, with tokens, response URLs and what people wrote.
 *
 * @param log our log
 * @returns a logger for Bolt and the clients beneath it
 */
export function boltLog(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({ from: 'bolt' }, line(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, line(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function line(parts: readonly unknown[]): string {
  return parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
}
