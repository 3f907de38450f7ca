import { keyIs } from './key-mark.ts';
import { keysOf } from './keys.ts';
import { writeBatch } from './postgres/batch.ts';
import { type Connection, connectionTo } from './postgres/connection.ts';
import { inboxRows } from './postgres/inbox.ts';
import { journalRows } from './postgres/journal.ts';
import { deleteOld } from './postgres/old.ts';
import { answerRows, installationRows, passingRows, settingsStore } from './postgres/rows.ts';
import { migrate } from './postgres/schema.ts';
import { troubleWith } from './postgres/trouble.ts';
import { sealedInstallations } from './sealed.ts';
import type { Store } from './store.ts';

/**
 * Opens a store in a PostgreSQL database, in a schema `nutgraf` of its own, for processes on several machines.
 *
 * @param url its address, as `psql` takes it
 * @param key LEDGER_KEY, which installations are sealed with; `null` where it is not set
 * @param now tells the time, in ms since the epoch
 * @returns the store
 * @throws {LedgerError} when it cannot be used
 */
export async function postgresStore(url: string, key: string | null, now: () => number): Promise<Store> {
  const connection = connectionTo(url);
  try {
    await migrate(connection);
    const keys = await keysOf(key, await rootIn(connection));
    const mark = await secretIn(connection, 'mark');
    const inbox = inboxRows(connection);
    return {
      settings: settingsStore(connection),
      ...passingRows(connection),
      journal: journalRows(connection, keys.hash),
      answers: answerRows(connection),
      installations: sealedInstallations(installationRows(connection), keys.sealing),
      inbox,
      keyMark: {
        is: keyIs(mark, keys.mark),
        async keep() {
          const sql = `INSERT INTO nutgraf.secrets VALUES ('mark', $1) ON CONFLICT (name) DO UPDATE SET value = $1`;
          await connection.write((query) => query(sql, keys.mark));
        },
      },
      write: (batch) => connection.write((query) => writeBatch(query, batch, keys.hash, now())),
      deleteOld: (tooOld) => deleteOld(connection, tooOld, now()),
      async close() {
        await inbox.close();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Made with the tables: without it nothing that is sealed opens. */
async function rootIn(connection: Connection): Promise<Buffer> {
  const root = await secretIn(connection, 'root');
  if (root === null) throw troubleWith('damaged');
  return Buffer.from(root, 'base64url');
}

async function secretIn(connection: Connection, name: string): Promise<string | null> {
  const [row] = await connection.all('SELECT value FROM nutgraf.secrets WHERE name = $1', name);
  return typeof row?.value === 'string' ? row.value : null;
}
