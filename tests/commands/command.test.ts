import { expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';

it.each([['ask', 'who?'], ['add', 'a.txt'], ['check'], ['list']])(
  'a library whose name is empty is none, rather than the folder it is run in: nutgraf %s',
  async (...args) => {
    const { io, written } = ioWith();
    expect([await run([...args, '--data', ''], io), written.stderr]).toEqual([
      2,
      '--data should name a folder: it is empty.\n',
    ]);
  },
);

it('a word of the command line that would act on a terminal does not', async () => {
  const { io, written } = ioWith();
  expect(await run(['\u001b]0;title\u0007\u009b2J\u202e'], io)).toBe(2);
  expect(written.stderr).toBe('There is no command "]0;title2J": see nutgraf help.\n');
});
