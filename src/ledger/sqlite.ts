import { keysOf } from './keys.ts';
import { sealedInstallations } from './sealed.ts';
import { answerRows } from './sqlite/answers.ts';
import { askingRows } from './sqlite/askings.ts';
import { writeBatch } from './sqlite/batch.ts';
import { type Database, openDatabase } from './sqlite/database.ts';
import { inboxRows } from './sqlite/inbox.ts';
import { installationRows } from './sqlite/installations.ts';
import { journalRows } from './sqlite/journal.ts';
import { deleteOld } from './sqlite/old.ts';
import { postRows } from './sqlite/posts.ts';
import { settingsStore } from './sqlite/settings.ts';
import { threadRows } from './sqlite/threads.ts';
import { troubleWith } from './sqlite/trouble.ts';
import type { Store } from './store.ts';

/**
 * Opens a store in one SQLite file, which several processes may use at once.
 *
 * @param file its path
 * @param key LEDGER_KEY, which installations are sealed with; `null` where it is not set
 * @param now tells the time, in ms since the epoch
 * @returns the store
 * @throws {LedgerError} when the file cannot be used; it is then as it was
 */
export async function sqliteStore(file: string, key: string | null, now: () => number): Promise<Store> {
  const database = openDatabase(file);
  try {
    const keys = await keysOf(key, secretIn(database, file));
    const inbox = inboxRows(database, now);
    return {
      settings: settingsStore(database),
      threads: threadRows(database),
      posts: postRows(database),
      askings: askingRows(database),
      journal: journalRows(database, keys.hash),
      answers: answerRows(database),
      installations: sealedInstallations(installationRows(database), keys.sealing),
      inbox,
      write: async (batch) => writeBatch(database, batch, keys.hash, now()),
      deleteOld: async (tooOld) => deleteOld(database, tooOld, now()),
      async close() {
        inbox.close();
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
