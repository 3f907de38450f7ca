import { setImmediate } from 'node:timers/promises';

/** Some 20 ms of SQLite: a report over years must not keep a bot from answering. */
const PAGE = 5_000;

/** The place of a row in its order. */
interface Mark {
  readonly at: number;
  readonly id: number;
}

/**
 * Reads all rows of a query, some thousand at a time.
 *
 * @param read gives at most `most` rows after a place, in the order of time and then of id; `null`: from the first
 * @returns the rows
 */
export async function pages<T extends Readonly<Record<string, unknown>>>(
  read: (after: Mark | null, most: number) => readonly T[] | Promise<readonly T[]>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last === undefined ? null : { at: Number(last.at), id: Number(last.id) };
    const page = await read(after, PAGE);
    for (const row of page) rows.push(row);
    if (page.length < PAGE) return rows;
    await setImmediate();
  }
}
