import type { AskingStore } from '../ledger.ts';
import { escaped, unescaped } from '../text.ts';
import type { Database } from './database.ts';

/** @returns what buttons find their answer again by */
export function askingRows(database: Database): Pick<AskingStore, 'get'> {
  return {
    async get(id) {
      const [row] = database.all('SELECT text FROM askings WHERE id = ?', escaped(id));
      return unescaped(row?.text);
    },
  };
}
