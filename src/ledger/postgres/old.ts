import type { TooOld } from '../store.ts';
import type { Connection } from './connection.ts';

/** Rows of each table: far from the limit of a statement's time. */
const PORTION = 2_000;
/** In ms: how long it is known which batches have been written. They are sent again within seconds, or never. */
const BATCHES_KEPT = 24 * 3_600_000;

/**
 * Deletes some of what is too old.
 *
 * @param now in ms since the epoch
 * @returns whether there may be more
 */
export async function deleteOld(
  connection: Connection,
  { passing, lasting }: TooOld,
  now: number,
): Promise<boolean> {
  const portions: readonly (readonly [string, string, number])[] = [
    ...['threads', 'posts', 'askings'].map((table) => [table, 'changed_at', passing] as const),
    ['batches', 'written_at', now - BATCHES_KEPT],
    ...(lasting === null ? [] : (['journal', 'answers'] as const)).map(
      (table) => [table, 'at', lasting ?? 0] as const,
    ),
  ];
  const counts: number[] = [];
  for (const [table, column, before] of portions) {
    const rows = await connection.write((query) =>
      query(
        `DELETE FROM nutgraf.${table} WHERE ctid = ANY (ARRAY (
          SELECT ctid FROM nutgraf.${table} WHERE ${column} < $1 ORDER BY ${column} LIMIT ${PORTION}
        )) RETURNING 1`,
        Math.floor(before),
      ),
    );
    counts.push(rows.length);
  }
  return counts.includes(PORTION);
}
