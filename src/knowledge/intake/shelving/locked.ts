import { open, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** In ms: between two tries. What is done under a lock takes some 10 ms. */
const AGAIN = 10;
/** In ms: a lock that stands so long, the same, was left behind by a process that was killed. */
const LEFT_BEHIND = 2_000;
/** In ms: then it is done without. */
const PATIENCE = 5_000;

/**
 * Does something while no other process does, as far as they all ask here.
 *
 * @param lock a file that stands as long as it is being done; its folder is there
 * @param work what is to be done. It is done without a lock where none can be made, or had for long
 * @returns what the work returns
 */
export async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const isOurs = await taken(lock);
  try {
    return await work();
  } finally {
    if (isOurs) await rm(lock, { force: true }).catch(() => {});
  }
}

async function taken(lock: string): Promise<boolean> {
  // No clock that somebody may set: set back by an hour, it would keep everybody waiting for as long.
  const began = performance.now();
  let seen = { name: '', at: began };
  while (performance.now() - began < PATIENCE) {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    // By this process's clock: that of a network drive may be another.
    const name = await nameOf(lock);
    if (name !== seen.name) seen = { name, at: performance.now() };
    else if (performance.now() - seen.at > LEFT_BEHIND) await rm(lock, { force: true }).catch(() => {});
    await setTimeout(AGAIN);
  }
  return false;
}

/** Tells one lock from the next at the same place; `''` where there is none any more. */
async function nameOf(lock: string): Promise<string> {
  return stat(lock).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => '',
  );
}
