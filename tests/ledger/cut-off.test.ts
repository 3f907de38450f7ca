import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rememberingLog } from '../support/remembering-log.ts';
import { entryOf } from './ledger-contract.ts';
import { ledgerPath, opened } from './ledger-file.ts';

const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe.skipIf(process.platform === 'win32')(
  'a ledger whose journal of SQLite is deleted while it is open',
  () => {
    it('tells of it once, and keeps all that was written, also should the process be killed then', async () => {
      const path = await ledgerPath();
      const { log, lines } = rememberingLog();
      const { journal } = await opened(path, null, { log });
      await journal.add(entryOf());
      rmSync(`${path}-wal`);
      await journal.add(entryOf());
      expect(await journal.within(EVER)).toHaveLength(2);
      const killed = await ledgerPath();
      mkdirSync(dirname(killed));
      for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
      const { journal: left } = await opened(killed);
      expect(await left.within(EVER)).toHaveLength(2);
      expect(lines.map(({ level, fields }) => [level, fields.err])).toMatchObject([
        ['error', { code: 'cut-off' }],
        ['warn', undefined],
      ]);
    });

    it('keeps nobody from opening it', async () => {
      const path = await ledgerPath();
      const { journal } = await opened(path);
      await journal.add(entryOf());
      rmSync(`${path}-wal`);
      expect(await journal.within(EVER)).toHaveLength(1);
      const { journal: other } = await opened(path);
      await other.add(entryOf());
      expect(await journal.within(EVER)).toHaveLength(2);
    });
  },
);
