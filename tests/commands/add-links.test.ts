import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { itemsOf } from '../../src/commands/add/sources.ts';
import { libraryFolder } from '../support/library-folder.ts';

it('takes no file from a folder that only a link in it leads to', async () => {
  const [inbox, secrets] = [await libraryFolder({ 'a.txt': 'a' }), await libraryFolder({ 'key.txt': 'k' })];
  await mkdir(join(inbox.path, 'more'));
  await symlink(join(secrets.path, 'key.txt'), join(inbox.path, 'b.txt'));
  await symlink(join(inbox.path, 'a.txt'), join(inbox.path, 'more', 'c.txt'));
  await symlink(secrets.path, join(inbox.path, 'd'));
  const taken = [join(inbox.path, 'a.txt'), join(inbox.path, 'more', 'c.txt')];
  expect(await itemsOf([inbox.path])).toEqual(taken.map((path) => ({ kind: 'file', path })));
  // What a person names is what the person means.
  const named = join(inbox.path, 'b.txt');
  expect(await itemsOf([named])).toEqual([{ kind: 'file', path: named }]);
});

it('is done with a folder in which links lead back to it', async () => {
  const inbox = await libraryFolder({ 'a.txt': 'a', 'more/b.txt': 'b' });
  for (const name of ['one', 'two', 'three', 'more/up']) await symlink(inbox.path, join(inbox.path, name));
  await symlink('/', join(inbox.path, 'machine'));
  const taken = [join(inbox.path, 'a.txt'), join(inbox.path, 'more', 'b.txt')];
  expect(await itemsOf([inbox.path])).toEqual(taken.map((path) => ({ kind: 'file', path })));
});
