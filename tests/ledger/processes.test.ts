import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from './ledger-contract.ts';
import { ledgerPath, opened } from './ledger-file.ts';

/** Begins at the given time, adds so many entries one after the other, and says of each when it is kept. */
const WRITER = `
import { sqliteLedger } from './sqlite.js';
const [path, name, count, at] = process.argv.slice(2);
while (Date.now() < Number(at));
const ledger = await sqliteLedger(path, null, Date.now);
for (let index = 0; index < Number(count); index += 1) {
  const entry = ${JSON.stringify(entryOf())};
  await ledger.journal.add({ ...entry, at: index, place: name, question: name + ' ' + index });
  await ledger.settings.change('shared', { [index % 2 === 0 ? 'unfurl' : 'followUps']: true });
  process.stdout.write(index + '\\n');
}
await ledger.close();
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nutgraf-writer-'));
  const bundle = await rolldown({ input: 'src/ledger/sqlite.ts', platform: 'node', external: ['libsql'] });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'writer.js'), WRITER);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function writer(path: string, name: string, count: number, at: number) {
  const child = spawn(process.execPath, [join(folder, 'writer.js'), path, name, `${count}`, `${at}`]);
  const kept: string[] = [];
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => kept.push(...(text.match(/\d+\n/g) ?? [])));
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
});
