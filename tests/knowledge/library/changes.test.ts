import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedStateFile } from '../../../src/knowledge/feed-state.ts';
import { changesBetween } from '../../../src/knowledge/library/changes.ts';
import { type Library, readLibrary } from '../../../src/knowledge/library.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';

const GOOD = articleFile('It passed.');

/** Reads again, twice, so late that nothing is taken for being written. */
async function again(path: string, before: Library): Promise<Library> {
  const later = Date.now() + 10_000;
  return readLibrary(path, await readLibrary(path, before, later), later + 5_000);
}

/** What changes in a library when these files are written, or taken away where they are `null`. */
async function changesBy(files: Record<string, string | null>) {
  const { path, write } = await libraryFolder({
    'ferry/story.yaml': 'title: The ferry\n',
    'ferry/a.md': GOOD,
    'ferry/b.md': GOOD,
  });
  const before = await readLibrary(path);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) await rm(join(path, name));
    else await write({ [name]: content });
  }
  return changesBetween(before, await again(path, before));
}

const NONE = { added: [], changed: [], removed: [], broken: [] };

describe('what has changed in a library', () => {
  it('is nothing between a library and itself', async () => {
    expect(await changesBy({})).toBeNull();
  });

  it('is what was added, changed and removed, each named once', async () => {
    expect(
      await changesBy({
        'ferry/a.md': articleFile('It failed.'),
        'ferry/b.md': null,
        'ferry/c.md': GOOD,
        'ferry/story.yaml': 'title: The boat\n',
      }),
    ).toEqual({
      added: ['ferry/c.md'],
      changed: ['ferry/a.md', 'ferry/story.yaml'],
      removed: ['ferry/b.md'],
      broken: [],
    });
  });

  it('is broken where a file cannot be read any more, and its last version is served', async () => {
    expect(await changesBy({ 'ferry/a.md': '---\noutlet: x\n', 'ferry/story.yaml': 'title: [\n' })).toEqual({
      ...NONE,
      broken: ['ferry/a.md', 'ferry/story.yaml'],
    });
    expect(await changesBy({ 'ferry/new.md': 'no front matter' })).toEqual({
      ...NONE,
      broken: ['ferry/new.md'],
    });
  });

  it('is changed, and not broken, where something is only said of a file that is served as it is now', async () => {
    const files = {
      'ferry/a.md': articleFile('It failed.', { sumary: 'x' }),
      'ferry/story.yaml': 'titel: x\n',
    };
    expect(await changesBy(files)).toEqual({ ...NONE, changed: ['ferry/a.md', 'ferry/story.yaml'] });
  });

  it('is nothing that is remembered of feeds', async () => {
    expect(await changesBy({ [`ferry/${feedStateFile('https://a.example/feed')}`]: '{}' })).toBeNull();
  });

  it('holds no file of a folder that is not served yet, and all of them once it is', async () => {
    const { path, write } = await libraryFolder({ 'ferry/a.md': GOOD });
    const before = await readLibrary(path);
    await write({ 'bridge/b.md': GOOD });
    const later = Date.now() + 10_000;
    const waiting = await readLibrary(path, before, later);
    expect(changesBetween(before, waiting)).toBeNull();
    const served = await readLibrary(path, waiting, later + 5_000);
    expect(changesBetween(waiting, served)).toEqual({ ...NONE, added: ['bridge/b.md'] });
  });
});
