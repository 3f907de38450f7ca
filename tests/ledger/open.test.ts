import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { ledgerPath } from './ledger-file.ts';

const OWN = { own: true, turns: [] };

describe('opening the ledger', () => {
  it('keeps it in the file that is named', async () => {
    const file = await ledgerPath();
    const { log, lines } = rememberingLog();
    const wish = { store: { kind: 'sqlite', file }, stated: true, key: null, keep: null } as const;
    const before = await openLedger(wish, log);
    await before.threads.set('t', OWN);
    await before.close();
    const after = await openLedger(wish, log);
    expect(await after.threads.get('t')).toEqual(OWN);
    await after.close();
    expect(lines).toEqual([]);
  });

  it('keeps nothing when it is off, and says nothing of it', async () => {
    const { log, lines } = rememberingLog();
    const wish = { store: { kind: 'off' }, stated: true, key: null, keep: null } as const;
    await (await openLedger(wish, log)).threads.set('t', OWN);
    expect(await (await openLedger(wish, log)).threads.get('t')).toBeNull();
    expect(lines).toEqual([]);
  });

  it('warns once where the default file cannot be used, and goes on without one', async () => {
    const file = await ledgerPath();
    writeFileSync(dirname(file), 'a file in the place of the folder');
    const { log, lines } = rememberingLog();
    const ledger = await openLedger(
      { store: { kind: 'sqlite', file }, stated: false, key: null, keep: null },
      log,
    );
    await ledger.threads.set('t', OWN);
    expect(await ledger.threads.get('t')).toEqual(OWN);
    expect(lines).toMatchObject([{ level: 'warn', fields: { err: { code: 'unwritable' } } }]);
    expect(lines[0]?.message).toContain(file);
    expect(existsSync(file)).toBe(false);
  });

  it('puts nothing in the place of a file that somebody has named', async () => {
    const file = await ledgerPath();
    mkdirSync(file, { recursive: true });
    const { log, lines } = rememberingLog();
    await expect(
      openLedger({ store: { kind: 'sqlite', file }, stated: true, key: null, keep: null }, log),
    ).rejects.toMatchObject({ name: 'LedgerError', code: 'not-a-file' });
    expect(lines).toEqual([]);
  });

  it('says in a sentence, without a password, when a database that is named cannot be reached', async () => {
    const { log, lines } = rememberingLog();
    const store = { kind: 'postgres', url: 'postgres://me:hunter2@127.0.0.1:1/nutgraf' } as const;
    const refusal: unknown = await openLedger({ store, stated: true, key: null, keep: null }, log).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: 'LedgerError', code: 'unreachable' });
    expect(String(refusal)).toMatch(/LEDGER_URL/);
    expect(inspect(refusal, { depth: 9 })).not.toContain('hunter2');
    expect(lines).toEqual([]);
  });
});
