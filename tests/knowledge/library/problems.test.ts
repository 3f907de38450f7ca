import { symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../src/knowledge/audience.ts';
import { feedStateFile } from '../../../src/knowledge/feed-state.ts';
import { readLibrary } from '../../../src/knowledge/library.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';

const GOOD = articleFile('It passed.');

describe('what editors are told of a library', () => {
  it('is in the order of files and lines, whatever it is about', async () => {
    const { path } = await libraryFolder({
      'b/story.yml': 'title: x\n',
      'b/story.yaml': 'titel: x\nsumary: y\n',
      'a/bad.md': 'no front matter',
      'stray.md': GOOD,
      'c/vote.md': GOOD,
      'c/VOTE.md': GOOD,
    });
    const { problems } = await readLibrary(path);
    const twins = problems.filter(({ file }) => file.startsWith('c/'));
    expect(
      problems.filter((problem) => !twins.includes(problem)).map(({ file, line }) => [file, line]),
    ).toEqual([
      ['a/bad.md', 1],
      ['b/story.yaml', 1],
      ['b/story.yaml', 2],
      ['b/story.yml', null],
      ['stray.md', null],
    ]);
    expect(problems.map(({ file }) => file)).toEqual(problems.map(({ file }) => file).toSorted());
  });

  it('says of a file with a wrong name that the story is closed only where it is', async () => {
    const { path } = await libraryFolder({
      'a/story.yml': '',
      'b/story.yml': '',
      'b/story.yaml': 'title: B\n',
    });
    const { stories, problems } = await readLibrary(path);
    expect(problems.map(({ reason }) => /open to nobody/.test(reason))).toEqual([true, false]);
    expect(stories.map(({ audience }) => audience.everyone)).toEqual([false, true]);
  });
});

describe('a library does not read', () => {
  it('what begins with a dot, what is no article, and what packages bring', async () => {
    const { path } = await libraryFolder({
      'ferry/good.md': GOOD,
      'ferry/.draft.md': GOOD,
      'ferry/good.md~': GOOD,
      'ferry/good.md.bak': GOOD,
      'ferry/notes.txt': 'x',
      'ferry/x-story.yml': 'x',
      'ferry/story.yml.bak': 'x',
      '.git/a.md': GOOD,
      'node_modules/a.md': GOOD,
      'read.me': 'x',
      'old.md.bak': GOOD,
    });
    const { stories, problems } = await readLibrary(path);
    expect(stories.map(({ slug, articles }) => [slug, articles.map(({ id }) => id)])).toEqual([
      ['ferry', ['good']],
    ]);
    expect(problems).toEqual([]);
  });

  it('a file that is larger than 5 MB, and reads one that is just as large', async () => {
    const of = (size: number) =>
      `${articleFile('It passed.')}${' '.repeat(size - articleFile('It passed.').length)}`;
    const limit = 5 * 1024 * 1024;
    const { path } = await libraryFolder({ 'a/just.md': of(limit), 'a/over.md': of(limit + 1) });
    const { stories, problems } = await readLibrary(path);
    expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['just']);
    expect(problems).toMatchObject([{ file: 'a/over.md', reason: expect.stringMatching(/5 MB/) }]);
  });

  it('what is remembered of feeds as an article, and finds it by the feed', async () => {
    const url = 'https://a.example/feed';
    const state = {
      checkedAt: null,
      failingSince: null,
      failure: null,
      etag: null,
      lastModified: null,
      items: {},
    };
    const name = `ferry/${feedStateFile(url)}`;
    const { path } = await libraryFolder({ 'ferry/good.md': GOOD, [name]: JSON.stringify({ [url]: state }) });
    const { stories, problems, files } = await readLibrary(path);
    expect([stories[0]?.articles.length, problems]).toEqual([1, []]);
    expect([...(files.get(name)?.feeds?.keys() ?? [])]).toEqual([url]);
  });

  it('a story file that is no text for what it does not say: nobody may see the story', async () => {
    const { path, write } = await libraryFolder({ 'a/story.yaml': 'title: A\n', 'a/1.md': GOOD });
    const before = await readLibrary(path);
    await write({
      'a/story.yaml': new Uint8Array([...Buffer.from('embargo: 2999-01-01T00:00:00Z\n'), 0xff, 0]),
    });
    const later = Date.now() + 10_000;
    const after = await readLibrary(path, before, later);
    expect(after.stories[0]).toMatchObject({ title: 'A', audience: NOBODY });
    expect(after.problems).toMatchObject([
      { file: 'a/story.yaml', reason: expect.stringMatching(/not UTF-8.*Nobody may see/s) },
    ]);
    // What was never read before is not served at all.
    const fresh = await readLibrary(path);
    expect([fresh.stories, fresh.problems.length]).toEqual([[], 1]);
  });
});

describe('a story', () => {
  it('has its articles in the order of their names, and stories are in the order of theirs', async () => {
    const { path } = await libraryFolder({ 'b/2.md': GOOD, 'b/10.md': GOOD, 'b/1.MD': GOOD, 'a/x.md': GOOD });
    const { stories } = await readLibrary(path);
    expect(stories.map(({ slug, articles }) => [slug, articles.map(({ id }) => id)])).toEqual([
      ['a', ['x']],
      ['b', ['1', '10', '2']],
    ]);
  });

  it('is another object when an article or a field has changed, and the same when only the file’s time has', async () => {
    const { path, write } = await libraryFolder({
      'a/1.md': GOOD,
      'b/1.md': GOOD,
      'b/story.yaml': 'title: B\n',
    });
    const first = await readLibrary(path);
    const later = Date.now() + 10_000;
    await utimes(join(path, 'b/story.yaml'), new Date(0), new Date(0));
    const touched = await readLibrary(path, first, later);
    expect(touched.stories.map((story, at) => story === first.stories[at])).toEqual([true, true]);
    await write({ 'b/story.yaml': 'title: Other\n', 'a/1.md': articleFile('It failed.') });
    const changed = await readLibrary(path, touched, later + 10_000);
    expect(changed.stories.map((story, at) => story === first.stories[at])).toEqual([false, false]);
  });

  it.skipIf(process.platform === 'win32')(
    'may be a link to a folder, and a link to nowhere is none',
    async () => {
      const { path } = await libraryFolder({ 'a/1.md': GOOD });
      await symlink(join(path, 'a'), join(path, 'b'));
      await symlink(join(path, 'none'), join(path, 'c'));
      const { stories, problems } = await readLibrary(path);
      expect([stories.map(({ slug }) => slug), problems]).toEqual([['a', 'b'], []]);
    },
  );
});
