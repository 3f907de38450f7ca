import { percentile } from '../ledger/percentile.ts';
import type { Paced } from './results.ts';

/** In ms: how exactly questions are asked when they are due. */
const TICK = 5;

/**
 * Asks at a steady rate until it is told to stop, whether what was asked before has been answered or not. Times are
 * counted from the moment when a question was due, so that a process that stops for a second is seen to keep all
 * waiting that came in it.
 *
 * @param ask asks one question; what it rejects with is an error
 * @param questions what is asked, over and over
 * @param rate questions a second
 * @returns to be called once: asks no more, and gives how it went when all is answered
 */
export function paced(
  ask: (text: string) => Promise<unknown>,
  questions: readonly string[],
  rate: number,
): () => Promise<Paced> {
  const began = performance.now();
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let errors = 0;

  async function one(text: string, due: number): Promise<void> {
    try {
      await ask(text);
    } catch (error) {
      if (errors === 0) console.error(error instanceof Error ? error.message : error);
      errors += 1;
    }
    times.push(performance.now() - due);
  }

  function askDue(): void {
    for (;;) {
      const due = began + (asked.length * 1000) / rate;
      if (due > performance.now()) return;
      asked.push(one(questions[asked.length % questions.length] ?? '', due));
    }
  }

  const ticks = setInterval(askDue, TICK);
  return async () => {
    askDue();
    clearInterval(ticks);
    await Promise.all(asked);
    const [p50, p95, longest] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1)];
    return { questions: times.length, errors, p50, p95, longest };
  };
}
