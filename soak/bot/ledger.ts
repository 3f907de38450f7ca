import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';

/** What the ledgers of the processes can be made to suffer. */
export interface LedgerControl {
  /** `LEDGER_URL` of a process. */
  url(bot: string): string;
  /** Holds them for so long, in ms, so that nothing can be written. */
  lock(ms: number): Promise<void>;
  /** Takes them away for so long, in ms. */
  away(ms: number): Promise<void>;
  end(): Promise<void>;
}

/** @returns ledgers that are none: what happens to them happens to nobody */
export function noLedger(): LedgerControl {
  const nothing = async (ms: number) => void (await sleep(ms));
  return { url: () => 'off', lock: nothing, away: nothing, end: async () => undefined };
}

/**
 * Each is reached through a link, so that it goes and comes back in one step, as a disk does that is mounted: where its
 * files are moved one after the other, SQLite may read one of before with one of after, and that is no ledger.
 *
 * @param folder where their files are
 * @param names of the processes, each of which has one
 * @returns ledgers in SQLite
 */
export function sqliteLedgers(folder: string, names: readonly string[]): LedgerControl {
  const links = names.map((name) => join(folder, `ledger-of-${name}`));
  const files = links.map((link) => join(link, 'ledger.db'));
  let count = 0;

  function lead(to: string): void {
    for (const link of links) {
      mkdirSync(`${link}-${to}`, { recursive: true });
      symlinkSync(`${link}-${to}`, `${link}-next`, 'junction');
      renameSync(`${link}-next`, link);
    }
  }
  lead('kept');

  return {
    url: (bot) => `file:${join(folder, `ledger-of-${bot}`, 'ledger.db')}`,
    async lock(ms) {
      const held = files.map((file) => new Libsql(file, { timeout: 5_000 }));
      for (const database of held) database.exec('BEGIN EXCLUSIVE');
      await sleep(ms);
      for (const database of held) {
        database.exec('ROLLBACK');
        database.close();
      }
    },
    async away(ms) {
      count += 1;
      lead(`another-${count}`);
      await sleep(ms);
      lead('kept');
    },
    end: async () => undefined,
  };
}

/**
 * The first process keeps its ledger in PostgreSQL, the others in SQLite: they stand for other installations.
 *
 * @param url of an empty database
 * @param others ledgers of the others
 * @returns ledgers, of which the first is reached through a way that can be cut
 */
export async function postgresLedger(url: string, others: LedgerControl): Promise<LedgerControl> {
  const to = new URL(url);
  const [open, refused] = [new Set<Socket>(), { is: false }];
  const server = createServer((socket) => {
    if (refused.is) return void socket.destroy();
    const onward = createConnection(Number(to.port || 5432), to.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  let first: string | null = null;
  return {
    url(bot) {
      first ??= bot;
      return bot === first ? through.href : others.url(bot);
    },
    async lock(ms) {
      for (const socket of open) socket.pause();
      await others.lock(ms);
      for (const socket of open) socket.resume();
    },
    async away(ms) {
      refused.is = true;
      for (const socket of open) socket.destroy();
      await others.away(ms);
      refused.is = false;
    },
    async end() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
