import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { locked } from '../../../../src/knowledge/intake/shelving/locked.ts';
import { type LibraryFolder, libraryFolder } from '../../../support/library-folder.ts';

let folder: LibraryFolder;
beforeEach(async () => {
  folder = await libraryFolder();
});
const lock = () => join(folder.path, '.lock');

describe('work under a lock', () => {
  it('is done one after the other, and leaves nothing behind', async () => {
    let doing = 0;
    const done = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        locked(lock(), async () => {
          doing += 1;
          expect(doing).toBe(1);
          await setTimeout(3);
          doing -= 1;
          return at;
        }),
      ),
    );
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('lets go when it fails', async () => {
    await expect(locked(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is done although a process that was killed has left its lock', async () => {
    await writeFile(lock(), '');
    expect(await locked(lock(), async () => 'done')).toBe('done');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is done where no lock can be made', async () => {
    expect(await locked(join(folder.path, 'none', '.lock'), async () => 'done')).toBe('done');
  });
});
