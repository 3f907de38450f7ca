import { randomUUID } from 'node:crypto';
import { idOf, isAbout } from '../inbox/about.ts';
import { UNDONE_KEPT } from '../inbox/kept.ts';
import { GONE_AFTER, presence } from '../inbox/presence.ts';
import { together } from '../inbox/together.ts';
import type { Delivery } from '../ledger.ts';
import { deliveryOf, parsed } from '../rows.ts';
import type { StoredInbox } from '../store.ts';
import { escaped, unescaped } from '../text.ts';
import type { Database, Row, Run } from './database.ts';

/**
 * @param database where it is kept, by processes of one machine
 * @param now the machine's clock, in ms since the epoch
 * @returns what was delivered and is not done
 */
export function inboxRows(database: Database, now: () => number): StoredInbox & { close(): void } {
  const here = presence(async (id) => database.write((run) => said(database, run, id, now())));

  const accept = together(async (deliveries: readonly Delivery[]) => {
    await here.begin();
    return database.write((run) => deliveries.map((each) => isTakenOn(database, run, each, here.id, now())));
  });

  return {
    accept,
    async release(name) {
      database.write((run) => {
        run(
          `UPDATE deliveries SET process = NULL WHERE process = ? AND
            id = (SELECT delivery FROM delivery_names WHERE name = ?)`,
          here.id,
          escaped(name),
        );
      });
    },
    async takeOver(bot, most) {
      if (!(await here.isSureOfOthers())) return [];
      const rows = database.write((run) => takenOver(database, run, { bot, most, process: here.id }, now()));
      return rows.map(deliveryIn).filter((delivery) => delivery !== null);
    },
    close() {
      if (!here.end()) return;
      try {
        database.write((run) => run('DELETE FROM processes WHERE id = ?', here.id));
      } catch {
        // Nothing is heard of it any more, which takes others a moment longer to see.
      }
    },
  };
}

/**
 * It is done: nothing but its names is kept.
 *
 * @param name any of its names
 * @param now in ms since the epoch
 */
export function finish(database: Database, run: Run, name: string, now: number): void {
  const [row] = database.all(
    'SELECT id, names FROM deliveries WHERE id = (SELECT delivery FROM delivery_names WHERE name = ?)',
    escaped(name),
  );
  if (typeof row?.id !== 'string') return;
  run('DELETE FROM deliveries WHERE id = ?', row.id);
  for (const each of namesIn(row)) {
    run('UPDATE delivery_names SET at = ? WHERE name = ?', now, escaped(each));
  }
}

/**
 * Deletes what a person has asked and was not answered yet.
 *
 * @returns how many there were
 */
export function forgetIn(database: Database, run: Run, person: string): number {
  const rows = database
    .all('SELECT id, payload FROM deliveries WHERE instr(payload, ?) > 0', escaped(idOf(person)))
    .filter(({ payload }) => isAbout(unescaped(payload) ?? '', person));
  for (const { id } of rows) run('DELETE FROM deliveries WHERE id = ?', String(id));
  return rows.length;
}

/** @returns whether nothing was heard of it for so long that it could have been taken for gone */
function said(database: Database, run: Run, id: string, now: number): boolean {
  const [before] = database.all('SELECT seen_at FROM processes WHERE id = ?', id);
  // The clock was set back. Nobody is there until it has come so far again: who is says so before it counts as gone.
  run('UPDATE processes SET seen_at = ? WHERE seen_at > ?', now, now);
  run('INSERT OR REPLACE INTO processes (id, seen_at) VALUES (?, ?)', id, now);
  return before !== undefined && Number(before.seen_at) <= now - GONE_AFTER;
}

function isTakenOn(database: Database, run: Run, delivery: Delivery, process: string, now: number): boolean {
  const names = delivery.names.map(escaped);
  const isKnown = names.some(
    (name) => database.all('SELECT 1 FROM delivery_names WHERE name = ?', name).length > 0,
  );
  const id = randomUUID();
  // Of what is known by one name, the others are from now on known, too.
  for (const name of names) {
    run('INSERT OR IGNORE INTO delivery_names (name, delivery, at) VALUES (?, ?, ?)', name, id, now);
  }
  if (isKnown) return false;
  run(
    'INSERT INTO deliveries (id, bot, names, payload, process, taken_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    delivery.bot,
    JSON.stringify(delivery.names),
    escaped(delivery.payload),
    process,
    now,
  );
  return true;
}

function takenOver(
  database: Database,
  run: Run,
  { bot, most, process }: { readonly bot: string; readonly most: number; readonly process: string },
  now: number,
): readonly Row[] {
  const rows = database.all(
    `SELECT id, bot, names, payload FROM deliveries WHERE bot = ? AND taken_at > ? AND (
      process IS NULL OR process <> ? AND process NOT IN (SELECT id FROM processes WHERE seen_at > ?)
    ) ORDER BY nth LIMIT ?`,
    bot,
    now - UNDONE_KEPT,
    process,
    now - GONE_AFTER,
    Math.trunc(Math.min(Math.max(0, most), Number.MAX_SAFE_INTEGER)),
  );
  for (const { id } of rows) run('UPDATE deliveries SET process = ? WHERE id = ?', process, String(id));
  return rows;
}

function deliveryIn(row: Row): Delivery | null {
  return deliveryOf({ bot: row.bot, names: namesIn(row), payload: unescaped(row.payload) });
}

function namesIn({ names }: Row): readonly string[] {
  const list = parsed(names);
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
}
