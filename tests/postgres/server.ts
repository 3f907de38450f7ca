import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** A server of its own, on a socket in a folder of its own. */
export interface Server {
  /** @returns the address of a new, empty database */
  database(options?: string): Promise<string>;
  /** Runs SQL on a database, past the ledger. */
  sql(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends it, and cuts every connection. */
  stop(): Promise<void>;
  /** Starts it again where it was stopped. */
  start(): Promise<void>;
  /** Leaves its connections open, and answers nothing. */
  hang(): Promise<void>;
  goOn(): void;
  /** Stops it and removes its folder. */
  end(): Promise<void>;
}

/** PostgreSQL lets no superuser of the system run it; this one has no rights at all. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** @returns the folder of the newest PostgreSQL; `null` where none is installed */
export function installedPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name)))) ?? null
  );
}

/** @returns a server that takes connections */
export async function startServer(programs: string): Promise<Server> {
  const user = process.getuid?.() === 0 ? NOBODY : null;
  // Short: the path of a socket has at most 107 characters.
  const folder = await mkdtemp(join(tmpdir(), 'ng-pg-'));
  if (user !== null) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'nutgraf', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
  let child: ChildProcess | null = null;
  let count = 0;
  const hanging: number[] = [];

  const addressOf = (name: string) => `postgres:///${name}?host=${encodeURIComponent(folder)}&user=nutgraf`;
  async function sql(url: string, text: string) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  async function start(): Promise<void> {
    if (child !== null) return;
    const options = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
    const started = spawn(join(programs, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
    child = started;
    for (;;) {
      if (started.exitCode !== null) throw new Error(`postgres ended with ${started.exitCode}`);
      if (
        await sql(addressOf('postgres'), 'SELECT 1').then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async function stop(): Promise<void> {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    child = null;
    await ended;
  }
  await start();
  return {
    async database(options = '') {
      count += 1;
      const name = `ledger_${count}`;
      await sql(addressOf('postgres'), `CREATE DATABASE ${name} ${options}`);
      return addressOf(name);
    },
    sql,
    stop,
    start,
    async hang() {
      // Each connection has a process of its own.
      const found = await sql(addressOf('postgres'), 'SELECT pid FROM pg_stat_activity');
      hanging.push(...[child?.pid, ...found.map(({ pid }) => pid)].filter((pid) => typeof pid === 'number'));
      signalAll(hanging, 'SIGSTOP');
    },
    goOn: () => signalAll(hanging.splice(0), 'SIGCONT'),
    async end() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function signalAll(pids: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
