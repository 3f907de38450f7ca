import type { Log } from '../../../../log.ts';

/** Tells that a clock is wrong. */
export interface ClockWatch {
  /** @param off by how many ms our clock is ahead of Slack's, as a request that Slack signed has it; `null` without one */
  tell(off: number | null): void;
}

/** In ms. A request that is played back looks the same as a clock that is ahead, and shall not fill the log. */
const AGAIN = 3_600_000;
/** In ms: what is refused for its time is off by more, and what is refused for anything else says nothing of clocks. */
const LEAST = 5 * 60_000;
const MINUTE = 60_000;

/**
 * @param log where it is told, once an hour at most
 * @returns a watch that has told nothing yet
 */
export function openClockWatch(log: Pick<Log, 'error'>): ClockWatch {
  let told = Number.NEGATIVE_INFINITY;
  return {
    tell(off) {
      if (off === null || Math.abs(off) < LEAST || performance.now() - told < AGAIN) return;
      told = performance.now();
      const minutes = Math.round(Math.abs(off) / MINUTE);
      const way = off > 0 ? 'ahead' : 'behind';
      log.error(
        { code: 'clock-off', ms: off },
        `This machine's clock seems to be ${minutes} minutes ${way}: what Slack sends is refused until it is set right.`,
      );
    },
  };
}
