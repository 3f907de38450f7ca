import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { onTestFinished } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LedgerLog } from '../../src/ledger/queue/health.ts';
import { queuedLedger } from '../../src/ledger/queued.ts';
import { sqliteStore } from '../../src/ledger/sqlite.ts';
import { rememberingLog } from '../support/remembering-log.ts';

/** @returns a path for a ledger that is not there yet; its folder goes when the test ends */
export async function ledgerPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-ledger-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'state', 'ledger.db');
}

/** Opens a ledger, which is closed when the test ends. */
export async function opened(
  path: string,
  key: string | null = null,
  { now = Date.now, keep = null, log = rememberingLog().log }: Partial<Opening> = {},
): Promise<Ledger> {
  const ledger = await queuedLedger(() => sqliteStore(path, key, now), { log, keep, now });
  onTestFinished(() => ledger.close());
  return ledger;
}

interface Opening {
  readonly now: () => number;
  readonly keep: number | null;
  readonly log: LedgerLog;
}

/** Runs SQL on a ledger's file, past the ledger. */
export function tamper(path: string, sql: string): void {
  const database = new Libsql(path);
  database.exec(sql);
  database.close();
}
