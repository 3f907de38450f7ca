import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Libsql from 'libsql';
import { letGo, lingers } from './lingering.ts';
import { pacedLook } from './looking.ts';
import { migrate, mustBeOurs } from './schema.ts';
import { troubleWith, withFile } from './trouble.ts';

/** What a column holds. */
type Column = string | number | null;

/** A row as it is found: nothing of it is certain. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs a statement that changes something. */
export type Run = (sql: string, ...values: readonly Column[]) => void;

/** The ledger's database. Every function throws a `LedgerError` where it cannot do what it should. */
export interface Database {
  /** @returns the rows that a query finds */
  all(sql: string, ...values: readonly Column[]): readonly Row[];
  /**
   * Writes all of it, or nothing. When it has returned, what was written outlasts the process.
   *
   * @param work calls `run` for each statement; what it reads, nobody changes meanwhile
   */
  write<T>(work: (run: Run) => T): T;
  /** Brings all that was written into the file itself, where no other process is using it. */
  settle(): void;
  /** Lets go of the file. Safe to call twice. */
  close(): void;
}

/** How long the file is waited for when it is opened, in ms: another process may be making it just now. */
const PATIENCE = 2_000;
/**
 * The same for each write. The process stands still meanwhile, and somebody waits for an answer; another process's
 * writes take less than 1 ms, and what it tidies up when it starts not much more.
 */
const WRITE_PATIENCE = 200;

/**
 * Opens the ledger's file, makes it where there is none, and brings it to this version's form.
 *
 * @param path the file; folders that are missing are made
 * @returns the database
 * @throws {LedgerError} when it cannot be used; it is then as it was
 */
export async function openDatabase(path: string): Promise<Database> {
  // Absolute: `libsql` takes other forms for addresses of servers.
  const file = resolve(path);
  await letGo(file);
  return withFile(file, () => {
    makeFile(file);
    const connection = new Libsql(file, { timeout: PATIENCE });
    try {
      // First of all only looked at: what is not ours stays as it is.
      mustBeOurs(connection, file);
      // Readers and the one writer do not wait for each other. What has been written survives an end of the
      // process at any moment; a power cut may take the last moments, never the file. FULL would keep those too,
      // for a wait for the disk with each write, on the thread that answers.
      // What is deleted is overwritten: somebody may have asked for it to be forgotten.
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
      migrate(connection, file);
      connection.exec(`PRAGMA busy_timeout = ${WRITE_PATIENCE}`);
    } catch (error) {
      connection.close();
      throw error;
    }
    return databaseOf(connection, file);
  });
}

/** Only its owner may read it: it holds what people asked. What SQLite keeps beside it gets the same mode. */
function makeFile(file: string): void {
  // Opening a pipe would wait for whoever reads it, and SQLite opens what it has kept beside the file as well.
  for (const path of ['', '-wal', '-shm', '-journal'].map((ending) => `${file}${ending}`)) {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile()) throw troubleWith(path, 'not-a-file');
  }
  makeFolder(dirname(file));
  // One that is there is not opened: when it is closed, the system takes every lock of this process from it, and another
  // process believes that nobody else has it open (https://sqlite.org/howtocorrupt.html, section 2.2).
  if (identityOf(file) === null) closeSync(openSync(file, 'a', 0o600));
  else accessSync(file, constants.R_OK | constants.W_OK);
}

/** Node's own `recursive` never ends where a folder that is there says that it is not, as `/proc` does. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process has made it meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Tells a file from another at the same path; `null` where there is none. */
function identityOf(path: string): string | null {
  const there = statSync(path, { throwIfNoEntry: false });
  return there === undefined ? null : `${there.dev} ${there.ino}`;
}

function databaseOf(connection: Libsql.Database, file: string): Database {
  const statements = new Map<string, Libsql.Statement>();
  const files = [
    { path: file, was: identityOf(file), code: 'gone' as const },
    // What was written last stands here until it is brought into the file.
    { path: `${file}-wal`, was: identityOf(`${file}-wal`), code: 'cut-off' as const },
  ];
  let open = true;

  /**
   * A file that was deleted can be written to for as long as it is open, and nobody else finds that. Closed, the ledger
   * still brings into its file what stands beside it, and can be opened again; killed, it does not. Looking costs some
   * 3 µs a file.
   */
  const look = pacedLook(() => {
    const lost = files.find(({ path, was }) => was !== null && identityOf(path) !== was);
    if (lost !== undefined) throw troubleWith(file, lost.code);
  });

  function mustBeThere(): void {
    if (!open) throw troubleWith(file, 'closed');
    look();
  }

  function statement(sql: string): Libsql.Statement {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  }

  /** Not waited for: it is done by whoever uses the file last. */
  function settle(): void {
    try {
      connection.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process is using it.
    } finally {
      connection.exec(`PRAGMA busy_timeout = ${WRITE_PATIENCE}`);
    }
  }

  return {
    // To the last row, always: a query that stops before holds the state of the file that it began with.
    all: (sql, ...values) =>
      withFile(file, () => {
        mustBeThere();
        return statement(sql).all(...values) as Row[];
      }),

    write: (work) =>
      withFile(file, () => {
        mustBeThere();
        // Only this waits and may be refused. A single statement that is refused is not let go of by `libsql`, and
        // what is written after it stays uncommitted.
        connection.exec('BEGIN IMMEDIATE');
        try {
          const result = work((sql, ...values) => statement(sql).run(...values));
          connection.exec('COMMIT');
          return result;
        } catch (error) {
          // SQLite has rolled back by itself where the disk is full.
          if (connection.inTransaction) connection.exec('ROLLBACK');
          throw error;
        }
      }),

    settle,

    close() {
      if (!open) return;
      open = false;
      statements.clear();
      // The file alone is then whole, for whoever copies it.
      settle();
      connection.close();
      lingers(file);
    },
  };
}
