import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rememberingLog } from '../support/remembering-log.ts';
import { entryOf } from './ledger-contract.ts';
import { ledgerPath, opened } from './ledger-file.ts';

const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER };
/** Opens a ledger, waits until it may write to it, and leaves it: whoever leaves last takes SQLite's own files along. */
const PASSER_BY = `
const database = new (require('libsql'))(process.argv[1], { timeout: 5_000 });
database.exec('BEGIN IMMEDIATE; ROLLBACK');
database.close();
`;

function passBy(path: string): void {
  execFileSync(process.execPath, ['-e', PASSER_BY, path]);
}

/** @returns what this process has open below a folder, whatever it is called now */
function openBelow(folder: string): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${number}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}

describe('a ledger that was opened anew', () => {
  it('is held as before: another process that comes and goes takes nothing of it along', async () => {
    const path = await ledgerPath();
    const first = await opened(path);
    await first.journal.add(entryOf());
    await first.close();
    const { log, lines } = rememberingLog();
    const { journal } = await opened(path, null, { log });
    await journal.add(entryOf());
    passBy(path);
    expect(existsSync(`${path}-wal`)).toBe(true);
    await journal.add(entryOf());
    expect(await journal.within(EVER)).toHaveLength(3);
    expect(lines).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('has let go of what was there before', async () => {
    const path = await ledgerPath();
    const { journal } = await opened(path);
    await journal.add(entryOf());
    const away = `${dirname(path)}-away`;
    renameSync(dirname(path), away);
    expect(openBelow(away)).not.toEqual([]);
    await journal.add(entryOf());
    expect(await journal.within(EVER)).toHaveLength(1);
    expect(openBelow(away)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('writes to nothing that was deleted beside it', async () => {
    const path = await ledgerPath();
    const { journal } = await opened(path);
    await journal.add(entryOf());
    for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`);
    await journal.add(entryOf());
    expect(await journal.within(EVER)).toHaveLength(2);
    expect(openBelow(path).filter((name) => name.endsWith('(deleted)'))).toEqual([]);
  });
});
