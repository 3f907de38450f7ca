import { within } from '../../bots/within.ts';

/** What is to be closed when the process ends. */
export interface Closers {
  /** Closed beside the others; at once where all are being closed already. */
  add(close: () => unknown): void;
  /** Closed when all others are. */
  addLast(close: () => unknown): void;
  /** Closes everything, once, and never rejects. */
  closeAll(): Promise<void>;
}

/**
 * @param ms what is in flight has this long; what comes last begins then, whatever is still open
 * @returns what closes what was opened, however far that had come
 */
export function openClosers(ms: number): Closers {
  const [beside, last]: [(() => unknown)[], (() => unknown)[]] = [[], []];
  let closing: Promise<void> | null = null;

  async function closed(closers: readonly (() => unknown)[]): Promise<void> {
    await Promise.allSettled(closers.map(async (close) => await close()));
  }

  return {
    add(close) {
      if (closing === null) beside.push(close);
      else void closed([close]);
    },
    addLast(close) {
      if (closing === null) last.push(close);
      else void closed([close]);
    },
    closeAll() {
      closing ??= within(ms, closed(beside)).then(() => closed(last));
      return closing;
    },
  };
}
