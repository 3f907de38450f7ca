import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Details, type Draft, NO_DETAILS } from '../../../../src/knowledge/intake/draft.ts';
import { openShelver } from '../../../../src/knowledge/intake/shelving/shelve.ts';
import { readLibrary } from '../../../../src/knowledge/library.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../../../support/library-folder.ts';

const POST: Partial<Details> = { outlet: 'The Post', headline: 'Council votes', published: '2024-03-03' };

function draft(paragraphs: readonly string[], details: Partial<Details> = POST): Draft {
  return {
    details: { ...NO_DETAILS, ...details },
    stated: {},
    paragraphs,
    leftOut: [
      { text: 'The ferry at the pier on Monday.', reason: 'caption' },
      { text: 'Read more', reason: 'promotion' },
    ],
  };
}

const FROM = { kind: 'file', name: 'copy.txt' } as const;

let library: LibraryFolder;
beforeEach(async () => {
  library = await libraryFolder();
});
const filesIn = async () =>
  (await readdir(library.path, { recursive: true })).filter((name) => !name.endsWith('.intake.json')).sort();

describe('putting an article into a library', () => {
  it('writes it under its outlet and date, readable, and nothing beside it', async () => {
    const shelver = await openShelver(library.path);
    const shelved = await shelver.shelve(draft(['It passed. It rained.']), { story: 'ferry', from: FROM });
    expect(shelved).toMatchObject({
      outcome: 'added',
      file: 'ferry/the-post-2024-03-03.md',
      sentences: 2,
      alsoIn: [],
    });
    expect(await filesIn()).toEqual(['ferry', 'ferry/the-post-2024-03-03.md']);
    const { stories, problems } = await readLibrary(library.path);
    expect(problems).toEqual([]);
    expect(stories[0]?.articles[0]).toMatchObject({ ...POST, body: 'It passed. It rained.' });
  });

  it('writes nothing when it is only to say what it would', async () => {
    const shelver = await openShelver(join(library.path, 'none'));
    const shelved = await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM, dryRun: true });
    expect(shelved).toMatchObject({ outcome: 'added', text: expect.stringContaining('It passed.') });
    expect(await filesIn()).toEqual([]);
  });

  it.each<[string, Partial<Details>, Partial<Details>]>([
    [
      'the same address',
      { ...POST, url: 'https://a.example/x' },
      { outlet: 'Post', url: 'https://www.a.example/x/?utm_source=y#z' },
    ],
    [
      'the same outlet, headline and date',
      POST,
      { ...POST, outlet: 'THE POST', published: '2024-03-03T10:00:00Z', url: 'https://a.example/y' },
    ],
  ])('updates an article that comes again with %s', async (_name, first, second) => {
    const shelver = await openShelver(library.path);
    await shelver.shelve(draft(['It passed.', 'It rained.', 'All went home.'], first), {
      story: 'ferry',
      from: FROM,
    });
    const again = await (await openShelver(library.path)).shelve(
      draft(['It passed.', 'It snowed.', 'All went home.'], second),
      { story: 'ferry', from: FROM },
    );
    expect(again).toMatchObject({ outcome: 'updated', fresh: ['It snowed.'], gone: ['It rained.'] });
    expect((await filesIn()).filter((name) => name.endsWith('.md'))).toHaveLength(1);
    expect((await readLibrary(library.path)).stories[0]?.articles[0]?.body).toContain('It snowed.');
  });

  it('updates an article without a headline that shares most of its sentences', async () => {
    const shelver = await openShelver(library.path);
    const nameless = { ...POST, headline: null };
    await shelver.shelve(draft(['One. Two. Three.', 'Four. Five. Six. Seven.'], nameless), {
      story: 'ferry',
      from: FROM,
    });
    const again = draft(['One. Two. Three.', 'Four. Five! Six. Seven.'], POST);
    expect(await shelver.shelve(again, { story: 'ferry', from: FROM })).toMatchObject({
      outcome: 'updated',
      like: null,
    });
  });

  it('takes two reports that only begin alike for two, and says so', async () => {
    const shelver = await openShelver(library.path);
    const met = 'The council met on Monday. The mayor was present.';
    const nameless = { ...POST, headline: null };
    const { file } = await shelver.shelve(draft([`${met} It closed the pool. The pool is old.`], nameless), {
      story: 'ferry',
      from: FROM,
    });
    const other = await shelver.shelve(
      draft([`${met} It funded the library. The library is new.`], nameless),
      { story: 'ferry', from: FROM },
    );
    expect(other).toMatchObject({ outcome: 'added', like: file });
  });

  it.each<[string, Partial<Details>]>([
    ['another headline', { ...POST, headline: 'Council votes again' }],
    ['another date', { ...POST, published: '2024-03-04' }],
    ['another outlet', { ...POST, outlet: 'Radio' }],
    ['no headline and other paragraphs', { ...POST, headline: null }],
  ])('adds a second article with %s', async (_name, details) => {
    const shelver = await openShelver(library.path);
    await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM });
    const second = await shelver.shelve(draft(['Another vote was held.'], details), {
      story: 'ferry',
      from: FROM,
    });
    expect(second.outcome).toBe('added');
    expect((await readLibrary(library.path)).stories[0]?.articles).toHaveLength(2);
  });

  it('says that nothing has changed, and leaves the file as it is', async () => {
    const shelver = await openShelver(library.path);
    const { file } = await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM });
    const path = join(library.path, file);
    const edited = (await readFile(path, 'utf8')).replace('It passed.', '*It* passed.');
    await writeFile(path, edited);
    const again = await (await openShelver(library.path)).shelve(draft(['It passed.']), {
      story: 'ferry',
      from: FROM,
    });
    expect(again.outcome).toBe('unchanged');
    expect(await readFile(path, 'utf8')).toBe(edited);
  });

  it('keeps what an editor has filled in and the material does not state', async () => {
    await library.write({
      'ferry/x.md': articleFile('It passed.', {
        published: '2024-03-03',
        byline: 'Dora Lind',
        url: 'https://a.example/x',
      }),
    });
    const shelver = await openShelver(library.path);
    const shelved = await shelver.shelve(draft(['It failed.']), { story: 'ferry', from: FROM });
    expect(shelved).toMatchObject({
      outcome: 'updated',
      file: 'ferry/x.md',
      article: { byline: 'Dora Lind', url: 'https://a.example/x', body: 'It failed.' },
    });
  });

  it('says which other story holds the article already', async () => {
    const shelver = await openShelver(library.path);
    await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM });
    expect(await shelver.shelve(draft(['It passed.']), { story: 'council', from: FROM })).toMatchObject({
      outcome: 'added',
      alsoIn: ['ferry'],
    });
  });

  it('finds the story of an article that is there already, and names a new one by its headline', async () => {
    const shelver = await openShelver(library.path);
    await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM });
    expect((await shelver.shelve(draft(['It failed.']), { story: null, from: FROM })).article.story).toBe(
      'ferry',
    );
    const other = draft(['Über alles.'], { ...POST, headline: 'Ölpreis: "Größe" zählt' });
    expect((await shelver.shelve(other, { story: null, from: FROM })).article.story).toBe(
      'olpreis-grosse-zahlt',
    );
  });

  it('takes a name from the file where nothing is stated', async () => {
    const shelver = await openShelver(library.path);
    const shelved = await shelver.shelve(draft(['It passed.'], {}), {
      story: 'ferry',
      from: FROM,
      name: 'Wire copy (2)',
    });
    expect(shelved.file).toBe('ferry/wire-copy-2.md');
    const second = await shelver.shelve(draft(['Other.'], {}), {
      story: 'ferry',
      from: FROM,
      name: 'Wire copy (2)',
    });
    expect(second.file).not.toBe(shelved.file);
  });

  it('never takes the place of a file that it could not read or did not see', async () => {
    await library.write({ 'ferry/the-post-2024-03-03.md': 'notes of an editor' });
    const shelver = await openShelver(library.path);
    const shelved = await shelver.shelve(draft(['It passed.']), { story: 'ferry', from: FROM });
    expect(shelved.file).not.toBe('ferry/the-post-2024-03-03.md');
    expect(await readFile(join(library.path, 'ferry/the-post-2024-03-03.md'), 'utf8')).toBe(
      'notes of an editor',
    );
  });

  it('writes an article once that two commands add at the same time, and two that only share a name twice', async () => {
    const [one, other] = await Promise.all([openShelver(library.path), openShelver(library.path)]);
    const how = { story: 'ferry', from: FROM };
    const [first, second] = await Promise.all([
      one.shelve(draft(['It passed.']), how),
      other.shelve(draft(['It passed.']), how),
    ]);
    expect([first.outcome, second.outcome].sort()).toEqual(['added', 'unchanged']);
    expect(await filesIn()).toEqual(['ferry', 'ferry/the-post-2024-03-03.md']);
    const apart = { ...POST, headline: 'Pier shut', url: 'https://a.example/pier' };
    await (await openShelver(library.path)).shelve(draft(['It is shut.'], apart), how);
    const third = { ...POST, headline: 'Bridge shut', url: 'https://a.example/bridge' };
    expect(await other.shelve(draft(['It is closed.'], third), how)).toMatchObject({ outcome: 'added' });
    expect(await filesIn()).toHaveLength(4);
  });

  it('keeps captions after the story, marked as captions, when it is told to', async () => {
    const shelver = await openShelver(library.path);
    const shelved = await shelver.shelve(draft(['It passed.']), {
      story: 'ferry',
      from: FROM,
      keepCaptions: true,
    });
    expect(shelved.article.body).toBe('It passed.\n\nCaption: The ferry at the pier on Monday.');
  });

  it('leaves nothing behind when it cannot write', async () => {
    await mkdir(join(library.path, 'ferry'));
    // A folder stands where the file should be moved to: no permission is needed for this to fail, also for root.
    await library.write({ 'ferry/x.md': articleFile('It passed.', { published: '2024-03-03' }) });
    const shelver = await openShelver(library.path);
    await rm(join(library.path, 'ferry/x.md'));
    await mkdir(join(library.path, 'ferry/x.md/inside'), { recursive: true });
    await expect(shelver.shelve(draft(['It failed.']), { story: 'ferry', from: FROM })).rejects.toMatchObject(
      {
        name: 'WriteError',
        code: 'failed',
        message: expect.stringMatching(/could not be written/),
      },
    );
    expect(await filesIn()).toEqual(['ferry', 'ferry/x.md', 'ferry/x.md/inside']);
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not write', async () => {
    await mkdir(join(library.path, 'ferry'));
    await chmod(join(library.path, 'ferry'), 0o500);
    const shelver = await openShelver(library.path);
    await expect(shelver.shelve(draft(['It failed.']), { story: 'ferry', from: FROM })).rejects.toMatchObject(
      {
        code: 'not-permitted',
      },
    );
    await chmod(join(library.path, 'ferry'), 0o700);
  });
});
