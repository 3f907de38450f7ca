import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, NO_DETAILS } from '../../../../src/knowledge/intake/draft.ts';
import { keepIntake, readIntakeRecords } from '../../../../src/knowledge/intake/shelving/intake-records.ts';
import { openShelver } from '../../../../src/knowledge/intake/shelving/shelve.ts';
import { listLibrary } from '../../../../src/knowledge/library/files.ts';
import { readLibrary } from '../../../../src/knowledge/library.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../../../support/library-folder.ts';

const FROM = { kind: 'page', name: 'https://post.example/ferry' } as const;
const CAPTION = { text: 'The ferry at the pier on Monday.', reason: 'caption' } as const;
const PROMOTION = { text: 'Read more', reason: 'promotion' } as const;

function draft(text: string, more: Partial<Draft> = {}): Draft {
  return {
    details: { ...NO_DETAILS, outlet: 'The Post', published: '2024-03-03', headline: 'Council votes' },
    stated: {},
    paragraphs: [text],
    leftOut: [CAPTION, PROMOTION],
    ...more,
  };
}

let library: LibraryFolder;
let folder: string;
beforeEach(async () => {
  library = await libraryFolder();
  folder = join(library.path, 'ferry');
});
const shelve = async (draft: Draft, more: object = {}) =>
  (await openShelver(library.path)).shelve(draft, { story: 'ferry', from: FROM, ...more });
const records = async () => Object.fromEntries(await readIntakeRecords(folder));
const raw = async () => JSON.parse(await readFile(join(folder, '.intake.json'), 'utf8')) as object;
const put = (value: unknown) => writeFile(join(folder, '.intake.json'), JSON.stringify(value));

describe('what is kept of an intake', () => {
  it('is when, from where, what was left out and why, and what could not be read', async () => {
    const doubts = ['"3 Mai" is no date that can be read.'];
    await shelve(draft('It passed.', { doubts }));
    const { 'the-post-2024-03-03': record, ...others } = await records();
    expect(others).toEqual({});
    expect(record).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      from: FROM,
      pieces: 2,
      leftOut: [CAPTION, PROMOTION],
      doubts,
    });
    expect(Math.abs(Date.now() - Date.parse(record?.at ?? ''))).toBeLessThan(60_000);
  });

  it('holds no caption that was kept as one', async () => {
    await shelve(draft('It passed.'), { keepCaptions: true });
    expect(await records()).toMatchObject({ 'the-post-2024-03-03': { pieces: 1, leftOut: [PROMOTION] } });
  });

  it('is of the version that was written last, and stays as it is where nothing is written', async () => {
    await shelve(draft('It passed.'));
    await shelve(draft('It failed.', { leftOut: [] }), { dryRun: true });
    const before = await raw();
    await shelve(draft('It passed.', { leftOut: [] }), { from: { kind: 'stdin', name: null } });
    expect(await raw()).toEqual(before);
    await shelve(draft('It failed.', { leftOut: [] }), { from: { kind: 'stdin', name: null } });
    expect(await records()).toMatchObject({
      'the-post-2024-03-03': { pieces: 0, leftOut: [], from: { kind: 'stdin' } },
    });
  });

  it('is nothing that the library reads, follows or complains about', async () => {
    const { file } = await shelve(draft('It passed.'));
    expect((await readdir(folder)).sort()).toEqual(['.intake.json', 'the-post-2024-03-03.md']);
    expect((await listLibrary(library.path)).files.map(({ slug, name }) => `${slug}/${name}`)).toEqual([
      file,
    ]);
    expect((await readLibrary(library.path)).problems).toEqual([]);
  });

  it('goes with its article, at the next one that is written', async () => {
    const { file } = await shelve(draft('It passed.'));
    await rm(join(library.path, file));
    expect(Object.keys(await records())).toEqual(['the-post-2024-03-03']);
    await shelve(draft('It rained.', { details: { ...NO_DETAILS, outlet: 'Bay Radio', headline: 'Rain' } }));
    expect(Object.keys(await records())).toEqual(['bay-radio-rain']);
  });

  it('loses nothing when several are kept at once', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `article-${at}`);
    await library.write(Object.fromEntries(ids.map((id) => [`ferry/${id}.md`, articleFile('It passed.')])));
    const intake = { draft: draft('It passed.'), from: FROM, kept: [] };
    await Promise.all(ids.map((id) => keepIntake(folder, id, intake)));
    expect(Object.keys(await records()).sort()).toEqual(ids.sort());
  });

  it('makes no folder of a story that has been taken away', async () => {
    await keepIntake(folder, 'a', { draft: draft('It passed.'), from: FROM, kept: [] });
    expect(await readdir(library.path)).toEqual([]);
  });

  it('is bounded, and says how much there was', async () => {
    const leftOut = Array.from({ length: 5_000 }, () => ({ ...PROMOTION, text: '😀'.repeat(5_000) }));
    await shelve(draft('It passed.', { leftOut }));
    const { 'the-post-2024-03-03': record } = await records();
    expect(record?.pieces).toBe(5_000);
    // The file is written anew for each article: each may have 40,000 characters of it.
    expect(record?.leftOut).toHaveLength(10);
    expect(record?.leftOut[0]?.text).toMatch(/^😀{1999}…$/u);
  });

  it('is the first two hundred pieces of many short ones', async () => {
    await shelve(draft('It passed.', { leftOut: Array.from({ length: 5_000 }, () => PROMOTION) }));
    expect((await records())['the-post-2024-03-03']?.leftOut).toHaveLength(200);
  });

  it('is of the newest articles where a story has too many that left much out', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `a${at}`);
    await library.write(Object.fromEntries(ids.map((id) => [`ferry/${id}.md`, articleFile('It passed.')])));
    const left = { text: 'x'.repeat(40_000), reason: 'comments' };
    const record = { at: '2026-11-25T12:00:00Z', from: FROM, pieces: 1, leftOut: [left], doubts: [] };
    await put(Object.fromEntries(ids.slice(0, -1).map((id) => [id, record])));
    await keepIntake(folder, 'a119', { draft: draft('It passed.'), from: FROM, kept: [] });
    const kept = Object.keys(await records());
    // Forty thousand letters each, four million in all.
    expect(kept.length).toBeGreaterThan(90);
    expect(kept).toEqual(ids.slice(-kept.length));
    expect(kept.length).toBeLessThanOrEqual(100);
  });

  it('is not worth failing for: the article is there', async () => {
    await mkdir(join(folder, '.intake.json'), { recursive: true });
    expect(await shelve(draft('It passed.'))).toMatchObject({ outcome: 'added' });
    expect(await records()).toEqual({});
    expect((await readdir(folder)).sort()).toEqual(['.intake.json', 'the-post-2024-03-03.md']);
  });
});

describe('reading what is kept', () => {
  const RECORD = { at: '2026-11-25T12:00:00Z', from: FROM, pieces: 1, leftOut: [PROMOTION], doubts: [] };
  beforeEach(() =>
    library.write({ 'ferry/a.md': articleFile('It passed.'), 'ferry/b.md': articleFile('No.') }),
  );

  it.each([
    ['nothing', null],
    ['no JSON', '{"a": {"at"'],
    ['a list', '[1]'],
    ['a text', '"a"'],
  ])('%s is nothing', async (_name, text) => {
    if (text !== null) await writeFile(join(folder, '.intake.json'), text);
    expect(await records()).toEqual({});
    await keepIntake(folder, 'a', { draft: draft('It passed.'), from: FROM, kept: [] });
    expect(Object.keys(await records())).toEqual(['a']);
  });

  it('a record that cannot be read costs no other, and a newer version finds its own again', async () => {
    const newer = { ...RECORD, from: { kind: 'carrier-pigeon', name: null } };
    const more = { ...RECORD, leftOut: [{ ...PROMOTION, reason: 'recipe', at: 7 }], mood: 'calm' };
    await library.write({ 'ferry/c.md': articleFile('So.') });
    await put({ a: newer, b: more, gone: RECORD });
    expect(await records()).toEqual({
      b: { ...RECORD, leftOut: [{ text: PROMOTION.text, reason: 'recipe' }] },
      gone: RECORD,
    });
    await keepIntake(folder, 'c', { draft: draft('So.'), from: FROM, kept: [] });
    expect(await raw()).toEqual({ a: newer, b: more, c: expect.anything() });
  });

  it('an article with the name of a prototype is one like others', async () => {
    await library.write({ 'ferry/__proto__.md': articleFile('It passed.') });
    await keepIntake(folder, '__proto__', { draft: draft('It passed.'), from: FROM, kept: [] });
    expect((await readIntakeRecords(folder)).get('__proto__')).toMatchObject({ pieces: 2 });
  });
});
