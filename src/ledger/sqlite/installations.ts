import type { InstallationStore } from '../ledger.ts';
import { escaped } from '../text.ts';
import type { Database } from './database.ts';

/** @returns installations as texts that are sealed already */
export function installationRows(database: Database): InstallationStore {
  return {
    async get(workspace) {
      const [row] = database.all('SELECT sealed FROM installations WHERE workspace = ?', escaped(workspace));
      return typeof row?.sealed === 'string' ? row.sealed : null;
    },
    async set(workspace, sealed) {
      database.write((run) =>
        run(
          'INSERT OR REPLACE INTO installations (workspace, sealed) VALUES (?, ?)',
          escaped(workspace),
          sealed,
        ),
      );
    },
    async remove(workspace) {
      database.write((run) => run('DELETE FROM installations WHERE workspace = ?', escaped(workspace)));
    },
  };
}
