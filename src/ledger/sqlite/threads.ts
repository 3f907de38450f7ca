import type { ThreadStore } from '../ledger.ts';
import { threadIn } from '../rows.ts';
import { escaped } from '../text.ts';
import type { Database } from './database.ts';

/** @returns what threads are about */
export function threadRows(database: Database): Pick<ThreadStore, 'get'> {
  return {
    async get(thread) {
      const [row] = database.all('SELECT json FROM threads WHERE thread = ?', escaped(thread));
      return threadIn(row?.json);
    },
  };
}
