import { randomBytes } from 'node:crypto';
import type Libsql from 'libsql';
import { troubleWith } from './trouble.ts';

/** Tells our files from other programs' (https://sqlite.org/pragma.html#pragma_application_id): "Nutg". */
const APPLICATION = 0x4e757467;

/**
 * What makes each version of the form of its predecessor; `user_version` says how many have been made. Forward
 * only, and never changed once released. Texts are escaped (`text.ts`) or JSON; times are ms since the epoch.
 */
const MIGRATIONS: readonly ((connection: Libsql.Database) => void)[] = [
  (connection) => {
    connection.exec(`
      CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE settings (place TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
      CREATE TABLE threads (thread TEXT PRIMARY KEY, json TEXT NOT NULL, changed_at INTEGER NOT NULL) STRICT;
      CREATE INDEX threads_by_change ON threads (changed_at);
      CREATE TABLE posts (
        question TEXT PRIMARY KEY, channel TEXT NOT NULL, message TEXT NOT NULL, changed_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX posts_by_change ON posts (changed_at);
      CREATE TABLE journal (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, place TEXT NOT NULL, person TEXT,
        question TEXT NOT NULL, outcome TEXT NOT NULL, quoted TEXT
      ) STRICT;
      CREATE INDEX journal_by_kind ON journal (kind, at);
      CREATE INDEX journal_by_person ON journal (person, kind, at);
      CREATE TABLE installations (workspace TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT;
    `);
    connection.prepare("INSERT INTO secrets VALUES ('root', ?)").run(randomBytes(32).toString('base64url'));
  },
  (connection) => {
    connection.exec(`
      CREATE TABLE askings (id TEXT PRIMARY KEY, text TEXT NOT NULL, changed_at INTEGER NOT NULL) STRICT;
      CREATE INDEX askings_by_change ON askings (changed_at);
    `);
  },
  (connection) => {
    // A row for each article that an answer quotes: a correction looks for answers by article.
    connection.exec(`
      ALTER TABLE journal ADD COLUMN confidence REAL;
      CREATE INDEX journal_by_time ON journal (at);
      CREATE TABLE answers (
        bot TEXT NOT NULL, channel TEXT NOT NULL, message TEXT NOT NULL, workspace TEXT, at INTEGER NOT NULL,
        place TEXT NOT NULL, asking TEXT NOT NULL, view TEXT NOT NULL, quotes TEXT NOT NULL,
        PRIMARY KEY (bot, channel, message)
      ) STRICT;
      CREATE INDEX answers_by_time ON answers (at);
      CREATE TABLE answer_quotes (
        story TEXT NOT NULL, article TEXT NOT NULL, bot TEXT NOT NULL, channel TEXT NOT NULL,
        message TEXT NOT NULL, PRIMARY KEY (story, article, bot, channel, message)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX answer_quotes_by_answer ON answer_quotes (bot, channel, message);
    `);
  },
  (connection) => {
    // Names are also kept of deliveries that are done.
    connection.exec(`
      CREATE TABLE processes (id TEXT PRIMARY KEY, seen_at INTEGER NOT NULL) STRICT;
      CREATE TABLE deliveries (
        nth INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, bot TEXT NOT NULL, names TEXT NOT NULL,
        payload TEXT NOT NULL, process TEXT, taken_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE delivery_names (name TEXT PRIMARY KEY, delivery TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
      CREATE INDEX delivery_names_by_time ON delivery_names (at);
    `);
  },
];

/**
 * Looks at a database without changing it.
 *
 * @throws {LedgerError} when it is another program's, a newer version's, or damaged
 */
export function mustBeOurs(connection: Libsql.Database, file: string): void {
  const { application, version, tables } = formOf(connection);
  const isNew = application === 0 && version === 0 && tables === 0;
  if (!isNew && application !== APPLICATION) throw troubleWith(file, 'not-a-ledger');
  if (version > MIGRATIONS.length) throw troubleWith(file, 'newer');
  if (isNew) return;
  // Some 45 ms for a file of 55 MB: what is broken is better known now than found by a question.
  const [found] = connection.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check?: unknown }[];
  if (found?.quick_check !== 'ok') throw troubleWith(file, 'damaged', found);
}

/**
 * Brings a database to this version's form, in one transaction: a process that starts at the same time waits,
 * and finds it done.
 *
 * @throws {LedgerError} when a newer version has been there meanwhile
 */
export function migrate(connection: Libsql.Database, file: string): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const { version } = formOf(connection);
    if (version > MIGRATIONS.length) throw troubleWith(file, 'newer');
    for (const step of MIGRATIONS.slice(version)) step(connection);
    connection.exec(
      `PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`,
    );
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** One query, so that all of it is of one moment: another process may be making the file. */
function formOf(connection: Libsql.Database) {
  const [form] = connection
    .prepare(
      `SELECT application_id AS application, user_version AS version,
        (SELECT count(*) FROM sqlite_schema) AS tables
      FROM pragma_application_id, pragma_user_version`,
    )
    .all() as { readonly application: number; readonly version: number; readonly tables: number }[];
  return form ?? { application: -1, version: 0, tables: 0 };
}
