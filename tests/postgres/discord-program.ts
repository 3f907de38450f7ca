import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfStale } from '../../scripts/build.js';

/** `nutgraf start`, as it is installed: in a folder of its own, so that nothing that is built meanwhile disturbs it. */
export interface Program {
  /** Starts it; resolves once it is connected to Discord. */
  start(env: Readonly<Record<string, string>>): Promise<Running>;
  /** Ends all of them, and removes the folder. */
  end(): Promise<void>;
}

export interface Running {
  /** What its log tells. */
  readonly log: readonly string[];
  /** Ends it in the middle of what it is doing, or tells it to stop; resolves when it has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** In ms: some two seconds where nothing else runs. */
const STARTS_WITHIN = 60_000;

/** @returns the program, ready to be started */
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
      const args = ['bin/nutgraf.js', 'start', '--data', 'tests/fixtures/library'];
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', WEB: 'off', PORT: '0', ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(child, 'exit');
      const log: string[] = [];
      const connected = new Promise<void>((done) => {
        createInterface(child.stderr).on('line', (line) => {
          log.push(line);
          if (line.includes('connected to Discord')) done();
        });
      });
      const started = {
        log,
        async end(signal: 'SIGKILL' | 'SIGTERM') {
          child.kill(signal);
          await ended;
          running.delete(started);
        },
      };
      running.add(started);
      const failed = Promise.race([
        ended,
        new Promise((late) => setTimeout(late, STARTS_WITHIN).unref()),
      ]).then(() => {
        throw new Error(`it does not start: ${log.join('\n')}`);
      });
      await Promise.race([connected, failed]);
      failed.catch(() => undefined);
      return started;
    },
    async end() {
      await Promise.all([...running].map((each) => each.end('SIGKILL')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
