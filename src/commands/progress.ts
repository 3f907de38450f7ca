import { printableLine } from '../printable.ts';
import type { Io } from './command.ts';

/** A line at the foot of the terminal that says how far long work has come. */
export interface Progress {
  /**
   * @param done items done so far
   * @param total items in all; no line is shown for a single one
   * @param now what is being done
   */
  show(done: number, total: number, now: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** Work that is done sooner than this, in ms, needs no line; and no eye reads faster than ten lines a second. */
const AFTER = 300;
const EVERY = 100;

/**
 * @param stream where it is shown; nothing is when that is no terminal
 * @returns the line
 */
export function progressOn(stream: Io['stderr']): Progress {
  let next = performance.now() + AFTER;
  let shown = false;
  return {
    show(done, total, now) {
      if (!stream.isTTY || total < 2 || performance.now() < next) return;
      next = performance.now() + EVERY;
      const percent = Math.floor((done / total) * 100);
      const line = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} (${percent} %) ${printableLine(now)}`;
      stream.write(`\r\u001b[K${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}
