import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../../scripts/build.js';

/** `nutgraf start`, as it is installed: in a folder of its own, so that nothing that is built meanwhile disturbs it. */
export interface Program {
  /** Starts it; resolves once it takes questions. */
  start(env: Readonly<Record<string, string>>): Promise<Running>;
  /** Ends all of them, and removes the folder. */
  end(): Promise<void>;
}

export interface Running {
  /** Where it listens; `null` where it does not. */
  readonly port: number | null;
  /** Lines of its log that tell of something wrong. */
  readonly complaints: readonly string[];
  kill(): Promise<void>;
}

/** In ms. */
const STARTS_WITHIN = 60_000;
/** Level of a warning, as it stands in the log. */
const WARNING = 40;

export async function program(): Promise<Program> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-program-'));
  for (const part of ['bin', 'dist', 'package.json', 'tests/fixtures/library']) {
    await cp(part, join(folder, part), { recursive: true });
  }
  for (const part of ['node_modules', 'models']) {
    await symlink(resolve(part), join(folder, part), 'junction');
  }
  const running = new Set<Running>();
  return {
    async start(env) {
      const own = { PATH: process.env.PATH ?? '', WEB: 'off', HOST: '127.0.0.1', PORT: '0', ...env };
      const args = ['bin/nutgraf.js', 'start', '--data', 'tests/fixtures/library'];
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: own,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const started = await upAndRunning(child);
      running.add(started);
      return started;
    },
    async end() {
      await Promise.all([...running].map((each) => each.kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function upAndRunning(child: ChildProcess): Promise<Running> {
  const ended = once(child, 'exit');
  const complaints: string[] = [];
  let port: number | null = null;
  let rest = '';
  const connected = new Promise<void>((done, fail) => {
    const late = setTimeout(
      () => fail(new Error(`it does not start: ${complaints.join('\n')}`)),
      STARTS_WITHIN,
    );
    ended.then(() => fail(new Error(`it has ended: ${complaints.join('\n')}`)), fail);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { level = WARNING, msg, port: said } = factsOf(line);
        if (typeof said === 'number') port = said;
        if (level >= WARNING) complaints.push(line);
        if (msg !== 'connected to Slack') continue;
        clearTimeout(late);
        done();
      }
    });
  });
  await connected;
  return {
    get port() {
      return port;
    },
    complaints,
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}

function factsOf(line: string): { level?: number; msg?: unknown; port?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
