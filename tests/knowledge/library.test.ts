import { once } from 'node:events';
import { chmod, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYONE, NOBODY } from '../../src/knowledge/audience.ts';
import { type Library, readLibrary } from '../../src/knowledge/library.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../support/library-folder.ts';

const ARTICLE = articleFile('It passed.');
let library: LibraryFolder;
let folder: string;
let write: LibraryFolder['write'];
beforeEach(async () => {
  library = await libraryFolder();
  folder = library.path;
  write = library.write;
});

describe('a library on disk', () => {
  it('holds a story for each folder, with its articles in order of their names', async () => {
    await write({
      'ferry-vote/story.yaml': 'title: The ferry\naliases: [boat]\nquestions:\n  - When?\n  - Why?\n',
      'ferry-vote/b.md': ARTICLE,
      'ferry-vote/a.md': ARTICLE,
      'ferry-vote/notes.txt': 'not an article',
      'ferry-vote/.draft.md': 'hidden',
    });
    const { stories, problems } = await readLibrary(folder);
    expect(problems).toEqual([]);
    expect(stories).toMatchObject([
      {
        slug: 'ferry-vote',
        title: 'The ferry',
        aliases: ['boat'],
        questions: ['When?', 'Why?'],
        audience: EVERYONE,
      },
    ]);
    expect(stories[0]?.articles.map(({ id, story }) => `${story}/${id}`)).toEqual([
      'ferry-vote/a',
      'ferry-vote/b',
    ]);
  });

  it('takes the slug for a title where there is no story.yaml', async () => {
    await write({ 'ferry-vote/a.md': ARTICLE });
    expect((await readLibrary(folder)).stories).toMatchObject([{ title: 'Ferry vote', questions: [] }]);
  });

  it('names a file that cannot be read with its line, and serves the rest', async () => {
    await write({
      'ferry-vote/a.md': ARTICLE,
      'ferry-vote/b.md': '---\noutlet: The Post\nheadline: x\npublished: soon\n---\n\nIt passed.\n',
      'ferry-vote/c.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0xff, 0xfe]),
      'ferry-vote/d.md': 'It passed.\0',
      'ferry-vote/e.md': ARTICLE.padEnd(5 * 1024 * 1024 + 1, 'x'),
      'stray.md': ARTICLE,
    });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      { file: 'ferry-vote/b.md', line: 4, reason: expect.stringMatching(/"published" should be a date/) },
      { file: 'ferry-vote/c.md', line: null, reason: expect.stringMatching(/not UTF-8/) },
      { file: 'ferry-vote/d.md', line: null, reason: expect.stringMatching(/not text/) },
      { file: 'ferry-vote/e.md', line: null, reason: expect.stringMatching(/larger than 5 MB/) },
      { file: 'stray.md', line: null, reason: expect.stringMatching(/belongs into the folder of its story/) },
    ]);
  });

  it('takes a folder named like an article for what it is', async () => {
    await write({ 'ferry-vote/a.md/x.txt': 'x', 'ferry-vote/b.md': ARTICLE });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['b']);
    expect(problems).toMatchObject([{ file: 'ferry-vote/a.md', line: null }]);
  });

  it('reads who may see a story', async () => {
    await write({
      'ferry-vote/story.yaml': 'audience:\n  slack:\n    channels: [C1]\n  discord:\n    guilds: ["123"]\n',
      'ferry-vote/a.md': ARTICLE,
    });
    expect((await readLibrary(folder)).stories[0]?.audience).toEqual({
      everyone: false,
      embargo: null,
      web: false,
      slack: { workspaces: [], channels: ['C1'] },
      discord: { guilds: ['123'], channels: [] },
    });
  });

  it('keeps a story from everybody when the file that says who may see it cannot be read', async () => {
    await write({ 'ferry-vote/story.yaml': 'audience: everybody\n', 'ferry-vote/a.md': ARTICLE });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.audience).toEqual(NOBODY);
    expect(problems).toMatchObject([{ file: 'ferry-vote/story.yaml', line: 1 }]);
  });

  it('is empty when its folder is', async () => {
    expect(await readLibrary(folder)).toMatchObject({ stories: [], problems: [] });
  });

  it('cannot be a file, nor a folder that is not there', async () => {
    await write({ file: 'x' });
    await expect(readLibrary(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-a-folder' });
    await expect(readLibrary(join(folder, 'none'))).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining('--data'),
    });
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not be read', async () => {
    await chmod(folder, 0o000);
    await expect(readLibrary(folder)).rejects.toMatchObject({ code: 'unreadable' });
    await chmod(folder, 0o700);
  });

  it('reads an embargo, who is let in before it ends, and feeds', async () => {
    await write({
      'ferry-vote/story.yaml':
        'audience:\n  everyone: true\n  slack:\n    channels: [C1]\nembargo: 2026-12-01T06:00:00Z\nfeeds:\n  - https://a.example/rss\n  - url: https://b.example/rss\n    every: 2h\n',
    });
    const { stories, problems } = await readLibrary(folder);
    expect(problems).toEqual([]);
    expect(stories[0]).toMatchObject({
      audience: { everyone: true, embargo: '2026-12-01T06:00:00Z', slack: { channels: ['C1'] } },
      feeds: [
        { url: 'https://a.example/rss', every: 900_000 },
        { url: 'https://b.example/rss', every: 7_200_000 },
      ],
    });
  });

  it.each([
    ['an embargo without an offset', 'embargo: 2026-12-01T06:00:00'],
    ['an embargo that is only a day', 'embargo: 2026-12-01'],
    ['an embargo that is none', 'embargo: tomorrow'],
    ['a misspelt embargo', 'embargoed: 2026-12-01T06:00:00Z'],
    ['a misspelt audience', 'audiance: everyone'],
    ['letters of the embargo exchanged', 'ebmargo: 2999-12-01T06:00:00Z'],
    ['letters of the audience exchanged', 'auidence: everyone'],
    ['a list of platforms that there are not', 'audience:\n  irc: [x]'],
  ])('shows a story to nobody with %s, and says so', async (_name, yaml) => {
    await write({ 'ferry-vote/story.yaml': `title: The ferry\n${yaml}\n` });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.audience).toEqual(NOBODY);
    expect(problems).toMatchObject([{ file: 'ferry-vote/story.yaml', line: expect.any(Number) }]);
  });

  it.each([
    ['an embargo that is misspelt and set in', ' title: x\n embago: 2999-12-01T06:00:00Z\n'],
    ['an embargo that is misspelt between braces', '{title: x, embago: 2999-12-01T06:00:00Z}\n'],
  ])('shows a story to nobody with %s', async (_name, yaml) => {
    await write({ 'ferry-vote/story.yaml': yaml });
    expect((await readLibrary(folder)).stories[0]?.audience).toEqual(NOBODY);
  });

  it.each(['story.yml', 'Story.yaml', 'story.yaml.txt'])(
    'shows a story to nobody whose file is called %s',
    async (name) => {
      await write({ [`ferry-vote/${name}`]: 'embargo: 2999-12-01T06:00:00Z\n', 'ferry-vote/a.md': ARTICLE });
      const { stories, problems } = await readLibrary(folder);
      expect(stories[0]?.audience).toEqual(NOBODY);
      expect(problems).toMatchObject([
        { file: `ferry-vote/${name}`, reason: expect.stringMatching(/called story\.yaml/) },
      ]);
    },
  );

  it('does not serve a story whose story.yaml is a link that leads nowhere', async () => {
    await write({ 'ferry-vote/a.md': ARTICLE });
    await symlink(join(folder, 'none.yaml'), join(folder, 'ferry-vote/story.yaml'));
    const { stories, problems } = await readLibrary(folder);
    expect(stories).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'ferry-vote/story.yaml', reason: expect.stringMatching(/leads nowhere/) },
    ]);
  });

  it('takes a field in quotation marks for what it says', async () => {
    await write({ 'ferry-vote/story.yaml': '"audience": everyone\n' });
    expect((await readLibrary(folder)).stories[0]?.audience).toEqual(EVERYONE);
  });

  it('says that an embargo changes nothing for the places that are listed', async () => {
    await write({
      'ferry-vote/story.yaml': 'audience:\n  slack:\n    channels: [C1]\nembargo: 2999-12-01T06:00:00Z\n',
    });
    const { problems } = await readLibrary(folder);
    expect(problems).toMatchObject([{ line: 4, reason: expect.stringMatching(/everyone: true/) }]);
  });

  it.skipIf(process.platform === 'win32')('names what is no file, and does not wait for it', async () => {
    await write({ 'ferry-vote/a.md': ARTICLE });
    // As a pipe, a socket would keep whoever opens it waiting.
    const server = createServer().listen(join(folder, 'ferry-vote/p.md'));
    await once(server, 'listening');
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.articles).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'ferry-vote/p.md', reason: 'This is no file.' }]);
    server.close();
  });

  it('names a field of a story that there is not, and serves the rest', async () => {
    await write({ 'ferry-vote/story.yaml': 'title: The ferry\nsumary: x\n' });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]).toMatchObject({ title: 'The ferry', audience: EVERYONE });
    expect(problems).toMatchObject([{ line: 2, reason: expect.stringMatching(/"sumary" is not a field/) }]);
  });
});

describe('a library that is read again', () => {
  /** Reads again until what has changed is no longer taken for something that is being written. */
  async function again(before: Library): Promise<Library> {
    const soon = Date.now() + 1_000;
    return readLibrary(folder, await readLibrary(folder, before, soon), soon + 1_000);
  }
  const bodies = ({ stories }: Library) =>
    stories.flatMap((story) => story.articles.map(({ body }) => body)).sort();

  it('is the very same when nothing has changed', async () => {
    await write({ 'a/1.md': ARTICLE, 'b/1.md': ARTICLE });
    const first = await readLibrary(folder);
    expect(await readLibrary(folder, first)).toBe(first);
  });

  it('holds what was added and changed and not what was removed, and the same objects for the rest', async () => {
    await write({ 'a/1.md': ARTICLE, 'b/1.md': articleFile('Old.'), 'b/2.md': articleFile('Goes.') });
    const first = await readLibrary(folder);
    await write({ 'b/1.md': articleFile('New words.'), 'c/1.md': articleFile('Fresh.') });
    await rm(join(folder, 'b/2.md'));
    const next = await again(first);
    expect(bodies(next)).toEqual(['Fresh.', 'It passed.', 'New words.']);
    expect(next.stories[0]).toBe(first.stories[0]);
  });

  it('does not hold a story whose folder has gone', async () => {
    await write({ 'a/1.md': ARTICLE, 'b/1.md': ARTICLE, 'b/story.yaml': 'audience: everyone\n' });
    const first = await readLibrary(folder);
    await rm(join(folder, 'b'), { recursive: true });
    expect((await again(first)).stories.map(({ slug }) => slug)).toEqual(['a']);
  });

  it('leaves a file alone that is being written, and a moment without it', async () => {
    await write({ 'a/1.md': articleFile('Whole.'), 'a/2.md': articleFile('Other.') });
    const first = await readLibrary(folder);
    await write({ 'a/1.md': '---\noutlet: The Po' });
    await rename(join(folder, 'a/2.md'), join(folder, 'a/2.md~'));
    const between = await readLibrary(folder, first);
    expect(bodies(between)).toEqual(['Other.', 'Whole.']);
    expect(between.problems).toEqual([]);
    expect([...between.unsettled.keys()].sort()).toEqual(['a/1.md', 'a/2.md']);
    await write({ 'a/1.md': articleFile('Whole again.'), 'a/2.md': articleFile('Other again.') });
    expect(bodies(await again(between))).toEqual(['Other again.', 'Whole again.']);
  });

  it.each([
    ['front matter that is not closed', '---\noutlet: x\n'],
    ['a date that is none', articleFile('Changed.', { published: 'soon' })],
    ['an empty file', ''],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('keeps the last good version of an article through %s, and says so', async (_name, content) => {
    await write({ 'a/1.md': articleFile('Good.') });
    const first = await readLibrary(folder);
    await write({ 'a/1.md': content });
    const broken = await again(first);
    expect(bodies(broken)).toEqual(['Good.']);
    expect(broken.problems).toMatchObject([
      { file: 'a/1.md', reason: expect.stringMatching(/last good version/) },
    ]);
    await write({ 'a/1.md': articleFile('Mended.') });
    const mended = await again(broken);
    expect(bodies(mended)).toEqual(['Mended.']);
    expect(mended.problems).toEqual([]);
  });

  it('keeps title and audience of a story file that has become unreadable in another place', async () => {
    const audience = 'audience:\n  slack:\n    channels: [C1]\n';
    await write({ 'a/story.yaml': `title: Kept\n${audience}` });
    const first = await readLibrary(folder);
    await write({ 'a/story.yaml': `title: [unclosed\n${audience}` });
    const broken = await again(first);
    expect(broken.stories[0]).toMatchObject({ title: 'Kept', audience: first.stories[0]?.audience });
    expect(broken.problems).toHaveLength(1);
  });

  it('shows a story to nobody when the file becomes unreadable where it says who may see it', async () => {
    await write({ 'a/story.yaml': 'title: Kept\n' });
    const first = await readLibrary(folder);
    await write({ 'a/story.yaml': 'title: Kept\nembargo: next week\n' });
    const broken = await again(first);
    expect(broken.stories[0]).toMatchObject({ title: 'Kept', audience: NOBODY });
    await write({ 'a/story.yaml': 'title: Kept\nembargo: 2030-01-01T00:00:00Z\n' });
    expect((await again(broken)).stories[0]?.audience).toMatchObject({ embargo: '2030-01-01T00:00:00Z' });
  });

  it('does not open a story whose story.yaml is taken away', async () => {
    await write({ 'a/story.yaml': 'audience:\n  slack:\n    channels: [C1]\n', 'a/1.md': ARTICLE });
    const first = await readLibrary(folder);
    await rm(join(folder, 'a/story.yaml'));
    const next = await again(first);
    expect(next.stories[0]?.audience).toEqual(first.stories[0]?.audience);
    expect(next.problems).toMatchObject([
      { file: 'a/story.yaml', reason: expect.stringMatching(/has gone/) },
    ]);
    expect(await readLibrary(folder, await again(next))).toMatchObject({ unsettled: new Map() });
    await writeFile(join(folder, 'a/story.yaml'), 'title: Open\n');
    expect((await again(next)).stories[0]).toMatchObject({ title: 'Open', audience: EVERYONE });
  });

  it.each([
    ['comes', {}],
    ['is written anew', { 'a/story.yaml': 'title: The ferry\n' }],
  ])('opens nothing that is new in a story while its story.yaml %s', async (_, before) => {
    await write({ 'a/2.md': ARTICLE, ...before });
    const first = await readLibrary(folder);
    await write({
      'a/1.md': articleFile('Who paid for it.'),
      'a/2.md': articleFile('It passed, and was paid for.'),
      'a/story.yaml': 'audience:\n  slack:\n    channels: [C1]\n',
    });
    // As a copy that keeps the times of articles leaves them.
    const [now, long] = [Date.now(), new Date(Date.now() - 60_000)];
    for (const name of ['1.md', '2.md']) await utimes(join(folder, 'a', name), long, long);
    await utimes(join(folder, 'a/story.yaml'), new Date(now), new Date(now));
    const during = await readLibrary(folder, first, now);
    expect(during.stories[0]?.articles.map(({ body }) => body)).toEqual(['It passed.']);
    const after = await readLibrary(folder, during, now);
    expect(after.stories[0]?.audience.everyone).toBe(false);
    expect(after.stories[0]?.articles).toHaveLength(2);
  });

  it('serves a new folder at once with its story.yaml, and without one when nothing more is put there', async () => {
    await write({ 'a/1.md': ARTICLE });
    const first = await readLibrary(folder);
    await write({ 'b/1.md': ARTICLE, 'c/1.md': ARTICLE, 'c/story.yaml': 'title: Told\n' });
    const now = Date.now() + 1_000;
    const slugs = ({ stories }: Library) => stories.map(({ slug }) => slug);
    const second = await readLibrary(folder, first, now);
    expect(slugs(second)).toEqual(['a', 'c']);
    await write({ 'b/2.md': ARTICLE });
    const third = await readLibrary(folder, second, now + 999);
    expect(slugs(await readLibrary(folder, third, now + 1_998))).toEqual(['a', 'c']);
    expect(slugs(await readLibrary(folder, third, now + 1_999))).toEqual(['a', 'b', 'c']);
  });

  it('never opens a new story whose story.yaml is being written, or comes a moment later', async () => {
    await write({ 'a/1.md': ARTICLE });
    const first = await readLibrary(folder);
    await write({ 'b/1.md': ARTICLE });
    const second = await readLibrary(folder, first, Date.now() + 1_000);
    await write({ 'b/story.yaml': 'embargo: 2999-01-01T00:00:00Z\n' });
    const third = await readLibrary(folder, second);
    const fourth = await again(third);
    for (const library of [second, third, fourth]) {
      const open = library.stories.filter(({ slug, audience }) => slug === 'b' && audience.embargo === null);
      expect(open).toEqual([]);
    }
    expect(fourth.stories.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });
});
