import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './failure.ts';

/** Waits before the second, third, … try of something that failed in passing. */
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000];

/**
 * Tries a call until it is done, refused, or has been tried for long enough. Slack's own clients retry for
 * half an hour: nobody waits that long for an answer.
 *
 * @param call the call; it bounds its own time
 * @param patienceMs no try begins later than this after the first
 * @param signal gives up waiting
 * @param limitedMs the same as `patienceMs` where Slack itself says when it will take the call
 * @returns what the call returned
 * @throws what the last try threw
 */
export async function patiently<T>(
  call: () => Promise<T>,
  patienceMs: number,
  signal?: AbortSignal,
  limitedMs: number = patienceMs,
): Promise<T> {
  const began = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const wait = waitAfter(error, tries);
      const end = began + (failureOf(error).kind === 'limited' ? limitedMs : patienceMs);
      if (wait === null || performance.now() + wait > end) throw error;
      await sleep(wait, undefined, signal && { signal });
    }
  }
}

function waitAfter(error: unknown, tries: number): number | null {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'limited':
      return failure.afterMs;
    case 'passing':
      return WAITS_MS[tries] ?? null;
    case 'refused':
    case 'timeout':
      return null;
  }
}
