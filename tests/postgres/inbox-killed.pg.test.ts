import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { installedPostgres, type Server, startServer } from './server.ts';
import { type Writer, type Writers, writers } from './writers.ts';

/** In ms: some 40 s where nothing else runs. Of one that was killed, nothing is taken over within 15 s. */
const PATIENCE = 240_000;
const DELIVERIES = 2_000;
const KILLED = 5;
/** In ms: where the others are so much faster, it is killed with less. */
const TIME_TO_TAKE_ON = 5_000;
const programs = installedPostgres();

let server: Server;
let workers: Writers;
beforeAll(async () => {
  if (programs === null) return;
  server = await startServer(programs);
  workers = await writers(new URL('./inbox-worker.ts', import.meta.url));
});
afterAll(async () => {
  await workers?.end();
  await server?.end();
});

describe.skipIf(programs === null)(
  'an inbox that five processes share, one of them killed again and again',
  () => {
    it('has each delivery done, and none by two that live', { timeout: PATIENCE }, async () => {
      const url = await server.database();
      await server.sql(
        url,
        `CREATE TABLE attempts (name text NOT NULL, process text NOT NULL);
      CREATE TABLE platform (delivered int NOT NULL); INSERT INTO platform VALUES (0)`,
      );
      const wish = { store: { kind: 'postgres', url }, stated: true, key: null, keep: null } as const;
      await (await openLedger(wish, rememberingLog().log)).close();

      const lasting = ['a', 'b', 'c', 'd'].map((name) => workers.begin(url, name));
      const killed: Writer[] = [];
      const isReady = (worker: Writer) => (worker.kept.length > 0 ? Promise.resolve() : worker.keeps(1));
      await Promise.all(lasting.map(isReady));
      for (let time = 1; time <= KILLED; time += 1) {
        const worker = workers.begin(url, `killed ${time}`);
        killed.push(worker);
        await isReady(worker);
        await server.sql(url, `UPDATE platform SET delivered = ${(DELIVERIES / KILLED) * time}`);
        // It has what it has taken on just now, and some of what it has taken over.
        await Promise.race([worker.keeps(8 * time), setTimeout(TIME_TO_TAKE_ON)]);
        await worker.kill();
      }
      const undone = 'SELECT count(*)::int AS count FROM nutgraf.deliveries';
      await expect
        .poll(() => server.sql(url, undone), { timeout: PATIENCE / 2, interval: 500 })
        .toEqual([{ count: 0 }]);
      for (const worker of lasting) await worker.finish();

      const said = [...lasting, ...killed].flatMap(({ kept }) => kept.filter((line) => line !== 'ready'));
      expect(new Set(said).size).toBe(said.length);
      // Nobody was told so when one was killed just after it was kept.
      expect(said.length).toBeGreaterThan(DELIVERIES - 100);
      const attempts = await server.sql(
        url,
        'SELECT name, process, count(*)::int FROM attempts GROUP BY 1, 2',
      );
      expect(attempts.filter(({ count }) => count !== 1)).toEqual([]);
      expect(new Set(attempts.map(({ name }) => name)).size).toBe(DELIVERIES);
      const byLasting = attempts.filter(({ process }) => !String(process).startsWith('killed'));
      expect(new Set(byLasting.map(({ name }) => name)).size).toBe(byLasting.length);
      // Something was taken over, or nothing was tested.
      expect(attempts.length).toBeGreaterThan(DELIVERIES);
    });
  },
);
