import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileWhole } from '../../../../src/knowledge/intake/index.ts';
import { libraryFolder } from '../../../support/library-folder.ts';

it('what a process that was killed has left beside an article goes with the next one that is written', async () => {
  const left = ['.a.md.0123abcd.tmp', '..intake.json.89abcdef.tmp'];
  const kept = ['.b.md.0123abcd.tmp', '.mine.tmp', 'notes.0123abcd.tmp', 'b.md'];
  const names = [...left, ...kept];
  const { path } = await libraryFolder(
    Object.fromEntries(names.map((name) => [`ferry/${name}`, 'Half of i'])),
  );
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  // One of them is being written at this moment.
  for (const name of names.filter((each) => each !== '.b.md.0123abcd.tmp')) {
    await utimes(join(path, 'ferry', name), hoursAgo, hoursAgo);
  }
  expect(await writeFileWhole(join(path, 'ferry/a.md'), 'Whole.', false)).toBe(true);
  expect(await readdir(join(path, 'ferry'))).toEqual([...kept, 'a.md'].sort());
});
