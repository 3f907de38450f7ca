import type { JournalStore } from '../ledger.ts';
import { pages } from '../pages.ts';
import { entryIn } from '../rows.ts';
import { unescaped } from '../text.ts';
import type { Connection } from './connection.ts';
import { forgetIn } from './inbox.ts';

/** How many of a person's questions are looked through for different ones. */
const LOOKED_THROUGH = 1_000;

const COLUMNS =
  'id::float8 AS id, kind, at::float8 AS at, place, person, question, outcome, confidence, quoted';

/**
 * @param connection where it is kept
 * @param hash a person's keyed hash
 * @returns what happened
 */
export function journalRows(
  connection: Connection,
  hash: (person: string) => string,
): Omit<JournalStore, 'add'> {
  return {
    async recent(person, most) {
      const rows = await connection.all(
        `SELECT question FROM nutgraf.journal WHERE person = $1 AND kind = 'question' AND question <> ''
        ORDER BY at DESC, id DESC LIMIT $2`,
        hash(person),
        LOOKED_THROUGH,
      );
      const asked = rows.map(({ question }) => unescaped(question)).filter((question) => question !== null);
      return [...new Set(asked)].slice(0, Math.max(0, most));
    },

    async list(kind, most) {
      const rows = await connection.all(
        `SELECT ${COLUMNS} FROM nutgraf.journal WHERE kind = $1 ORDER BY journal.at DESC, journal.id DESC LIMIT $2`,
        kind,
        whole(Math.max(0, most)),
      );
      return rows.map(entryIn).filter((entry) => entry !== null);
    },

    async within({ from, to }) {
      const rows = await pages((after, most) =>
        connection.all(
          `SELECT ${COLUMNS} FROM nutgraf.journal WHERE (at, id) > ($1::bigint, $2::bigint) AND at < $3::bigint
          ORDER BY journal.at, journal.id LIMIT $4`,
          whole(after?.at ?? from),
          after?.id ?? -1,
          whole(to),
          most,
        ),
      );
      return rows.map(entryIn).filter((entry) => entry !== null);
    },

    async forget(person) {
      return await connection.write(async (query) => {
        const rows = await query('DELETE FROM nutgraf.journal WHERE person = $1 RETURNING 1', hash(person));
        return rows.length + (await forgetIn(query, person));
      });
    },
  };
}

/** As a `bigint` takes it. The next one up, so that what is not earlier than a fraction of a ms is not either. */
function whole(number: number): number {
  return Math.ceil(Math.min(Math.max(number, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
}
