import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, entryOf } from './ledger-contract.ts';
import { ledgerPath, opened } from './ledger-file.ts';

/** Begins at the given time, adds so many entries one after the other, and says of each when it is kept. */
const WRITER = `
import { openLedger } from './open.js';
const [path, name, count, at] = process.argv.slice(2);
while (Date.now() < Number(at));
const wish = { store: { kind: 'sqlite', file: path }, stated: true, key: null, keep: null };
const ledger = await openLedger(wish, console);
for (let index = 0; index < Number(count); index += 1) {
  const entry = ${JSON.stringify(entryOf())};
  await ledger.journal.add({ ...entry, at: index, place: name, question: name + ' ' + index });
  await ledger.settings.change('shared', { [index % 2 === 0 ? 'unfurl' : 'followUps']: true });
  process.stdout.write(index + '\\n');
}
await ledger.close();
`;

/** Adds entries, threads and answers, many at once, until it is killed, and says of each when it is kept. */
const BUSY = `
import { openLedger } from './open.js';
const [path, name] = process.argv.slice(2);
const wish = { store: { kind: 'sqlite', file: path }, stated: true, key: null, keep: null };
const ledger = await openLedger(wish, console);
const [entry, answer] = [${JSON.stringify(entryOf())}, ${JSON.stringify(answerOf())}];
let next = 0;
async function busy() {
  for (;;) {
    const index = next++;
    const id = name + ' ' + index;
    await Promise.all([
      ledger.journal.add({ ...entry, at: index, place: name, question: id }),
      ledger.threads.set(id, { own: true, turns: [] }),
      ledger.answers.set({ ...answer, message: id, quotes: [{ ...answer.quotes[0], article: id }] }),
    ]);
    process.stdout.write(index + '\\n');
  }
}
for (let many = 0; many < 50; many += 1) void busy();
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nutgraf-writer-'));
  const bundle = await rolldown({
    input: 'src/ledger/open.ts',
    platform: 'node',
    external: ['libsql', 'pg'],
  });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'writer.js'), WRITER);
  await writeFile(join(folder, 'busy.js'), BUSY);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function writer(path: string, name: string, count: number, at: number) {
  return run('writer.js', path, name, `${count}`, `${at}`);
}

/** Runs a program, which says a number in each line. */
function run(program: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [join(folder, program), ...args]);
  const kept: string[] = [];
  let errors = '';
  let half = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    // A number may come in two pieces.
    const lines = (half + text).split('\n');
    half = lines.pop() ?? '';
    kept.push(...lines);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, errors }));
  return { child, kept, ended };
}

describe('several processes', () => {
  it('may start at once on a ledger that is not there yet, and write all they have', async () => {
    const path = await ledgerPath();
    // Later than any of them takes to load: they meet when they open the file.
    const at = Date.now() + 1_000;
    const writers = ['a', 'b', 'c', 'd'].map((name) => writer(path, name, 50, at));
    for (const { ended } of writers) expect(await ended).toEqual({ code: 0, errors: '' });
    const { journal, settings } = await opened(path);
    const questions = (await journal.list('question', 999)).map(({ question }) => question);
    expect(questions).toHaveLength(200);
    expect(new Set(questions).size).toBe(200);
    expect(await settings.get('shared')).toEqual({ unfurl: true, followUps: true });
  });

  it('may be killed while they write: what was kept is there, and the others go on', async () => {
    const path = await ledgerPath();
    const { threads, journal } = await opened(path);
    for (const name of ['a', 'b', 'c']) {
      const { child, kept, ended } = writer(path, name, 1_000_000, 0);
      while (kept.length < 20) await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await ended;
      const added = (await journal.list('question', 1_000_000)).filter(({ place }) => place === name);
      // The last may have been kept without a word.
      expect([kept.length, kept.length + 1]).toContain(added.length);
      await threads.set(name, { own: true, turns: [] });
    }
    const again = await opened(path);
    expect(await again.threads.get('c')).toEqual({ own: true, turns: [] });
  });

  it('may be killed twenty times while many write at once: all that was kept is there, whole', {
    timeout: 180_000,
  }, async () => {
    const path = await ledgerPath();
    for (let time = 0; time < 20; time += 1) {
      const name = `of process ${time}`;
      const { child, kept, ended } = run('busy.js', path, name);
      // At another moment each time.
      while (kept.length < 50 + 31 * time) await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await ended;
      // Opening looks for damage.
      const { journal, threads, answers, close } = await opened(path);
      const ids = kept.map((index) => `${name} ${index}`);
      const added = (await journal.within({ from: 0, to: 1_000_000 })).filter(({ place }) => place === name);
      const questions = added.map(({ question }) => question);
      expect(new Set(questions).size).toBe(questions.length);
      expect(ids.filter((id) => !questions.includes(id))).toEqual([]);
      for (const id of ids.slice(-20)) {
        expect(await threads.get(id)).toEqual({ own: true, turns: [] });
        expect(await answers.quoting('ferry', id)).toHaveLength(1);
      }
      await close();
    }
  });
});
