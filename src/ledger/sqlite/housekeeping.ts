import type { Database } from './database.ts';

/**
 * How long threads, posts and what buttons carry are kept after their last change, in ms. A thread that nobody has
 * asked in for a month begins anew, and an answer that old is no longer opened further; without an end, a busy workspace would fill
 * the disk with them. The journal is kept: it is what the editor reads.
 */
const KEPT = 30 * 24 * 3_600_000;

/** In ms: bots run for months. */
const EVERY = 24 * 3_600_000;

/**
 * Drops threads, posts and what buttons carry that are too old, now and once a day.
 *
 * @param database where they are kept
 * @param now tells the time, in ms since the epoch
 * @returns what ends it
 * @throws {LedgerError} when it cannot be done now; later on it is tried again the next day
 */
export function keepHouse(database: Database, now: () => number): () => void {
  dropOld(database, now());
  const daily = setInterval(() => {
    try {
      dropOld(database, now());
    } catch {
      // Whoever asks meets the same trouble, and tells of it.
    }
  }, EVERY);
  daily.unref();
  return () => clearInterval(daily);
}

function dropOld(database: Database, now: number): void {
  database.write((run) => {
    run('DELETE FROM threads WHERE changed_at < ?', now - KEPT);
    run('DELETE FROM posts WHERE changed_at < ?', now - KEPT);
    run('DELETE FROM askings WHERE changed_at < ?', now - KEPT);
  });
}
