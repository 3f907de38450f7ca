import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { destination, type Logger, pino } from 'pino';
import { errorFacts } from './log/error-facts.ts';
import { hider } from './log/hider.ts';
import { inertJson } from './printable.ts';

/**
 * The structured log: one JSON object a line, on stderr, so that stdout stays the answers'. Every line that is written
 * while something is done for somebody has its `id`. A field `question` is a function that says what was asked: it is
 * written only where that is wanted, and by no log that does not know it.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  /** Whether what people ask may be written. */
  readonly questions?: boolean;
  /** Tokens and passwords, none of which is ever written. */
  readonly secrets?: readonly string[];
}

/** Bytes that wait at most where the log cannot be written: a thousand lines. Later ones are dropped. */
const WAITING = 256 * 1024;

/** Ids of requests: what was begun for somebody goes on through promises, timers and callbacks under the same. */
const requests = new AsyncLocalStorage<string | undefined>();

/**
 * Opens the log. Writes are synchronous: a bot logs a few lines a question, and none may be lost at exit.
 *
 * @param level the least severe level that is written
 * @param options what may be written, and what never is
 * @param write takes a line; without it, stderr does
 * @returns the log
 */
export function openLog(
  level: LogLevel,
  { questions = false, secrets = [] }: LogOptions = {},
  write?: (line: string) => void,
): Log {
  const hide = hider(secrets);
  const stderr = write === undefined ? destination({ fd: 2, sync: true, maxLength: WAITING }) : null;
  // A full disk under the log is no reason to answer nobody. What fits is written when there is room again.
  stderr?.on('error', () => undefined);
  const take = write ?? ((line: string) => void stderr?.write(line));
  return pino(
    {
      level,
      base: null,
      redact: ['token', '*.token'],
      // A field of the line itself is the stronger one, such as the id of an HTTP request that is over.
      mixin: () => ({ id: requests.getStore() }),
      serializers: {
        err: errorFacts,
        question: (text: unknown) => (questions && typeof text === 'function' ? text() : undefined),
      },
    },
    // Whoever watches the log on a terminal shall not be acted on by what somebody has sent.
    { write: (line) => take(inertJson(hide(line))) },
  );
}

/** @returns an id for what somebody sets off: eight hexadecimal digits, short enough to be read out, rare enough to be
 * found in a day's log */
export function newRequestId(): string {
  return randomUUID().slice(0, 8);
}

/** @returns the id of what is being done; `undefined` where that is for nobody in particular */
export function requestId(): string | undefined {
  return requests.getStore();
}

/**
 * Does something for somebody: the log tells all of it under one id.
 *
 * @param id of what was asked for; `undefined` for what is done for nobody in particular
 * @param work what is done
 * @returns what it returns
 */
export function withRequestId<T>(id: string | undefined, work: () => T): T {
  return requests.run(id, work);
}
