import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { answerOf, entryOf } from '../ledger/ledger-contract.ts';

/** A process that writes. */
export interface Writer {
  /** What it was told is kept, each by the text of its question, in that order. */
  readonly kept: readonly string[];
  /** Resolves when it was told so of so many more; rejects when it ends before. */
  keeps(more: number): Promise<void>;
  /** Ends it in the middle of what it is doing. */
  kill(): Promise<void>;
  /** Lets it finish what it has begun. Rejects when it does not end well. */
  finish(): Promise<void>;
}

/** Programs that write, in a folder of their own. */
export interface Writers {
  /** @returns a writer under that name on a database */
  begin(url: string, name: string): Writer;
  /** Ends all of them. */
  end(): Promise<void>;
}

/**
 * Node 20 reads no TypeScript.
 *
 * @param program which of them
 */
export async function writers(program = new URL('./busy-writer.ts', import.meta.url)): Promise<Writers> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-writer-'));
  const bundle = await rolldown({
    input: { writer: fileURLToPath(program) },
    platform: 'node',
    external: ['libsql', 'pg'],
  });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const running = new Set<Writer>();
  return {
    begin(url, name) {
      const own = [url, name, JSON.stringify(entryOf()), JSON.stringify(answerOf())];
      const writer = writerOf(
        spawn(process.execPath, [join(folder, 'writer.js'), ...own], { stdio: ['pipe', 'pipe', 'pipe'] }),
      );
      running.add(writer);
      return writer;
    },
    async end() {
      for (const writer of running) await writer.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function writerOf(child: ChildProcessByStdio<Writable, Readable, Readable>): Writer {
  const kept: string[] = [];
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // Only whole lines: of the last one, a part may have been said.
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    kept.push(...lines);
  });
  let hasEnded = false;
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    hasEnded = true;
    return code;
  });
  return {
    kept,
    async keeps(more) {
      const wanted = kept.length + more;
      while (kept.length < wanted) {
        if (hasEnded) throw new Error(`The writer has ended: ${errors}`);
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async finish() {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`The writer ended with ${code}: ${errors}`);
    },
  };
}
