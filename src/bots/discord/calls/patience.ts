import { setTimeout as sleep } from 'node:timers/promises';
import { callError, isPassing } from './failure.ts';

/** Waits before the second, third, … try of a call that failed in passing. */
const WAITS_MS = [500, 1_500, 4_000];

/**
 * Tries a call until it is done or refused, or has failed often enough.
 *
 * @param call the call; may be made more than once
 * @param signal no more tries once it is aborted
 * @returns what the call returned
 * @throws {CallError} what the last try threw
 */
export async function patiently<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (thrown) {
      const error = callError(thrown);
      const wait = WAITS_MS[tries];
      if (wait === undefined || signal.aborted || !isPassing(error)) throw error;
      await sleep(wait);
    }
  }
}
