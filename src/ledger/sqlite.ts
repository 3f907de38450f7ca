import { keyIs } from './key-mark.ts';
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
  const database = await openDatabase(file);
  try {
    const keys = await keysOf(key, rootIn(database, file));
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
      keyMark: {
        is: keyIs(secretIn(database, 'mark'), keys.mark),
        keep: async () => {
          database.write((run) => run("INSERT OR REPLACE INTO secrets VALUES ('mark', ?)", keys.mark));
        },
      },
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
function rootIn(database: Database, file: string): Buffer {
  const root = secretIn(database, 'root');
  if (root === null) throw troubleWith(file, 'damaged');
  return Buffer.from(root, 'base64url');
}

function secretIn(database: Database, name: string): string | null {
  const [row] = database.all('SELECT value FROM secrets WHERE name = ?', name);
  return typeof row?.value === 'string' ? row.value : null;
}
