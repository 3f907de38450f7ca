import { randomUUID } from 'node:crypto';
import { idOf, isAbout } from '../inbox/about.ts';
import { UNDONE_KEPT } from '../inbox/kept.ts';
import { GONE_AFTER, presence } from '../inbox/presence.ts';
import { together } from '../inbox/together.ts';
import type { Delivery } from '../ledger.ts';
import { codeOf } from '../ledger-error.ts';
import { deliveryOf, parsed } from '../rows.ts';
import type { StoredInbox } from '../store.ts';
import { escaped, unescaped } from '../text.ts';
import type { Connection, Query, Row } from './connection.ts';
import { keyOf } from './key.ts';

/** Names the lock under which one process at a time takes over what others have left: "Nutg", and one more. */
const LOCK = 0x4e757468;

/** In seconds, as the server's clock counts them: those of the processes may differ. */
const seconds = (ms: number) => `interval '${ms / 1_000} seconds'`;

/**
 * Where the server's clock was set back, nobody is there until it has come so far again: who is says so before it counts
 * as gone. What another transaction has just said is a little ahead of this one's clock, and left alone.
 */
const SAY = `WITH before AS (SELECT seen_at FROM nutgraf.processes WHERE id = $1), ahead AS (
    UPDATE nutgraf.processes SET seen_at = now()
    WHERE id <> $1 AND seen_at > now() + ${seconds(GONE_AFTER)}
  )
  INSERT INTO nutgraf.processes VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
  RETURNING (SELECT seen_at <= now() - ${seconds(GONE_AFTER)} FROM before) AS late`;

/**
 * A delivery is taken on where none of its names was known. In the order of the names: of two processes that take on
 * the same, one waits for the other at its first name, and then finds them all. Of what is known by one name, the
 * others are from now on known, too.
 */
const ACCEPT = `WITH named AS (
    INSERT INTO nutgraf.delivery_names (name, delivery, at)
    SELECT name, delivery, now() FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS own (name, delivery, nth)
    ORDER BY name, nth ON CONFLICT DO NOTHING RETURNING delivery
  ), counted AS (SELECT delivery, count(*) AS count FROM named GROUP BY delivery)
  INSERT INTO nutgraf.deliveries (id, bot, keys, names, payload, process, taken_at)
  SELECT id, bot, string_to_array(keys, chr(31)), names, payload, $8, now()
  FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY
    AS offered (id, bot, keys, names, payload, nth)
  JOIN counted ON delivery = id AND count = cardinality(string_to_array(keys, chr(31)))
  ORDER BY nth RETURNING id`;
/** Neither a key nor an escaped text holds it. */
const BETWEEN = '\u001f';

const TAKE_OVER = `WITH chosen AS (
    SELECT id FROM nutgraf.deliveries WHERE bot = $1 AND taken_at > now() - ${seconds(UNDONE_KEPT)} AND (
      process IS NULL OR taking = ANY ($4::text[]) OR process <> $2 AND NOT EXISTS (
        SELECT 1 FROM nutgraf.processes
        WHERE processes.id = deliveries.process AND seen_at > now() - ${seconds(GONE_AFTER)}
      )
    ) ORDER BY nth LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE nutgraf.deliveries SET process = $2, taking = $5 WHERE id IN (SELECT id FROM chosen)
  RETURNING bot, names, payload, nth::float8 AS nth`;

/** In the order of the rows: two processes may have done the same. */
const FINISH = `WITH finished AS (
    DELETE FROM nutgraf.deliveries WHERE id IN (
      SELECT id FROM nutgraf.deliveries
      WHERE id IN (SELECT delivery FROM nutgraf.delivery_names WHERE name = ANY ($1::text[]))
      ORDER BY id FOR UPDATE
    ) RETURNING keys
  )
  UPDATE nutgraf.delivery_names SET at = now() WHERE name IN (SELECT unnest(keys) FROM finished)`;

/**
 * @param connection where it is kept
 * @returns what was delivered and is not done
 */
export function inboxRows(connection: Connection): StoredInbox & { close(): Promise<void> } {
  const here = presence(async (id) => (await connection.all(SAY, id))[0]?.late === true);
  /** Under which something may have been taken over without this process having heard of it. */
  const unheard: Readonly<Record<Delivery['bot'], string[]>> = { slack: [], discord: [] };

  return {
    accept: together(async (deliveries: readonly Delivery[]) => {
      await here.begin();
      return await areTakenOn(connection, deliveries, here.id);
    }),
    async release(name) {
      await connection.all(
        `UPDATE nutgraf.deliveries SET process = NULL WHERE process = $1 AND
          id = (SELECT delivery FROM nutgraf.delivery_names WHERE name = $2)`,
        here.id,
        keyOf(name),
      );
    },
    async takeOver(bot, most) {
      if (!(await here.isSureOfOthers())) return [];
      const taking = randomUUID();
      try {
        const rows = await connection.write(async (query) => {
          await query('SELECT pg_advisory_xact_lock($1)', LOCK);
          return await query(TAKE_OVER, bot, here.id, limit(most), [...unheard[bot]], taking);
        });
        if (rows.length < most) unheard[bot].length = 0;
        return inOrder(rows);
      } catch (error) {
        unheard[bot].push(taking);
        throw error;
      }
    },
    async close() {
      if (!here.end()) return;
      // Where it fails, nothing is heard of it any more, which takes others a moment longer to see.
      await connection.all('DELETE FROM nutgraf.processes WHERE id = $1', here.id).catch(() => {});
    },
  };
}

/**
 * They are done: nothing but their names is kept.
 *
 * @param names any of the names of each
 */
export async function finish(query: Query, names: readonly string[]): Promise<void> {
  await query(
    FINISH,
    names.map((name) => keyOf(name)),
  );
}

/**
 * Deletes what a person has asked and was not answered yet.
 *
 * @returns how many there were
 */
export async function forgetIn(query: Query, person: string): Promise<number> {
  const sql = 'SELECT id, payload FROM nutgraf.deliveries WHERE strpos(payload, $1) > 0';
  const found = (await query(sql, escaped(idOf(person))))
    .filter(({ payload }) => isAbout(unescaped(payload) ?? '', person))
    .map(({ id }) => String(id));
  await query('DELETE FROM nutgraf.deliveries WHERE id = ANY ($1::text[])', found);
  return found.length;
}

/** @returns of each, whether it is this process's now */
async function areTakenOn(
  connection: Connection,
  deliveries: readonly Delivery[],
  process: string,
): Promise<readonly boolean[]> {
  const offered = deliveries.map((delivery) => {
    const keys = [...new Set(delivery.names.map((name) => keyOf(name)))];
    return { ...delivery, id: randomUUID(), keys };
  });
  const own = offered.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const));
  const ids = offered.map(({ id }) => id);
  const accept = () =>
    connection.once(
      ACCEPT,
      own.map(([key]) => key),
      own.map(([, id]) => id),
      ids,
      offered.map(({ bot }) => bot),
      offered.map(({ keys }) => keys.join(BETWEEN)),
      offered.map(({ names }) => JSON.stringify(names)),
      offered.map(({ payload }) => escaped(payload)),
      process,
    );
  const taken = await accept().catch(async (error: unknown) => {
    if (codeOf(error) !== 'unreachable') throw error;
    // What was kept before it was cut off is known by now, and of this process.
    const rows = await accept();
    const kept = await connection.all('SELECT id FROM nutgraf.deliveries WHERE id = ANY ($1::text[])', ids);
    return [...rows, ...kept];
  });
  const takenIds = new Set(taken.map(({ id }) => id));
  return ids.map((id) => takenIds.has(id));
}

function inOrder(rows: readonly Row[]): readonly Delivery[] {
  return [...rows]
    .sort((a, b) => Number(a.nth) - Number(b.nth))
    .map(({ bot, names, payload }) => deliveryOf({ bot, names: parsed(names), payload: unescaped(payload) }))
    .filter((delivery) => delivery !== null);
}

function limit(most: number): number {
  return Math.trunc(Math.min(Math.max(0, most), Number.MAX_SAFE_INTEGER));
}
