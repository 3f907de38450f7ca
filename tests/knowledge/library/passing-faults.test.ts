import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOBODY } from '../../../src/knowledge/audience.ts';
import { type Library, readLibrary } from '../../../src/knowledge/library.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';

/** What fails: a call whose path ends so. */
let fault: { readonly call: string; readonly path: string; readonly code: string } | null = null;
afterEach(() => {
  fault = null;
});

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const broken = (call: 'lstat' | 'open' | 'readdir' | 'stat') => {
    const whole = real[call] as (...args: unknown[]) => Promise<unknown>;
    return async (...args: unknown[]) => {
      if (fault?.call.split(' ').includes(call) && String(args[0]).endsWith(fault.path)) {
        throw Object.assign(new Error(fault.code), { code: fault.code });
      }
      return whole(...args);
    };
  };
  return {
    ...real,
    lstat: broken('lstat'),
    open: broken('open'),
    readdir: broken('readdir'),
    stat: broken('stat'),
  };
});

const FOR_ONE = 'audience:\n  slack:\n    channels: [C1]\n';

/** As a running Nutgraf has looked, twice. */
async function lookedAt(path: string, before: Library): Promise<Library> {
  const first = await readLibrary(path, before, Date.now() + 1_000);
  return readLibrary(path, first, Date.now() + 2_000);
}

function served({ stories }: Library): string[] {
  return stories.map(({ slug, articles }) => `${slug}: ${articles.map(({ body }) => body.trim()).join(' ')}`);
}

describe('what a disk, or a process out of open files, refuses for a moment', () => {
  it('is told with what to do about it, where it keeps the whole folder from being read', async () => {
    const { path } = await libraryFolder({ 'ferry/a.md': articleFile('It passed.') });
    fault = { call: 'readdir', path, code: 'EMFILE' };
    await expect(readLibrary(path)).rejects.toThrow(/raise the limit of open files/);
    fault = { call: 'readdir', path, code: 'EACCES' };
    await expect(readLibrary(path)).rejects.toThrow(/check its permissions/);
  });

  it.each([
    { call: 'readdir', path: '/ferry', code: 'EMFILE' },
    { call: 'readdir', path: '/ferry', code: 'EACCES' },
    { call: 'stat', path: '/ferry', code: 'EIO' },
    { call: 'stat lstat', path: '/ferry/a.md', code: 'ESTALE' },
  ])('takes nothing away that was read ($call of $path: $code)', async (failing) => {
    const { path, write } = await libraryFolder({
      'ferry/a.md': articleFile('It passed.'),
      'ferry/b.md': articleFile('It was signed.'),
      'ferry/story.yaml': FOR_ONE,
    });
    const first = await readLibrary(path);
    fault = failing;
    const during = await lookedAt(path, first);
    expect(served(during)).toEqual(served(first));
    expect(during.stories[0]?.audience).toEqual(first.stories[0]?.audience);
    fault = null;
    await write({ 'ferry/a.md': articleFile('It failed.') });
    expect(served(await lookedAt(path, during))).toEqual(['ferry: It failed. It was signed.']);
  });

  it.each(['EMFILE', 'EIO'])(
    'is read as soon as it can be, though nothing of it changes (%s)',
    async (code) => {
      const { path, write } = await libraryFolder({ 'ferry/a.md': articleFile('It passed.') });
      const first = await readLibrary(path);
      await write({ 'ferry/a.md': articleFile('It failed.'), 'ferry/b.md': articleFile('It was signed.') });
      fault = { call: 'open', path: '.md', code };
      const during = await lookedAt(path, first);
      expect(served(during)).toEqual(['ferry: It passed.']);
      expect(during.problems.map(({ reason }) => reason)).toEqual([
        expect.stringContaining(code),
        expect.stringContaining(code),
      ]);
      // Nothing new is nothing to tell of.
      expect(await readLibrary(path, during, Date.now() + 3_000)).toBe(during);
      fault = null;
      const after = await readLibrary(path, during, Date.now() + 4_000);
      expect([served(after), after.problems]).toEqual([['ferry: It failed. It was signed.'], []]);
    },
  );
});

describe('a story.yaml that was changed and cannot be read at all', () => {
  it('closes the story, since it may say who must not see it, until it can be read', async () => {
    const { path, write } = await libraryFolder({
      'ferry/a.md': articleFile('It passed.'),
      'ferry/story.yaml': 'audience: everyone\n',
    });
    const first = await readLibrary(path);
    await write({ 'ferry/story.yaml': FOR_ONE });
    fault = { call: 'open', path: 'story.yaml', code: 'EACCES' };
    const during = await lookedAt(path, first);
    expect(during.stories[0]?.audience).toEqual(NOBODY);
    fault = null;
    expect((await lookedAt(path, during)).stories[0]?.audience).toMatchObject({ everyone: false });
  });

  it('closes it where a folder stands in its place', async () => {
    const { path, write } = await libraryFolder({
      'ferry/a.md': articleFile('It passed.'),
      'ferry/story.yaml': 'audience: everyone\n',
    });
    const first = await readLibrary(path);
    await rm(join(path, 'ferry/story.yaml'));
    await mkdir(join(path, 'ferry/story.yaml'));
    const during = await lookedAt(path, first);
    expect(during.stories[0]?.audience).toEqual(NOBODY);
    await rm(join(path, 'ferry/story.yaml'), { recursive: true });
    await write({ 'ferry/story.yaml': 'audience: everyone\n' });
    expect((await lookedAt(path, during)).stories[0]?.audience).toMatchObject({ everyone: true });
  });
});

describe('a folder of a story that becomes a file', () => {
  it('is a story no longer, and one again when it is a folder', async () => {
    const { path, write } = await libraryFolder({ 'ferry/a.md': articleFile('It passed.') });
    const first = await readLibrary(path);
    await rm(join(path, 'ferry'), { recursive: true });
    await write({ ferry: 'A note.' });
    const during = await lookedAt(path, first);
    expect(served(during)).toEqual([]);
    await rm(join(path, 'ferry'));
    await write({ 'ferry/a.md': articleFile('It failed.') });
    await chmod(join(path, 'ferry'), 0o700);
    expect(served(await lookedAt(path, during))).toEqual(['ferry: It failed.']);
  });
});
