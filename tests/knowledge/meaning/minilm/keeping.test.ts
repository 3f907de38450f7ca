import { appendFile, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type KeptFile, tooOld } from '../../../../src/knowledge/meaning/minilm/kept-files.ts';
import { asBytes, keyOf } from '../../../../src/knowledge/meaning/minilm/vector.ts';
import { vectorFilesIn } from '../../../../src/knowledge/meaning/minilm/vector-files.ts';
import { emptyFolder, openStandIn } from '../../../support/network/open.ts';

const TEXTS = ['The ferry sank', 'Barley grows slowly', 'The mill burned down'];
const keys = (texts: readonly string[]) => new Set(texts.map(keyOf));
const vector = (seed: number) => asBytes(Float32Array.from({ length: 384 }, (_, at) => Math.sin(seed + at)));
const RECORD = 420;
const HOUR = 3_600_000;

/** A folder in which the vectors of these texts are kept, each file by a process of its own. */
async function kept(...files: (readonly string[])[]) {
  const folder = await emptyFolder();
  for (const texts of files) {
    await vectorFilesIn(folder, { trouble: vi.fn() }).write(
      texts.map((text) => [keyOf(text), vector(text.length)] as const),
    );
  }
  const [path = ''] = await pathsIn(folder);
  const trouble = vi.fn();
  const store = vectorFilesIn(folder, { trouble });
  const found = async (texts: readonly string[]) => [...(await store.read(keys(texts))).keys()];
  return { folder, path, store, found, trouble };
}

const pathsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.vectors-1')).map((name) => join(folder, name));

describe('vectors on disk', () => {
  it('are not computed again by the next process', async () => {
    const first = await openStandIn();
    first.deep.prepare(TEXTS.slice(0, 2));
    await first.settled();
    await first.deep.close();
    const second = await openStandIn({ folder: first.folder });
    second.deep.prepare(TEXTS);
    await second.settled();
    expect(second.seen()).toEqual([TEXTS[2]]);
    const [same] = (await second.deep.cosines('the ferry sank', [TEXTS[0] ?? ''])) ?? [];
    expect(same).toBeCloseTo(1, 2);
  });

  it('are read as they were written, and only those that are wanted', async () => {
    const { store } = await kept(TEXTS);
    const read = await store.read(keys(['The mill burned down', 'Nobody wrote this']));
    expect([...read]).toEqual([[keyOf('The mill burned down'), vector('The mill burned down'.length)]]);
  });

  it('take 420 bytes each', async () => {
    const { path } = await kept(TEXTS);
    expect((await stat(path)).size).toBe(3 * RECORD);
  });

  it('go on in another file when one has become large', async () => {
    const { folder, store } = await kept();
    for (const from of [0, 5_000, 10_000]) {
      const keys = Array.from({ length: 5_000 }, (_, at) => keyOf(`Ledger line ${from + at}`));
      await store.write(keys.map((key) => [key, vector(1)] as const));
    }
    const sizes = await Promise.all((await pathsIn(folder)).map(async (path) => (await stat(path)).size));
    expect(sizes.sort((a, b) => b - a)).toEqual([10_000 * RECORD, 5_000 * RECORD]);
    expect((await store.read(keys(['Ledger line 7', 'Ledger line 14999']))).size).toBe(2);
  });

  it('lack the last one when writing it was cut short', async () => {
    const { folder, path, found } = await kept(TEXTS);
    await truncate(path, 3 * RECORD - 100);
    expect(await found(TEXTS)).toEqual(TEXTS.slice(0, 2).map(keyOf));
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('are rebuilt from what is good in a file that is spoilt, which is set aside', async () => {
    const { folder, path, found, trouble } = await kept(TEXTS);
    const file = await open(path, 'r+');
    await file.write(Buffer.from('spoilt'), 0, 6, RECORD + 50);
    await file.close();
    const good = [TEXTS[0] ?? '', TEXTS[2] ?? ''];
    expect(await found(TEXTS)).toEqual(good.map(keyOf));
    expect(await readdir(folder)).toContain('unreadable');
    const [rebuilt = '', ...more] = await pathsIn(folder);
    expect([rebuilt === path, more]).toEqual([false, []]);
    expect(await found(TEXTS)).toEqual(good.map(keyOf));
    expect(trouble).not.toHaveBeenCalled();
  });

  it('are looked for past a file of something else', async () => {
    const { folder, found } = await kept(TEXTS);
    await writeFile(join(folder, 'letter.vectors-1'), 'This is a letter. '.repeat(100));
    await writeFile(join(folder, 'notes.txt'), 'Nothing of ours.');
    expect(await found([...TEXTS, 'Nobody wrote this'])).toEqual(TEXTS.map(keyOf));
    expect((await readFile(join(folder, 'unreadable'), 'utf8')).slice(0, 17)).toBe('This is a letter.');
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('Nothing of ours.');
  });

  it('may be kept by two processes in one folder', async () => {
    const { folder, store, found } = await kept();
    const other = vectorFilesIn(folder, { trouble: vi.fn() });
    const entries = TEXTS.map((text) => [keyOf(text), vector(1)] as const);
    await Promise.all(entries.map((entry, at) => (at % 2 === 0 ? store : other).write([entry])));
    expect((await found(TEXTS)).sort()).toEqual(TEXTS.map(keyOf).sort());
    expect([...(await other.read(keys(TEXTS))).keys()]).toHaveLength(3);
  });

  it('are still appended by a process whose file another one has tidied away', async () => {
    const { folder, store, found } = await kept();
    await store.write([[keyOf('The ferry sank'), vector(1)]]);
    const [path = ''] = await pathsIn(folder);
    await rm(path);
    await store.write([[keyOf('Barley grows slowly'), vector(2)]]);
    expect(await found(TEXTS)).toEqual([keyOf('Barley grows slowly')]);
  });

  it('are gathered from many small files that nobody writes to any more', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => `Ledger line ${at}`);
    const { folder, found } = await kept(...texts.map((text) => [text]));
    const [busy = '', ...atRest] = await pathsIn(folder);
    for (const path of atRest)
      await utimes(path, (Date.now() - 2 * HOUR) / 1000, (Date.now() - 2 * HOUR) / 1000);
    expect(await found(texts)).toHaveLength(20);
    const left = await pathsIn(folder);
    expect(left).toHaveLength(2);
    expect(left).toContain(busy);
    expect(await found(texts)).toHaveLength(20);
  });

  it('that were used longest ago go when all take more than 256 MiB', () => {
    const file = (used: number): KeptFile => ({ path: `file ${used}`, size: 100 * 2 ** 20, used });
    expect(tooOld([file(4), file(3), file(2), file(1)]).map(({ used }) => used)).toEqual([2, 1]);
    expect(tooOld([file(2), file(1)])).toEqual([]);
  });

  it('are told of once when they cannot be kept, and serve from memory', async () => {
    const folder = join(await emptyFolder(), 'a file');
    await appendFile(folder, '');
    const { deep, settled, news } = await openStandIn({ folder });
    deep.prepare(Array.from({ length: 20 }, (_, at) => `Ledger line ${at}`));
    await settled();
    expect(news.trouble).toHaveBeenCalledTimes(1);
    expect(news.trouble.mock.calls[0]?.[0]).toContain('NUTGRAF_CACHE');
    expect(await deep.cosines('Which line?', ['Ledger line 19'])).toHaveLength(1);
  });
});
