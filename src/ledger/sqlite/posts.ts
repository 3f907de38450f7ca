import type { PostStore } from '../ledger.ts';
import { postOf } from '../rows.ts';
import { escaped, unescaped } from '../text.ts';
import type { Database } from './database.ts';

/** @returns where answers stand */
export function postRows(database: Database): Pick<PostStore, 'get'> {
  return {
    async get(question) {
      const [row] = database.all('SELECT channel, message FROM posts WHERE question = ?', escaped(question));
      return postOf({ channel: unescaped(row?.channel), message: unescaped(row?.message) });
    },
  };
}
