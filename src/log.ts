import { destination, type Logger, pino } from 'pino';

/** The structured log: one JSON object a line, on stderr, so that stdout stays the answers'. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * Opens the log. Writes are synchronous: a bot logs a few lines a question, and none may be lost at exit.
 *
 * @param level the least severe level that is written
 * @returns the log
 */
export function openLog(level: LogLevel): Log {
  return pino({ level, base: null, redact: ['token', '*.token'] }, destination({ fd: 2, sync: true }));
}
