import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary } from '../../src/knowledge/library.ts';

const ARTICLE = '---\noutlet: The Post\nheadline: Council votes\n---\n\nIt passed.\n';

describe('a library on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nutgraf-library-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  }

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
        audience: 'everyone',
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
      slack: { workspaces: [], channels: ['C1'] },
      discord: { guilds: ['123'], channels: [] },
    });
  });

  it('keeps a story from everybody when the file that says who may see it cannot be read', async () => {
    await write({ 'ferry-vote/story.yaml': 'audience: everybody\n', 'ferry-vote/a.md': ARTICLE });
    const { stories, problems } = await readLibrary(folder);
    expect(stories[0]?.audience).toEqual({
      slack: { workspaces: [], channels: [] },
      discord: { guilds: [], channels: [] },
    });
    expect(problems).toMatchObject([{ file: 'ferry-vote/story.yaml', line: 1 }]);
  });

  it('is empty when its folder is', async () => {
    expect(await readLibrary(folder)).toEqual({ stories: [], problems: [] });
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
});
