import { NAMES_KEPT, UNDONE_KEPT } from '../inbox/kept.ts';
import type { TooOld } from '../store.ts';
import type { Database, Run } from './database.ts';

/** Rows of each table: a few milliseconds, in which nothing else happens in the process. */
const PORTION = 500;

/** In ms: how long a process is kept of which nothing is heard. It has gone long before. */
const PROCESSES_KEPT = UNDONE_KEPT;

/**
 * Deletes some of what is too old.
 *
 * @param now in ms since the epoch
 * @returns whether there may be more
 */
export function deleteOld(database: Database, { passing, lasting }: TooOld, now: number): boolean {
  const counts = database.write((run) => {
    const portion = (table: string, column: string, before: number, and = ''): number => {
      const where = `FROM ${table} WHERE ${column} < ? ${and} ORDER BY ${column} LIMIT ${PORTION}`;
      const found = database.all(`SELECT rowid ${where}`, before).length;
      if (found > 0) run(`DELETE FROM ${table} WHERE rowid IN (SELECT rowid ${where})`, before);
      return found;
    };
    return [
      ...['threads', 'posts', 'askings'].map((table) => portion(table, 'changed_at', passing)),
      portion('processes', 'seen_at', now - PROCESSES_KEPT),
      portion('deliveries', 'taken_at', now - UNDONE_KEPT),
      portion('delivery_names', 'at', now - NAMES_KEPT, 'AND delivery NOT IN (SELECT id FROM deliveries)'),
      ...(lasting === null ? [] : [portion('journal', 'at', lasting), oldAnswers(database, run, lasting)]),
    ];
  });
  return counts.includes(PORTION);
}

/** With what they quoted. */
function oldAnswers(database: Database, run: Run, before: number): number {
  const oldest = `SELECT bot, channel, message FROM answers WHERE at < ? ORDER BY at, rowid LIMIT ${PORTION}`;
  run(`DELETE FROM answer_quotes WHERE (bot, channel, message) IN (${oldest})`, before);
  run(`DELETE FROM answers WHERE (bot, channel, message) IN (${oldest})`, before);
  const [left] = database.all('SELECT 1 FROM answers WHERE at < ? LIMIT 1', before);
  return left === undefined ? 0 : PORTION;
}
