import type { TooOld } from '../store.ts';
import type { Database } from './database.ts';

/** Rows of each table: a few milliseconds, in which nothing else happens in the process. */
const PORTION = 500;

/**
 * Deletes some of what is too old.
 *
 * @returns whether there may be more
 */
export function deleteOld(database: Database, { passing, lasting }: TooOld): boolean {
  const counts = database.write((run) => {
    const portion = (table: string, column: string, before: number): number => {
      const where = `FROM ${table} WHERE ${column} < ? ORDER BY ${column} LIMIT ${PORTION}`;
      const found = database.all(`SELECT rowid ${where}`, before).length;
      if (found > 0) run(`DELETE FROM ${table} WHERE rowid IN (SELECT rowid ${where})`, before);
      return found;
    };
    const counts = ['threads', 'posts', 'askings'].map((table) => portion(table, 'changed_at', passing));
    if (lasting === null) return counts;
    const oldest = `SELECT bot, channel, message FROM answers WHERE at < ? ORDER BY at, rowid LIMIT ${PORTION}`;
    run(`DELETE FROM answer_quotes WHERE (bot, channel, message) IN (${oldest})`, lasting);
    run(`DELETE FROM answers WHERE (bot, channel, message) IN (${oldest})`, lasting);
    const [left] = database.all('SELECT 1 FROM answers WHERE at < ? LIMIT 1', lasting);
    return [...counts, portion('journal', 'at', lasting), left === undefined ? 0 : PORTION];
  });
  return counts.includes(PORTION);
}
