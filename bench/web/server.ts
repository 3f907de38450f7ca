import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Server {
  readonly name: string;
  readonly origin: string;
  /** Seconds that its process has computed so far. */
  cpu(): Promise<number>;
  /** Bytes that its process takes; `null` where it does not say. */
  memory(): Promise<number | null>;
  stop(): Promise<void>;
}

/** From the bundle in `bench/dist`. */
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The page, as `npm start` opens it for somebody who has set nothing. */
export function openPage(): Promise<Server> {
  return open('the page', [at('bin/nutgraf.js'), 'start', '--data', at('data')]);
}

/** What does least. */
export function openReference(): Promise<Server> {
  return open('a server that does nothing', [at('bench/web/reference-server.js')]);
}

async function open(name: string, args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info' },
  });
  const origin = `http://127.0.0.1:${await portOf(child, name)}`;
  const read = async (metric: string) => {
    const text = await (await fetch(`${origin}/metrics`)).text();
    const found = new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  return {
    name,
    origin,
    cpu: async () => (await read('process_cpu_seconds_total')) ?? Number.NaN,
    memory: () => read('process_resident_memory_bytes'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** It says so in the log when it listens. */
function portOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    if (child.stderr === null) return;
    createInterface(child.stderr).on('line', (line) => {
      const { msg, port } = line.startsWith('{') ? JSON.parse(line) : {};
      if (msg === 'the page is open') resolve(port);
    });
  });
}
