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
  /** Ends its first process in the middle of what it is doing; the others end as soon as they notice. */
  crash(): Promise<void>;
  /** From now on it keeps what it is given and does not say so. Resolves once somebody waits for its word. */
  mute(): Promise<void>;
  unmute(): Promise<void>;
  /** Starts it again where it was stopped, or has crashed. */
  start(): Promise<void>;
  /** Leaves its connections open, and answers nothing. */
  hang(): Promise<void>;
  goOn(): void;
  /** Stops it and removes its folder. */
  end(): Promise<void>;
}

/** PostgreSQL lets no superuser of the system run it; this one has no rights at all. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** In ms: after a crash it reads what was written since its last checkpoint. */
const START_WITHIN = 20_000;

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
  function spawned(): ChildProcess {
    const options = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
    return spawn(join(programs, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
  }
  function answers(): Promise<boolean> {
    return sql(addressOf('postgres'), 'SELECT 1').then(
      () => true,
      () => false,
    );
  }
  async function start(): Promise<void> {
    if (child !== null) return;
    const until = Date.now() + START_WITHIN;
    child = spawned();
    while (!(await answers())) {
      if (Date.now() > until) throw new Error(`postgres does not start: it ended with ${child.exitCode}`);
      // As long as processes of a crashed one are there, no other may begin in their folder.
      if (child.exitCode !== null) child = spawned();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async function end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    child = null;
    await ended;
  }
  const stop = () => end('SIGINT');
  /** With a standby to wait for that does not exist, a commit is on the disk and never told of. */
  async function setStandby(name: string): Promise<void> {
    const postgres = addressOf('postgres');
    await sql(postgres, `ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
    await sql(postgres, 'SELECT pg_reload_conf()');
  }
  async function mute(): Promise<void> {
    await setStandby('nobody');
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    while ((await sql(addressOf('postgres'), waiting)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
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
    crash: () => end('SIGKILL'),
    mute,
    unmute: () => setStandby(''),
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
