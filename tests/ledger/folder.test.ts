import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/ledger/sqlite/database.ts';

describe('the folder of a ledger', () => {
  it('is made with those above it, for its owner alone', async () => {
    const path = await mkdtemp(join(tmpdir(), 'nutgraf-folder-'));
    onTestFinished(() => rm(path, { recursive: true, force: true }));
    (await openDatabase(join(path, 'a', 'b', 'ledger.db'))).close();
    for (const folder of ['a', 'a/b']) {
      const { mode } = await stat(join(path, folder));
      if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o700);
    }
  });

  // Node's own way of making folders never comes back from there, and no signal ends it.
  it.runIf(process.platform === 'linux')(
    'that no file system lets anybody make is told at once',
    async () => {
      await expect(openDatabase('/proc/none/at/all/ledger.db')).rejects.toThrow(
        /cannot be written: check the permissions/,
      );
    },
  );
});
