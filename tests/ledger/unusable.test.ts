import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { letGo } from '../../src/ledger/sqlite/lingering.ts';
import { sqliteStore } from '../../src/ledger/sqlite.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { entryOf } from './ledger-contract.ts';
import { ledgerPath, opened, tamper } from './ledger-file.ts';

/** @returns the error that keeps a ledger from being opened, which says where and what to do */
async function refusalOf(path: string): Promise<string> {
  const error = await sqliteStore(path, null, Date.now).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LedgerError)) throw error ?? new Error('It was opened.');
  expect(error.message).toMatch(/^The ledger .*ledger\.db.*: .*\.$/);
  return error.code;
}

/** A ledger with so many entries that it has many pages. */
async function grownLedger(): Promise<string> {
  const path = await ledgerPath();
  const { journal, close } = await opened(path);
  const questions = Array.from({ length: 200 }, (_, at) => `${at} ${'?'.repeat(500)}`);
  await Promise.all(questions.map((question, at) => journal.add(entryOf({ at, question }))));
  await close();
  return path;
}

describe('a ledger that cannot be used', () => {
  it.each([
    ['a text', () => Buffer.from('Minutes of the harbour board.\n'.repeat(200))],
    ['a database that is cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['a database whose first page is broken', (whole: Buffer) => Buffer.from(whole).fill(7, 100, 4000)],
    [
      'a database with a broken page in its middle',
      (whole: Buffer) => Buffer.from(whole).fill(7, 40_960, 81_920),
    ],
  ])('is not overwritten when it is %s', async (_, damage) => {
    const path = await grownLedger();
    const damaged = damage(readFileSync(path));
    writeFileSync(path, damaged);
    expect(await refusalOf(path)).toBe('damaged');
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });

  it('is not touched when a newer version has written it', async () => {
    const path = await grownLedger();
    tamper(path, 'PRAGMA user_version = 99');
    // What is in the journal still goes into the file with the last who has it open.
    await letGo(path);
    const before = readFileSync(path);
    expect(await refusalOf(path)).toBe('newer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is not taken from another program's database", async () => {
    const path = await ledgerPath();
    mkdirSync(dirname(path));
    tamper(path, 'CREATE TABLE settings (place TEXT, json TEXT)');
    const before = readFileSync(path);
    expect(await refusalOf(path)).toBe('not-a-ledger');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  // A pipe would be waited for, with everything else that the process does; a folder is no more of a file.
  it.each(['-wal', '-shm', '-journal'])(
    'is not opened where SQLite would open what is no file: %s',
    async (ending) => {
      const path = await ledgerPath();
      mkdirSync(`${path}${ending}`, { recursive: true });
      expect(await refusalOf(path)).toBe('not-a-file');
    },
  );

  it('says so when its secret is gone', async () => {
    const path = await grownLedger();
    tamper(path, 'DELETE FROM secrets');
    expect(await refusalOf(path)).toBe('damaged');
  });

  it('says so when a folder stands at its path, or a file in the place of its folder', async () => {
    const path = await ledgerPath();
    mkdirSync(path, { recursive: true });
    expect(await refusalOf(path)).toBe('not-a-file');
    const below = await ledgerPath();
    writeFileSync(dirname(below), '');
    expect(await refusalOf(below)).toBe('unwritable');
    expect(await refusalOf(join(dirname(below), 'deeper', 'ledger.db'))).toBe('unwritable');
  });

  it('waits with what another process does not let it write, and tells of it once', async () => {
    const path = await ledgerPath();
    const { log, lines } = rememberingLog();
    const { threads, settings, journal } = await opened(path, null, { log });
    const other = new Libsql(path);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    await expect(settings.change('slack:T1', {})).rejects.toMatchObject({ code: 'busy' });
    const written = threads.set('t', { own: true, turns: [] });
    const added = journal.add(entryOf());
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines).toMatchObject([{ level: 'error', fields: { err: { code: 'busy' } } }]);
    other.exec('COMMIT');
    await Promise.all([written, added]);
    expect(await (await opened(path)).threads.get('t')).not.toBeNull();
    expect(lines.slice(1)).toMatchObject([{ level: 'warn', fields: { lost: 0 } }]);
  });
});
