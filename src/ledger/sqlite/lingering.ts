import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Files that were closed, and that this process may have open all the same: `libsql` closes one when the last of its
 * statements has been collected (https://github.com/tursodatabase/libsql-js/issues/228), which may be hours later. Who
 * opens the same file again meanwhile shares what SQLite has mapped of it, which other processes do not find where
 * it was deleted: both then write as if they were alone.
 */
const lingering = new Set<string>();

/** Notes that a file was closed. */
export function lingers(file: string): void {
  lingering.add(file);
}

/**
 * Waits until a file is closed in truth. Does nothing where it was not open; else everything stands still for as long as
 * collecting takes, some 100 ms of a large heap: only a ledger that has gone is opened again.
 *
 * @param file its path, as it was opened by
 */
export async function letGo(file: string): Promise<void> {
  if (!lingering.has(file)) return;
  lingering.clear();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Statements go with the first, and what they hold with the second; each is let go of by a callback of its own.
  for (let round = 0; round < 2; round += 1) {
    await setImmediate();
    collect();
  }
  await setImmediate();
}
