import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfStale } from '../../scripts/build.js';

/** `nutgraf start`, as it is installed: in a folder of its own, so that nothing that is built meanwhile disturbs it. */
export interface Program {
  /** Starts it; resolves once it is connected. */
  start(env: Readonly<Record<string, string>>): Promise<Running>;
  /** Ends all of them, and removes the folder. */
  end(): Promise<void>;
}

/** How it is started, where that is not as usual. */
export interface Manner {
  /** What its log says once it is connected to what it is to be connected to. */
  readonly ready: `connected to ${'Slack' | 'Discord'}` | 'started';
  /** Folder of its library. */
  readonly library?: string;
  /** Options of Node. */
  readonly node?: readonly string[];
}

export interface Running {
  /** With a channel for messages to it where options of Node are given, such as to import what listens to them. */
  readonly child: ChildProcess;
  /** Where it listens; `null` where it does not. */
  readonly port: number | null;
  /** Lines of its log that tell of something wrong. */
  readonly complaints: readonly string[];
  /** Ends it in the middle of what it is doing, or tells it to stop; resolves when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** In ms: some two seconds where nothing else runs. */
const STARTS_WITHIN = 60_000;
/** Level of a warning, as it stands in the log. */
const WARNING = 40;

/**
 * @param manner how it is started
 * @returns the program, ready to be started
 */
export async function program({
  ready,
  library = 'tests/fixtures/library',
  node = [],
}: Manner): Promise<Program> {
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
      const args = [...node, 'bin/nutgraf.js', 'start', '--data', library];
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', WEB: 'off', HOST: '127.0.0.1', PORT: '0', ...env },
        stdio: ['ignore', 'ignore', 'pipe', ...(node.length === 0 ? [] : (['ipc'] as const))],
      });
      const { started, connected } = watched(child, ready);
      running.add(started);
      await connected;
      return started;
    },
    async end() {
      await Promise.all([...running].map((each) => each.end('SIGKILL')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param ready what its log says once it is connected */
function watched(child: ChildProcess, ready: string): { started: Running; connected: Promise<void> } {
  const ended = once(child, 'exit');
  const complaints: string[] = [];
  let port: number | null = null;
  const connected = new Promise<void>((done, fail) => {
    const failed = (what: string) => fail(new Error(`it ${what}: ${complaints.join('\n')}`));
    const late = setTimeout(() => failed('does not start'), STARTS_WITHIN);
    ended.then(() => failed('has ended'), fail);
    if (child.stderr === null) return;
    createInterface(child.stderr).on('line', (line) => {
      const { level = WARNING, msg, port: said } = factsOf(line);
      if (typeof said === 'number') port = said;
      if (level >= WARNING) complaints.push(line);
      if (msg !== ready) return;
      clearTimeout(late);
      done();
    });
  });
  const started = {
    child,
    get port() {
      return port;
    },
    complaints,
    async end(signal: 'SIGKILL' | 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
  return { started, connected };
}

function factsOf(line: string): { level?: number; msg?: unknown; port?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
