import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  IntakeError,
  openReader,
  type ReaderThread,
  readerHere,
} from '../../../src/knowledge/intake/index.ts';
import { pageWith, rssWith } from '../../support/news-site.ts';

const ADDRESS = 'https://courier.example/ice';
const TEXT =
  'The ice on the northern fjord broke up on Sunday, two weeks earlier than in any year since 1931.';
const MORE = 'Fishing boats left the harbour of Vik for the first time in four months.';
const PATIENT = { every: 1_000, patience: 30 };

let folder: string;
let program: URL;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nutgraf-reader-'));
  const sources = join(import.meta.dirname, '../../../src/knowledge/intake');
  const bundle = await rolldown({
    input: ['reader-worker', 'reader-thread'].map((name) => join(sources, `${name}.ts`)),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  program = pathToFileURL(join(folder, 'reader-worker.js'));
}, 60_000);
const opened: ReaderThread[] = [];
afterAll(async () => {
  await Promise.all(opened.map((reader) => reader.close()));
  await rm(folder, { recursive: true, force: true });
});

function open(options: Partial<Parameters<typeof openReader>[0]> = {}): ReaderThread {
  const reader = openReader({ program, ...PATIENT, ...options });
  opened.push(reader);
  return reader;
}

/** A program that answers what it is told to, and not at all to `hang`, and takes more memory than it may have to `eat`. */
async function standIn(): Promise<URL> {
  const file = join(folder, 'stand-in.mjs');
  await writeFile(
    file,
    `import { parentPort } from 'node:worker_threads';
    let count = 0;
    parentPort.on('message', ({ args: [{ text }] }) => {
      if (text === 'hang') for (;;);
      if (text === 'eat') for (const all = []; ; ) all.push(new Array(1e6).fill(all.length));
      if (text === 'fail') throw new RangeError('a mistake of ours');
      count += 1;
      parentPort.postMessage({ kind: 'done', value: text === 'count' ? count : text });
    });`,
  );
  return pathToFileURL(file);
}

const material = (text: string) => ({ text, name: null, address: ADDRESS, contentType: 'text/html' });

describe('a reader with a thread of its own', () => {
  it('makes the same of pages and feeds as one without', async () => {
    const [aside, page] = [open(), pageWith('Ice breaks up', [TEXT, MORE])];
    const given = { outlet: 'The Courier' };
    expect(await aside.material(material(page), given)).toEqual(
      await readerHere.material(material(page), given),
    );
    const items = [{ id: '1', title: 'Ice breaks up', path: '/ice' }];
    const feed = await aside.feed(rssWith('https://courier.example', items), ADDRESS);
    expect(feed).toEqual(await readerHere.feed(rssWith('https://courier.example', items), ADDRESS));
    const [item] = feed.items;
    if (item === undefined) throw new Error('no item');
    const whole = { ...item, content: `<p>${TEXT}</p><p>${MORE}</p>`, summary: TEXT };
    expect(await aside.item(whole, feed)).toMatchObject({ paragraphs: [TEXT, MORE] });
    expect(await aside.item(whole, feed)).toEqual(await readerHere.item(whole, feed));
    expect(await aside.summary(whole, feed)).toEqual(await readerHere.summary(whole, feed));
  });

  it('refuses what it refuses, with the same code and sentence', async () => {
    const feed = await readerHere.material(material('{"version": 1}')).catch((error: unknown) => error);
    const refused = await open()
      .material(material('{"version": 1}'))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(IntakeError);
    expect(refused).toMatchObject({ code: 'no-article', message: (feed as IntakeError).message });
  });

  it('gives up what takes too long, and goes on with what waits behind it', async () => {
    const reader = open({ program: await standIn(), every: 20, patience: 25 });
    const [before, hanging, behind] = ['one', 'hang', 'two'].map((text) => reader.material(material(text)));
    await expect(hanging).rejects.toMatchObject({ name: 'IntakeError', code: 'too-much' });
    expect(await Promise.all([before, behind])).toEqual(['one', 'two']);
  });

  it('gives up what takes too much memory, without the process', { timeout: 60_000 }, async () => {
    const reader = open({ program: await standIn() });
    const [eating, behind] = ['eat', 'two'].map((text) => reader.material(material(text)));
    await expect(eating).rejects.toMatchObject({ name: 'IntakeError', code: 'too-much' });
    expect(await behind).toBe('two');
  });

  it('passes a mistake of ours on, and goes on', async () => {
    const reader = open({ program: await standIn() });
    await expect(reader.material(material('fail'))).rejects.toThrow('a mistake of ours');
    expect(await reader.material(material('two'))).toBe('two');
  });

  it('rejects what cannot be handed to its thread, and goes on', async () => {
    const reader = open({ program: await standIn() });
    const uncopied = { ...material('one'), name: (() => 'a function') as unknown as string };
    const given = [uncopied, material('two')].map((each) => reader.material(each));
    await expect(given[0]).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await given[1]).toBe('two');
  });

  it.each([
    ['has nothing to read', 'one'],
    ['reads', 'hang'],
  ])('keeps no process alive while it %s', { timeout: 60_000 }, async (_, text) => {
    const reader = pathToFileURL(join(folder, 'reader-thread.js'));
    const script = `import { openReader } from '${reader}';
      const reader = openReader({ program: new URL('${await standIn()}'), every: 1_000, patience: 3_600 });
      const read = reader.material({ text: 'one', name: null, address: null, contentType: null });
      const hold = setInterval(() => undefined, 1_000);
      await read;
      void reader.material({ text: '${text}', name: null, address: null, contentType: null });
      setTimeout(() => clearInterval(hold), 500);`;
    const file = join(folder, `${text}.mjs`);
    await writeFile(file, script);
    // One that is kept alive is ended, which rejects.
    await promisify(execFile)(process.execPath, [file], { timeout: 30_000 });
  });

  it('ends when nothing has been read for a while, and begins again', { timeout: 30_000 }, async () => {
    const reader = open({ program: await standIn(), every: 100, patience: 10 });
    const count = () => reader.material(material('count'));
    expect([await count(), await count()]).toEqual([1, 2]);
    await expect.poll(count, { interval: 1_500, timeout: 15_000 }).toBe(1);
  });

  it('gives up what it has when it is closed, and takes nothing more', async () => {
    const reader = open({ program: await standIn() });
    const given = ['hang', 'two'].map((text) => reader.material(material(text)));
    const refusals = given.map((each) => each.catch(({ code }: IntakeError) => code));
    await reader.close();
    await reader.close();
    const late = reader.material(material('three')).catch(({ code }: IntakeError) => code);
    expect(await Promise.all([...refusals, late])).toEqual(['closed', 'closed', 'closed']);
  });
});
