import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts';

/**
 * By the longest beginning of PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const OF_POSTGRES: readonly (readonly [string, LedgerErrorCode])[] = [
  ['08', 'unreachable'],
  ['22', 'unfit'],
  ['23', 'unfit'],
  ['25006', 'unwritable'], // read_only_sql_transaction: a standby
  ['28', 'refused'],
  ['3D', 'refused'],
  ['40', 'busy'],
  ['42501', 'unwritable'], // insufficient_privilege
  ['53100', 'full'],
  ['53300', 'busy'], // too_many_connections
  ['53', 'full'],
  ['54', 'unfit'],
  ['55P03', 'busy'], // lock_not_available
  ['57014', 'busy'], // query_canceled, by its own limit of time
  ['57P', 'unreachable'], // the server is shutting down, or starting up
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
];

/** What is wrong, and what to do. */
const SENTENCES: Readonly<Partial<Record<LedgerErrorCode, string>>> = {
  refused: 'does not let Nutgraf in: check user, password and name of the database in LEDGER_URL',
  unwritable: 'cannot be written: give its user the right to make a schema and tables, on a primary server',
  busy: 'is too busy: look at what holds it, or at how many connections it takes',
  full: 'cannot grow: make room for it',
  damaged: 'is damaged: restore it from a copy',
  unfit: 'cannot hold what was to be written: the log says what it was',
  'not-a-ledger': 'has a schema "nutgraf" that is another program’s: name another database in LEDGER_URL',
  newer:
    'was written by a newer version of Nutgraf: install that one, or name another database in LEDGER_URL',
  closed: 'was closed: nothing can be read from it or written to it any more',
};

/**
 * @param code what is wrong
 * @param cause what the database or the network said
 */
export function troubleWith(code: LedgerErrorCode, cause?: unknown): LedgerError {
  const can = code === 'unreachable' ? 'reached' : 'used';
  const sentence =
    SENTENCES[code] ?? `cannot be ${can}: start it, or name another in LEDGER_URL (${saidBy(cause)})`;
  // Not which: an address holds a password, and there is but one.
  return new LedgerError(code, `The ledger's PostgreSQL database ${sentence}.`, cause);
}

/** What cannot be reached under any of several addresses has a code, and nothing to say. */
function saidBy(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason';
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

/** @returns the same trouble as a `LedgerError` */
export function troubleOf(error: unknown): LedgerError {
  return error instanceof LedgerError ? error : troubleWith(codeOf(error), error);
}

function codeOf(error: unknown): LedgerErrorCode {
  if (error instanceof TypeError || error instanceof RangeError) return 'unfit';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A file of its certificates, which the address names.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'open') return 'failed';
  // PostgreSQL's have five characters; Node's are words, such as ECONNREFUSED; time that ran out has none.
  if (!/^[\dA-Z]{5}$/.test(code) || code === 'EPIPE') return 'unreachable';
  return OF_POSTGRES.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'failed';
}
