import { EngineError, isPassing } from './engine-error.ts';

/** How long each try may take, in ms: together less than anybody waits for an answer. */
const TRIES = [1_500, 2_000, 2_500] as const;
/** So many questions in a row that the cluster did not answer, each after all its tries. */
const FAILURES = 4;
/** For so long nobody waits for it then, in ms; the next question after that tries it once more. */
const PAUSE = 5_000;

/** Asks a cluster that may fail: again at another node, and not at all while nothing comes of it. */
export interface Patience {
  /**
   * @param attempt one try, and within how many ms it has to be over
   * @returns what the first try that works gives
   * @throws {EngineError} after the last try, or at once while the cluster is left alone
   */
  ask<T>(attempt: (within: number) => Promise<T>): Promise<T>;
  /** What is wrong while the cluster is left alone; `null` while it is asked. */
  trouble(): string | null;
}

/**
 * A circuit breaker (Nygard, Release It!, 2007) around retries: a cluster that is down must not hold every question
 * for six seconds, nor be kept down by them.
 *
 * @param now the time in ms
 * @param tries see {@link TRIES}
 * @returns patience, with no failure yet
 */
export function patience(
  now: () => number = () => performance.now(),
  tries: readonly number[] = TRIES,
): Patience {
  let failures = 0;
  let until = Number.NEGATIVE_INFINITY;
  let last: EngineError | null = null;
  let probing = false;

  async function tried<T>(attempt: (within: number) => Promise<T>, nth = 0): Promise<T> {
    try {
      return await attempt(tries[nth] ?? 0);
    } catch (error) {
      if (nth + 1 >= tries.length || !isPassing(error)) throw error;
      return tried(attempt, nth + 1);
    }
  }

  return {
    async ask(attempt) {
      const isOpen = failures >= FAILURES;
      if (isOpen && (now() < until || probing)) throw new EngineError('unwell', messageOf(last), last);
      probing = isOpen;
      try {
        const found = await tried(attempt);
        failures = 0;
        return found;
      } catch (error) {
        if (isPassing(error)) {
          failures += 1;
          until = now() + PAUSE;
          last = error as EngineError;
        }
        throw error;
      } finally {
        if (isOpen) probing = false;
      }
    },
    trouble: () => (failures >= FAILURES ? messageOf(last) : null),
  };
}

function messageOf(last: EngineError | null): string {
  return last?.message ?? 'OpenSearch does not answer.';
}
