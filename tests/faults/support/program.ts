import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const LIBRARY = fileURLToPath(new URL('../../fixtures/library', import.meta.url));
/** In ms: how long something may take that takes a second where nothing else runs. */
const PATIENCE = 60_000;
// Programs are started one after the other, on machines that may have other things to do.
vi.setConfig({ testTimeout: 2 * PATIENCE, hookTimeout: 4 * PATIENCE });

/** What became of a program. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has said until now. */
  readonly output: { stdout: string; stderr: string };
  /** Resolves once it has said so; rejects when it ends without, or does not in time. */
  said(pattern: RegExp): Promise<void>;
  /** The port that it listens on, once it does. */
  port(): Promise<number>;
  readonly ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/**
 * Starts the real program, with nothing of this process's environment but where programs are found.
 *
 * @param args what stands after `nutgraf`
 * @param env its variables
 * @param how `root`: the folder of a copy of it; `stdio` and `cwd` as of `spawn`
 */
export function nutgraf(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  how: { readonly root?: string; readonly stdio?: SpawnOptions['stdio']; readonly cwd?: string } = {},
): Running {
  const { root = ROOT, stdio = ['ignore', 'pipe', 'pipe'], cwd = root } = how;
  return started(
    spawn(process.execPath, [`${root}/bin/nutgraf.js`, ...args], { cwd, env: around(env), stdio }),
  );
}

/** @returns the program's environment: it has a port of its own, and keeps nothing, unless told otherwise */
export function around(env: Readonly<Record<string, string>>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LEDGER_URL: 'off',
    WEB: 'off',
    PORT: '0',
    ...env,
  };
}

/** @returns a child process as a program whose words and end can be waited for */
export function started(child: ChildProcess): Running {
  running.add(child);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
    });
  }
  let over = false;
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    return { code, signal, ...output } as Ended;
  });
  async function said(pattern: RegExp): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!pattern.test(output.stdout + output.stderr)) {
      if (over || performance.now() > end) throw new Error(`${pattern} is not in ${JSON.stringify(output)}`);
      await sleep(10);
    }
  }
  return {
    child,
    output,
    said,
    async port() {
      await said(/"msg":"listening"/);
      return Number(/"port":(\d+),"msg":"listening"/.exec(output.stderr)?.[1]);
    },
    ended,
  };
}

/** @returns lines of the log that tell of something wrong, as they were written */
export function complaints({ stderr }: Pick<Ended, 'stderr'>): readonly string[] {
  return stderr.split('\n').filter((line) => /^\{"level":[45]0,/.test(line));
}

/** @returns what is for a person: lines that are none of the log's */
export function sentences({ stderr }: Pick<Ended, 'stderr'>): readonly string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{"level":'));
}
