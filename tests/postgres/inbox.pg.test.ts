import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { postgresStore } from '../../src/ledger/postgres.ts';
import { deliveryOf, describeInbox, describeSharedInbox, TABLES } from '../ledger/inbox-contract.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { installedPostgres, type Server, startServer } from './server.ts';

const programs = installedPostgres();

let server: Server;
beforeAll(async () => {
  if (programs !== null) server = await startServer(programs);
});
afterAll(async () => {
  await server?.end();
});

async function opened(url: string, log = rememberingLog().log): Promise<Ledger> {
  const wish = { store: { kind: 'postgres', url }, stated: true, key: null, keep: null } as const;
  const ledger = await openLedger(wish, log);
  onTestFinished(() => ledger.close());
  return ledger;
}

async function countOf(url: string, table: string): Promise<number> {
  const [row] = await server.sql(url, `SELECT count(*)::int AS count FROM nutgraf.${table}`);
  return Number(row?.count);
}

if (programs === null) {
  it.skip('PostgreSQL is not tested: neither PATH nor /usr/lib/postgresql has initdb and postgres', () => {});
} else {
  describeInbox('PostgreSQL', async () => opened(await server.database()));
  describeSharedInbox('PostgreSQL', async () => {
    const url = await server.database();
    return {
      open: () => opened(url),
      async setBack(column, seconds) {
        const earlier = `${column} = ${column} - interval '${seconds} seconds'`;
        await server.sql(url, `UPDATE nutgraf.${TABLES[column]} SET ${earlier}`);
      },
      count: (table) => countOf(url, table),
    };
  });
}

describe.skipIf(programs === null)('an inbox in PostgreSQL', () => {
  it('knows what it has taken on although it was cut off before it heard so', async () => {
    const url = await server.database();
    const store = await postgresStore(url, null, Date.now);
    onTestFinished(() => store.close());
    await store.inbox.accept(deliveryOf('before'));
    let isMute = false;
    const muting = server.mute().then(() => {
      isMute = true;
    });
    onTestFinished(() => server.unmute());
    const taken: Promise<boolean>[] = [];
    while (!isMute) {
      taken.push(store.inbox.accept(deliveryOf(`n${taken.length}`)));
      await setTimeout(10);
    }
    await muting;
    const own = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    await server.sql(url, own);
    await server.unmute();
    expect(new Set(await Promise.all(taken))).toEqual(new Set([true]));
    expect(await countOf(url, 'deliveries')).toBe(taken.length + 1);
  });

  it('is in nobody’s way while its server is away, says so once, and counts', async () => {
    const { log, lines } = rememberingLog();
    const url = await server.database();
    const { inbox } = await opened(url, log);
    expect(await inbox.accept(deliveryOf('before'))).toBe(true);
    await server.stop();
    onTestFinished(() => server.start());
    for (let index = 0; index < 20; index += 1) {
      expect(await inbox.accept(deliveryOf('the same'))).toBe(true);
    }
    expect(await inbox.takeOver('slack', 9)).toEqual([]);
    const done = inbox.done('before');
    expect(lines).toHaveLength(1);
    await server.start();
    // Taken on at last, and then known.
    await vi.waitFor(async () => expect(await inbox.accept(deliveryOf('after'))).toBe(false), 20_000);
    await done;
    await vi.waitFor(() => expect(lines.at(-1)?.level).toBe('warn'), 20_000);
    expect(lines[1]?.fields.unkept).toBeGreaterThanOrEqual(20);
    expect(await countOf(url, 'deliveries')).toBe(1);
  });

  it('waits for a second and a half for a server that has stopped answering, and leaves nothing undone that is done', async () => {
    const url = await server.database();
    const { inbox } = await opened(url);
    await inbox.accept(deliveryOf('before'));
    await server.hang();
    onTestFinished(() => server.goOn());
    const began = performance.now();
    expect(await inbox.accept(deliveryOf('a'))).toBe(true);
    // The limit is 1.5 s; a server that is waited for takes 6 s.
    expect(performance.now() - began).toBeLessThan(4_000);
    const done = inbox.done('a');
    server.goOn();
    await done;
    const [left] = await server.sql(url, 'SELECT names FROM nutgraf.deliveries');
    expect(left).toEqual({ names: '["before"]' });
    expect(await countOf(url, 'deliveries')).toBe(1);
  });
});
