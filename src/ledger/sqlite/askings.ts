import type { AskingStore } from '../ledger.ts';
import type { Database } from './database.ts';
import { escaped, unescaped } from './text.ts';

/**
 * @param database where they are kept
 * @param now tells the time, in ms since the epoch
 * @returns what buttons find their answer again by, each with the time when it was last needed
 */
export function askingStore(database: Database, now: () => number): AskingStore {
  return {
    async get(id) {
      const [row] = database.all('SELECT text FROM askings WHERE id = ?', escaped(id));
      return unescaped(row?.text);
    },
    async set(id, text) {
      database.write((run) =>
        run(
          'INSERT OR REPLACE INTO askings (id, text, changed_at) VALUES (?, ?, ?)',
          escaped(id),
          escaped(text),
          now(),
        ),
      );
    },
  };
}
