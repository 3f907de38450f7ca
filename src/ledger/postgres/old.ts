import { NAMES_KEPT, UNDONE_KEPT } from '../inbox/kept.ts';
import type { TooOld } from '../store.ts';
import type { Connection } from './connection.ts';

/** Rows of each table: far from the limit of a statement's time. */
const PORTION = 2_000;
/** In ms: how long it is known which batches have been written. They are sent again within seconds, or never. */
const BATCHES_KEPT = 24 * 3_600_000;

interface Portion {
  readonly table: string;
  readonly column: string;
  readonly before: string;
  readonly and?: string;
}

const ago = (ms: number) => `now() - interval '${ms / 1_000} seconds'`;

/** By the server's clock, as they were written. A process of which nothing is heard for so long has gone long before. */
const OF_THE_INBOX: readonly Portion[] = [
  { table: 'processes', column: 'seen_at', before: ago(UNDONE_KEPT) },
  { table: 'deliveries', column: 'taken_at', before: ago(UNDONE_KEPT) },
  {
    table: 'delivery_names',
    column: 'at',
    before: ago(NAMES_KEPT),
    and: 'AND NOT EXISTS (SELECT 1 FROM nutgraf.deliveries WHERE id = delivery)',
  },
];

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
    const rows = await connection.all(portion({ table, column, before: '$1' }), Math.floor(before));
    counts.push(rows.length);
  }
  for (const where of OF_THE_INBOX) counts.push((await connection.all(portion(where))).length);
  return counts.includes(PORTION);
}

function portion({ table, column, before, and = '' }: Portion): string {
  return `DELETE FROM nutgraf.${table} WHERE ctid = ANY (ARRAY (
    SELECT ctid FROM nutgraf.${table} WHERE ${column} < ${before} ${and} ORDER BY ${column} LIMIT ${PORTION}
  )) RETURNING 1`;
}
