import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test. */
export async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nutgraf-faults-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** Whether this user may mount a disk on this machine, which a real full disk takes. */
export const mayMount = ((): boolean => {
  return inShell('unshare --mount mount -t tmpfs tmpfs /mnt');
})();

/**
 * Mounts a disk of its own at a folder, for one test.
 *
 * @param size in KB
 */
export async function smallDisk(size: number): Promise<string> {
  const path = await emptyFolder();
  inShell('mount -t tmpfs -o size="$1"k tmpfs "$2"', String(size), path);
  onTestFinished(() => void inShell('umount "$1"', path));
  return path;
}

/** @returns whether it was done */
function inShell(script: string, ...args: readonly string[]): boolean {
  return spawnSync('sh', ['-c', script, 'sh', ...args]).status === 0;
}
