import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../../src/knowledge/library.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';

const GOOD = articleFile('The council voted 12 to 3.');

describe.skipIf(process.platform === 'win32')('a library with what is no article in it', () => {
  it('opens no pipe and no file without an end, and serves the rest', async () => {
    const { path } = await libraryFolder({ 'ferry/good.md': GOOD });
    execFileSync('mkfifo', [join(path, 'ferry/pipe.md'), join(path, 'pipe.md')]);
    await symlink('/dev/zero', join(path, 'ferry/zero.md'));
    await symlink('loop.md', join(path, 'ferry/loop.md'));
    const { stories, problems } = await readLibrary(path);
    expect(stories.map(({ articles }) => articles.map(({ id }) => id))).toEqual([['good']]);
    expect(problems.map(({ file }) => file)).toEqual([
      'ferry/loop.md',
      'ferry/pipe.md',
      'ferry/zero.md',
      'pipe.md',
    ]);
  });

  it('waits for no file of the system that has no size and no end', async () => {
    const { path } = await libraryFolder({ 'ferry/good.md': GOOD });
    // Reading it would wait for the kernel to say something.
    await symlink('/proc/kmsg', join(path, 'ferry/log.md'));
    const { stories, problems } = await readLibrary(path);
    expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ file }) => file)).toEqual(['ferry/log.md']);
  });

  it('names files and folders whose names cannot be shown, and does not read them', async () => {
    const { path } = await libraryFolder({
      'ferry/good.md': GOOD,
      'ferry/a\u001b[31m.md': GOOD,
      'new\nline/good.md': GOOD,
      'ferry/\u202edm.md': GOOD,
    });
    const { stories, problems } = await readLibrary(path);
    expect(stories.map(({ slug }) => slug)).toEqual(['ferry']);
    expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ file }) => file).sort()).toEqual(
      ['ferry/a\ufffd[31m.md', 'ferry/\ufffddm.md', 'new\ufffdline'].sort(),
    );
  });
});

it('does not serve two articles with one id, and tells of those that are one file elsewhere', async () => {
  const { path } = await libraryFolder({ 'ferry/e\u0301.md': GOOD, 'ferry/\u00e9.md': GOOD });
  const { stories, problems } = await readLibrary(path);
  // Some file systems know only one of the two names.
  expect(problems).toHaveLength((stories[0]?.articles.length ?? 0) - 1);
  const twins = await libraryFolder({ 'ferry/vote.md': GOOD, 'ferry/vote.MD': GOOD });
  const read = await readLibrary(twins.path);
  expect(read.stories[0]?.articles.map(({ id }) => id)).toEqual(['vote']);
});

it('a body that no reader of marks can hold takes no other article with it', async () => {
  const deep = articleFile(`${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`);
  const { path } = await libraryFolder({ 'ferry/deep.md': deep, 'ferry/good.md': GOOD });
  const { stories } = await readLibrary(path);
  expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['deep', 'good']);
});
