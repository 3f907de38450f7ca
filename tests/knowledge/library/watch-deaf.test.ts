import { describe, expect, it, vi } from 'vitest';
import { watchLibrary } from '../../../src/knowledge/library/watch.ts';
import { readLibrary } from '../../../src/knowledge/library.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';

let code = 'ENOSPC';
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  watch() {
    throw Object.assign(new Error('no watch'), { code });
  },
}));

/** What is told about a library of two folders while it is followed until a change is seen. */
async function toldWhile(failing: string): Promise<readonly { code: string; message: string }[]> {
  code = failing;
  const { path, write } = await libraryFolder();
  await write({ 'ferry-vote/a.md': articleFile('It passed.'), 'bridge/a.md': articleFile('It is shut.') });
  const told: { code: string; message: string }[] = [];
  const library = await readLibrary(path);
  await new Promise<void>((resolve) => {
    const seen = async () => {
      await watch.close();
      resolve();
    };
    const deaf = (error: { code: string; message: string }) => void told.push(error);
    const watch = watchLibrary(
      path,
      library,
      async () => void seen(),
      () => undefined,
      () => undefined,
      deaf,
    );
    void write({ 'ferry-vote/b.md': articleFile('It was signed.') });
  });
  return told;
}

describe('a library whose folders cannot be watched', () => {
  it('is looked at all the same, and says once what to raise', async () => {
    const told = await toldWhile('ENOSPC');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'deaf', message: expect.stringMatching(/max_user_watches/) });
  });

  it('says nothing where only that folder has gone', async () => {
    expect(await toldWhile('ENOENT')).toEqual([]);
  });
});
