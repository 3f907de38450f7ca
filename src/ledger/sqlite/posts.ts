import type { PostStore } from '../ledger.ts';
import { postOf } from '../rows.ts';
import type { Database } from './database.ts';
import { escaped, unescaped } from './text.ts';

/**
 * @param database where they are kept
 * @param now tells the time, in ms since the epoch
 * @returns where answers stand, each with the time when it was noted
 */
export function postStore(database: Database, now: () => number): PostStore {
  return {
    async get(question) {
      const [row] = database.all('SELECT channel, message FROM posts WHERE question = ?', escaped(question));
      return postOf({ channel: unescaped(row?.channel), message: unescaped(row?.message) });
    },
    async set(question, { channel, message }) {
      database.write((run) =>
        run(
          'INSERT OR REPLACE INTO posts (question, channel, message, changed_at) VALUES (?, ?, ?, ?)',
          escaped(question),
          escaped(channel),
          escaped(message),
          now(),
        ),
      );
    },
    async remove(question) {
      database.write((run) => run('DELETE FROM posts WHERE question = ?', escaped(question)));
    },
  };
}
