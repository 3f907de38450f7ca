import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { installedPostgres, type Server, startServer } from './server.ts';
import { type Writers, writers } from './writers.ts';

/** In ms: some 20 s where nothing else runs. */
const PATIENCE = 180_000;
const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER };
const OWN = { own: true, turns: [] };
/** Threads and answers that are looked up one by one: the last are those that a crash would take. */
const LOOKED_AT = 20;
const programs = installedPostgres();

let server: Server;
let busy: Writers;
beforeAll(async () => {
  if (programs === null) return;
  server = await startServer(programs);
  busy = await writers();
});
afterAll(async () => {
  await busy?.end();
  await server?.end();
});

async function opened(url: string): Promise<Ledger> {
  const wish = { store: { kind: 'postgres', url }, stated: true, key: null, keep: null } as const;
  const ledger = await openLedger(wish, rememberingLog().log);
  onTestFinished(() => ledger.close());
  return ledger;
}

/** Everything that was acknowledged is there; and nothing is there twice, acknowledged or not. */
async function mustHold({ journal, threads, answers }: Ledger, kept: readonly string[]): Promise<void> {
  const questions = (await journal.within(EVER)).map(({ question }) => question);
  const there = new Set(questions);
  expect(questions).toHaveLength(there.size);
  expect(kept.filter((question) => !there.has(question))).toEqual([]);
  for (const id of kept.slice(-LOOKED_AT)) {
    expect(await threads.get(id)).toEqual(OWN);
    expect(await answers.quoting('ferry', id)).toHaveLength(1);
  }
}

describe.skipIf(programs === null)('a ledger in PostgreSQL, killed while many write at once', () => {
  it('has all that was kept by a process that was killed, twenty times', { timeout: PATIENCE }, async () => {
    const url = await server.database();
    const ledger = await opened(url);
    const kept: string[] = [];
    for (let time = 0; time < 20; time += 1) {
      const writer = busy.begin(url, `of process ${time}`);
      // At another moment each time.
      await writer.keeps(50 + 31 * time);
      await writer.kill();
      kept.push(...writer.kept);
      await mustHold(ledger, kept);
    }
  });

  it('has all of it, once, after its server was killed, and so has who wrote on', {
    timeout: PATIENCE,
  }, async () => {
    const url = await server.database();
    const writer = busy.begin(url, 'through it all');
    for (let time = 0; time < 5; time += 1) {
      await writer.keeps(50 + 131 * time);
      // Every other time it has kept something of which the writer has not heard, and which comes again.
      const isMute = time % 2 === 0;
      if (isMute) await server.mute();
      await server.crash();
      const before = [...writer.kept];
      await server.start();
      if (isMute) await server.unmute();
      await mustHold(await opened(url), before);
    }
    await writer.keeps(50);
    await writer.finish();
    const ledger = await opened(url);
    await mustHold(ledger, writer.kept);
    // It has heard of each that it has asked for: nothing was given up meanwhile.
    expect(await ledger.journal.within(EVER)).toHaveLength(writer.kept.length);
    expect(writer.kept.length).toBeGreaterThan(50);
  });

  it('has all of it after its server and who wrote were killed together', { timeout: PATIENCE }, async () => {
    const url = await server.database();
    const kept: string[] = [];
    for (let time = 0; time < 5; time += 1) {
      const writer = busy.begin(url, `of process ${time}`);
      await writer.keeps(50 + 131 * time);
      await Promise.all([server.crash(), writer.kill()]);
      kept.push(...writer.kept);
      await server.start();
      await mustHold(await opened(url), kept);
    }
  });
});
