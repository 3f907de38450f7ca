import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../src/bots/conversation.ts';
import type { Desk } from '../../src/bots/desk.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type LedgerWish, openLedger } from '../../src/ledger/open.ts';
import type { Log } from '../../src/log.ts';
import { installedPostgres, startServer } from '../../tests/postgres/server.ts';

/** A desk with a ledger of its own. */
export interface Contender {
  readonly name: string;
  readonly desk: Desk;
  readonly ledger: Ledger;
  /** Whether what is kept outlasts the process. */
  readonly lasting: boolean;
}

/** What is measured, and what ends it. */
export interface Contenders {
  /** The first has no ledger: the others are held against it. */
  readonly all: readonly Contender[];
  /** Whether there is a PostgreSQL to measure. */
  readonly withPostgres: boolean;
  close(): Promise<void>;
}

/**
 * Opens a desk for each store, all over the same library. Without a ledger there are two: by how much the second
 * differs from the first, two measurements of the same differ on this machine.
 *
 * @param knowledge the library
 * @param log where it is told what goes wrong
 * @returns the desks; without one on PostgreSQL where none is installed
 * @throws {LedgerError} when a ledger cannot be opened
 */
export async function contenders(knowledge: Knowledge, log: Log): Promise<Contenders> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-bench-'));
  const programs = installedPostgres();
  const server = programs === null ? null : await startServer(programs);

  async function opened(name: string, store: LedgerWish['store']): Promise<Contender> {
    const ledger = await openLedger({ store, stated: true, key: null, keep: null }, log);
    return { name, ledger, lasting: store.kind !== 'off', desk: openDesk({ knowledge, ledger, log }) };
  }

  const all = [
    await opened('off', { kind: 'off' }),
    await opened('off, once more', { kind: 'off' }),
    await opened('SQLite', { kind: 'sqlite', file: join(folder, 'ledger.db') }),
    ...(server === null
      ? []
      : [await opened('PostgreSQL', { kind: 'postgres', url: await server.database() })]),
  ];
  return {
    all,
    withPostgres: server !== null,
    async close() {
      for (const { desk, ledger } of all) {
        await desk.close();
        await ledger.close();
      }
      await server?.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
