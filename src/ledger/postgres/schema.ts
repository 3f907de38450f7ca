import { randomBytes } from 'node:crypto';
import type { Connection, Query } from './connection.ts';
import { troubleWith } from './trouble.ts';

/** Names the lock under which one process at a time brings the form up to date: "Nutg". */
const LOCK = 0x4e757467;

/**
 * What makes each version of the form of its predecessor; `nutgraf.form` says how many have been made. Forward only,
 * and never changed once released. Texts are escaped (`text.ts`) or JSON; times are ms since the epoch; names that
 * people and platforms give are found by a key of bounded length (`key.ts`), since an index takes no long texts.
 */
const MIGRATIONS: readonly ((query: Query) => Promise<unknown>)[] = [
  async (query) => {
    await query('CREATE TABLE nutgraf.secrets (name text PRIMARY KEY, value text NOT NULL)');
    await query('CREATE TABLE nutgraf.settings (place text PRIMARY KEY, json text NOT NULL)');
    for (const [table, columns] of [
      ['threads', 'thread text PRIMARY KEY, json text NOT NULL'],
      ['posts', 'question text PRIMARY KEY, json text NOT NULL'],
      ['askings', 'id text PRIMARY KEY, text text NOT NULL'],
    ]) {
      await query(`CREATE TABLE nutgraf.${table} (${columns}, changed_at bigint NOT NULL)`);
      await query(`CREATE INDEX ${table}_by_change ON nutgraf.${table} (changed_at)`);
    }
    await query(`CREATE TABLE nutgraf.journal (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, at bigint NOT NULL,
      place text NOT NULL, person text, question text NOT NULL, outcome text NOT NULL,
      confidence double precision, quoted text
    )`);
    await query('CREATE INDEX journal_by_time ON nutgraf.journal (at, id)');
    await query('CREATE INDEX journal_by_kind ON nutgraf.journal (kind, at, id)');
    await query('CREATE INDEX journal_by_person ON nutgraf.journal (person, kind, at, id)');
    await query(`CREATE TABLE nutgraf.answers (
      key text PRIMARY KEY, id bigint GENERATED ALWAYS AS IDENTITY, at bigint NOT NULL, json text NOT NULL
    )`);
    await query('CREATE INDEX answers_by_time ON nutgraf.answers (at, id)');
    // A row for each article that an answer quotes: a correction looks for answers by article.
    await query(`CREATE TABLE nutgraf.answer_quotes (
      article_key text, answer_key text REFERENCES nutgraf.answers ON DELETE CASCADE,
      story text NOT NULL, article text NOT NULL, PRIMARY KEY (article_key, answer_key)
    )`);
    await query('CREATE INDEX answer_quotes_by_answer ON nutgraf.answer_quotes (answer_key)');
    await query('CREATE TABLE nutgraf.installations (workspace text PRIMARY KEY, sealed text NOT NULL)');
    // A batch whose end nobody heard of is sent again: here it is seen whether it was kept.
    await query('CREATE TABLE nutgraf.batches (id text PRIMARY KEY, written_at bigint NOT NULL)');
    await query('CREATE INDEX batches_by_time ON nutgraf.batches (written_at)');
    const secret = randomBytes(32).toString('base64url');
    await query("INSERT INTO nutgraf.secrets VALUES ('root', $1)", secret);
  },
  async (query) => {
    // Times of the server's own clock: those of processes on several machines differ.
    await query('CREATE TABLE nutgraf.processes (id text PRIMARY KEY, seen_at timestamptz NOT NULL)');
    await query(`CREATE TABLE nutgraf.deliveries (
      id text PRIMARY KEY, nth bigint GENERATED ALWAYS AS IDENTITY, bot text NOT NULL, keys text[] NOT NULL,
      names text NOT NULL, payload text NOT NULL, process text, taking text, taken_at timestamptz NOT NULL
    )`);
    await query('CREATE INDEX deliveries_by_bot ON nutgraf.deliveries (bot, nth)');
    // Of deliveries that are done, too.
    await query(`CREATE TABLE nutgraf.delivery_names (
      name text PRIMARY KEY, delivery text NOT NULL, at timestamptz NOT NULL
    )`);
    await query('CREATE INDEX delivery_names_by_time ON nutgraf.delivery_names (at)');
  },
];

/**
 * Brings a database to this version's form, in one transaction: a process that starts at the same time waits, and
 * finds it done. Everything is in a schema of its own.
 *
 * @throws {LedgerError} when it is another program's, a newer version's, or cannot be written
 */
export async function migrate(connection: Connection): Promise<void> {
  await connection.write(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', LOCK);
    const version = await versionOf(query);
    if (version > MIGRATIONS.length) throw troubleWith('newer');
    if (version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(version)) await step(query);
    await query('UPDATE nutgraf.form SET version = $1', MIGRATIONS.length);
  });
}

async function versionOf(query: Query): Promise<number> {
  const [found] = await query(
    `SELECT to_regnamespace('nutgraf') IS NOT NULL AS schema, to_regclass('nutgraf.form') IS NOT NULL AS form,
      (SELECT count(*)::int FROM pg_class WHERE relnamespace = to_regnamespace('nutgraf')) AS tables,
      current_setting('server_encoding') AS encoding`,
  );
  if (found?.form === true) {
    const [form] = await query('SELECT version FROM nutgraf.form');
    return Number(form?.version);
  }
  if (found?.tables !== 0) throw troubleWith('not-a-ledger');
  // Others cannot hold what people write.
  if (found.encoding !== 'UTF8' && found.encoding !== 'SQL_ASCII') {
    throw troubleWith('failed', new Error(`its encoding is ${found.encoding}, and UTF8 is needed`));
  }
  // Somebody may have made it for a user who may make none.
  if (found.schema !== true) await query('CREATE SCHEMA nutgraf');
  await query('CREATE TABLE nutgraf.form (version int NOT NULL)');
  await query('INSERT INTO nutgraf.form VALUES (0)');
  return 0;
}
