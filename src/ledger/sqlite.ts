import { keysOf } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { sealedInstallations } from './sealed.ts';
import { askingStore } from './sqlite/askings.ts';
import { type Database, openDatabase } from './sqlite/database.ts';
import { keepHouse } from './sqlite/housekeeping.ts';
import { installationRows } from './sqlite/installations.ts';
import { journalStore } from './sqlite/journal.ts';
import { postStore } from './sqlite/posts.ts';
import { settingsStore } from './sqlite/settings.ts';
import { threadStore } from './sqlite/threads.ts';
import { troubleWith } from './sqlite/trouble.ts';

/**
 * Opens a ledger in one SQLite file, which several processes may use at once. Each write takes some 0.03 ms on the
 * thread that asks for it.
 *
 * @param file its path
 * @param key LEDGER_KEY, which installations are sealed with; `null` where it is not set
 * @param now tells the time, in ms since the epoch
 * @returns the ledger
 * @throws {LedgerError} when the file cannot be used; it is then as it was
 */
export async function sqliteLedger(file: string, key: string | null, now: () => number): Promise<Ledger> {
  const database = openDatabase(file);
  try {
    const keys = await keysOf(key, secretIn(database, file));
    const endHousekeeping = keepHouse(database, now);
    return {
      settings: settingsStore(database),
      threads: threadStore(database, now),
      posts: postStore(database, now),
      askings: askingStore(database, now),
      journal: journalStore(database, keys.hash),
      installations: sealedInstallations(installationRows(database), keys.sealing),
      async close() {
        endHousekeeping();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Made with the file: without it nothing that is sealed opens, so a file that has lost it is not whole. */
function secretIn(database: Database, file: string): Buffer {
  const [row] = database.all("SELECT value FROM secrets WHERE name = 'root'");
  if (typeof row?.value !== 'string') throw troubleWith(file, 'damaged');
  return Buffer.from(row.value, 'base64url');
}
