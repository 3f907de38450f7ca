import type { Entry, JournalStore } from '../ledger.ts';
import { entryOf, parsed } from '../rows.ts';
import type { Database, Row } from './database.ts';
import { escaped, unescaped } from './text.ts';

/** How many of a person's questions are looked through for different ones: some 2 ms, however many there are. */
const LOOKED_THROUGH = 1_000;

/**
 * @param database where it is kept, for good
 * @param hash a person's keyed hash
 * @returns what happened
 */
export function journalStore(database: Database, hash: (person: string) => string): JournalStore {
  return {
    async add({ kind, at, place, person, question, outcome, quoted }) {
      database.write((run) =>
        run(
          `INSERT INTO journal (kind, at, place, person, question, outcome, quoted)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
          kind,
          at,
          escaped(place),
          person === null ? null : hash(person),
          escaped(question),
          escaped(outcome),
          quoted === null ? null : JSON.stringify(quoted),
        ),
      );
    },

    async recent(person, most) {
      const rows = database.all(
        `SELECT question FROM journal WHERE person = ? AND kind = 'question'
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
  };
}

function entryIn({ kind, at, place, person, question, outcome, quoted }: Row): Entry | null {
  return entryOf({
    kind,
    at,
    place: unescaped(place),
    person,
    question: unescaped(question),
    outcome: unescaped(outcome),
    quoted: parsed(quoted),
  });
}

/** As SQLite takes it: a whole number, and none that stands for "all". */
function limit(most: number): number {
  return Math.trunc(Math.min(Math.max(0, most), Number.MAX_SAFE_INTEGER));
}
