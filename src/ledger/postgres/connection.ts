import pg from 'pg';
import { troubleOf, troubleWith } from './trouble.ts';

/** A row as it is found: nothing of it is certain. */
export type Row = Readonly<Record<string, unknown>>;

/** What a parameter may be. */
type Value = string | number | null | readonly (string | number | null)[];

/** Runs one statement. */
export type Query = (sql: string, ...values: readonly Value[]) => Promise<readonly Row[]>;

/** The ledger's database. Everything rejects with a `LedgerError` where it cannot do what it should. */
export interface Connection {
  /** Reads, or does what may be done twice. Tried once more on another connection where one had been cut. */
  readonly all: Query;
  /** Does one thing, all of it or nothing, in one round trip. */
  readonly once: Query;
  /** Does all of it, or nothing. */
  write<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Lets go of it. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * One writes, the others read; several processes share a server that takes a hundred.
 */
const CONNECTIONS = 4;
/** In ms. A bot waits for 250 ms at most; these end what nobody waits for any more. */
const CONNECT_WITHIN = 3_000;
const STATEMENT_WITHIN = 5_000;
/** In ms: for a server that does not even say that it has ended a statement. */
const REPLY_WITHIN = 6_000;

/**
 * @param url as in LEDGER_URL
 * @returns the database, to which nothing has been connected yet
 * @throws {LedgerError} for an address that cannot be used
 */
export function connectionTo(url: string): Connection {
  const pool = poolAt(url);
  let closing: Promise<void> | null = null;
  // Of connections that nobody uses: the next one who needs one gets another.
  pool.on('error', () => {});

  async function withClient<T>(work: (query: Query) => Promise<T>): Promise<T> {
    if (closing !== null) throw troubleWith('closed');
    const client = await connected();
    // It may be cut between two statements; then the next one says so.
    const ignore = () => {};
    client.on('error', ignore);
    let broken = true;
    try {
      const result = await work(async (sql, ...values) => (await client.query<Row>(sql, [...values])).rows);
      broken = false;
      return result;
    } catch (error) {
      const trouble = troubleOf(error);
      // What the server answered is over; of anything else nobody knows.
      broken = trouble.code === 'unreachable';
      if (!broken)
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
      throw trouble;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  async function connected(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw troubleOf(error);
    }
  }

  const once: Query = (sql, ...values) => withClient((query) => query(sql, ...values));

  return {
    once,
    async all(sql, ...values) {
      return await once(sql, ...values).catch((error: unknown) => {
        if (troubleOf(error).code !== 'unreachable') throw error;
        return once(sql, ...values);
      });
    },
    write: (work) =>
      withClient(async (query) => {
        await query('BEGIN');
        const result = await work(query);
        await query('COMMIT');
        return result;
      }),
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

function poolAt(url: string): pg.Pool {
  try {
    return new pg.Pool({
      connectionString: url,
      application_name: 'nutgraf',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_WITHIN,
      statement_timeout: STATEMENT_WITHIN,
      query_timeout: REPLY_WITHIN,
      idle_in_transaction_session_timeout: REPLY_WITHIN,
      keepAlive: true,
      // What is idle keeps no process alive that is otherwise done.
      allowExitOnIdle: true,
    });
  } catch (error) {
    // Files of certificates are read here.
    throw troubleWith('refused', error);
  }
}
