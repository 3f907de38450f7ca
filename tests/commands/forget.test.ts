import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { entryOf, KEY } from '../ledger/ledger-contract.ts';
import { ledgerPath, opened } from '../ledger/ledger-file.ts';
import { ioWith } from '../support/io.ts';

async function forget(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { io, written } = ioWith('', env);
  return { code: await run(['forget', ...args], io), ...written };
}

it('forget deletes what a person asked while the bots run, also from the bytes of the file', async () => {
  const path = await ledgerPath();
  const { journal, close } = await opened(path, KEY);
  await journal.add(entryOf({ person: 'discord:300', question: 'Is the lighthouse for sale?' }));
  await journal.add(
    entryOf({ person: 'discord:300', kind: 'feedback', question: 'Is the lighthouse for sale?' }),
  );
  await journal.add(entryOf({ person: 'discord:301', question: 'Who keeps the pier?' }));
  const { code, stdout, stderr } = await forget(['--user', 'discord:300'], {
    LEDGER_URL: path,
    LEDGER_KEY: KEY,
  });
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '2 entries of discord:300 deleted.\n',
    stderr: '',
  });
  expect((await journal.list('question', 9)).map(({ question }) => question)).toEqual([
    'Who keeps the pier?',
  ]);
  await close();
  const bytes = readFileSync(path);
  expect([bytes.includes('Who keeps the pier?'), bytes.includes('lighthouse')]).toEqual([true, false]);
});

it('forget says with which key a person is found, where it finds none', async () => {
  const path = await ledgerPath();
  const { journal, close } = await opened(path, KEY);
  await journal.add(entryOf({ person: 'slack:T1/U1' }));
  await close();
  const { code, stdout, stderr } = await forget(['--user', 'slack:T1/U1'], { LEDGER_URL: path });
  expect([code, stdout]).toEqual([0, '0 entries of slack:T1/U1 deleted.\n']);
  expect(stderr).toMatch(/^Nothing is kept of slack:T1\/U1, or .*LEDGER_KEY.*\.\n$/);
});

it.each([
  [[], /^--user should be slack:WORKSPACE\/USER or discord:USER/],
  [['--user', 'U1'], /^--user should be/],
  [['--user', 'slack:U1'], /^--user should be/],
  [['--user', 'discord:300', 'discord:301'], /takes --user only/],
  [['--user', 'discord:300'], /^LEDGER_URL is off/],
])('forget %j says what is wrong, and exits with 2', async (args, sentence) => {
  const { code, stdout, stderr } = await forget(args, { LEDGER_URL: 'off' });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
});
