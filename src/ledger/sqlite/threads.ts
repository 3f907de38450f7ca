import type { ThreadStore } from '../ledger.ts';
import { threadIn } from '../rows.ts';
import type { Database } from './database.ts';
import { escaped } from './text.ts';

/**
 * @param database where they are kept
 * @param now tells the time, in ms since the epoch
 * @returns threads, each with the time of its last change
 */
export function threadStore(database: Database, now: () => number): ThreadStore {
  return {
    async get(thread) {
      const [row] = database.all('SELECT json FROM threads WHERE thread = ?', escaped(thread));
      return threadIn(row?.json);
    },
    async set(thread, state) {
      database.write((run) =>
        run(
          'INSERT OR REPLACE INTO threads (thread, json, changed_at) VALUES (?, ?, ?)',
          escaped(thread),
          JSON.stringify(state),
          now(),
        ),
      );
    },
  };
}
