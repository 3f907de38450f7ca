import type { SettingsStore } from '../ledger.ts';
import { settingsIn, withChange } from '../rows.ts';
import { escaped } from '../text.ts';
import type { Database } from './database.ts';

/** @returns what people have set, as one JSON text for each place */
export function settingsStore(database: Database): SettingsStore {
  const read = (place: string) => {
    const [row] = database.all('SELECT json FROM settings WHERE place = ?', escaped(place));
    return settingsIn(row?.json);
  };
  return {
    get: async (place) => read(place),
    async change(place, change) {
      // Read within the write: another process may be changing something else of the same place.
      database.write((run) => {
        const json = JSON.stringify(withChange(read(place), change));
        run('INSERT OR REPLACE INTO settings (place, json) VALUES (?, ?)', escaped(place), json);
      });
    },
  };
}
