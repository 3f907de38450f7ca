import type { JournalStore } from '../ledger.ts';
import { pages } from '../pages.ts';
import { entryIn } from '../rows.ts';
import { unescaped } from '../text.ts';
import type { Database } from './database.ts';
import { forgetIn } from './inbox.ts';

/** How many of a person's questions are looked through for different ones: some 2 ms, however many there are. */
const LOOKED_THROUGH = 1_000;

/**
 * @param database where it is kept
 * @param hash a person's keyed hash
 * @returns what happened
 */
export function journalRows(database: Database, hash: (person: string) => string): Omit<JournalStore, 'add'> {
  return {
    async recent(person, most) {
      const rows = database.all(
        `SELECT question FROM journal WHERE person = ? AND kind = 'question' AND question <> ''
        ORDER BY at DESC, id DESC LIMIT ?`,
        hash(person),
        LOOKED_THROUGH,
      );
      const asked = rows.map(({ question }) => unescaped(question)).filter((question) => question !== null);
      return [...new Set(asked)].slice(0, Math.max(0, most));
    },

    async list(kind, most) {
      const rows = database.all(
        'SELECT * FROM journal WHERE kind = ? ORDER BY at DESC, id DESC LIMIT ?',
        kind,
        limit(most),
      );
      return rows.map(entryIn).filter((entry) => entry !== null);
    },

    async within({ from, to }) {
      const rows = await pages((after, most) =>
        database.all(
          `SELECT * FROM journal WHERE at < ? AND (at, id) > (?, ?) AND at >= ? ORDER BY at, id LIMIT ?`,
          to,
          after?.at ?? from,
          after?.id ?? -1,
          from,
          most,
        ),
      );
      return rows.map(entryIn).filter((entry) => entry !== null);
    },

    async forget(person) {
      const own = hash(person);
      const count = database.write((run) => {
        const [row] = database.all('SELECT count(*) AS count FROM journal WHERE person = ?', own);
        run('DELETE FROM journal WHERE person = ?', own);
        return Number(row?.count) + forgetIn(database, run, person);
      });
      // What was deleted is overwritten in the file; this takes it out of what SQLite keeps beside it, too.
      database.settle();
      return count;
    },
  };
}

/** As SQLite takes it: a whole number, and none that stands for "all". */
function limit(most: number): number {
  return Math.trunc(Math.min(Math.max(0, most), Number.MAX_SAFE_INTEGER));
}
