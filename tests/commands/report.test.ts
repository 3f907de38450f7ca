import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { openLog } from '../../src/log.ts';
import { ledgerPath } from '../ledger/ledger-file.ts';
import { ioWith } from '../support/io.ts';

/** A ledger's file with so many questions that nobody answered, asked just now. */
async function asked(...questions: readonly string[]): Promise<string> {
  const file = await ledgerPath();
  const store = { kind: 'sqlite', file } as const;
  const ledger = await openLedger({ store, stated: true, key: null, keep: null }, openLog('silent'));
  for (const question of questions) {
    await ledger.journal.add({
      kind: 'question',
      at: Date.now(),
      place: 'slack:T1/C1',
      person: 'U1',
      question,
      outcome: 'not-in-story',
      confidence: 0.1,
      quoted: null,
    });
  }
  await ledger.close();
  return file;
}

async function report(ledger: string, ...args: readonly string[]) {
  // A slip in a bot's token is nothing to an editor.
  const { io, written } = ioWith('', { LEDGER_URL: ledger, SLACK_BOT_TOKEN: 'nonsense' });
  const code = await run(['report', '--data', 'tests/fixtures/library', ...args], io);
  return { code, ...written };
}

it('reads the ledger, and prints a table, JSON, a section and a page', async () => {
  const file = await asked('Who paints the ferry?', 'who paints the ferry', 'How heavy is the ferry?');
  const { code, stdout } = await report(file);
  expect(code).toBe(0);
  expect(stdout).toMatch(/3 questions of 1 person: 0 answered \(0%\), 3 not/);
  expect(stdout).toMatch(/ {5}2 {5}0 {2}[\d-]{10} {2}Who paints the ferry\?\n/);

  expect(JSON.parse((await report(file, '--json')).stdout)).toMatchObject({
    totals: { asked: 3, people: 1 },
    unanswered: [{ title: 'Who paints the ferry?', count: 2 }, { count: 1 }],
  });
  expect((await report(file, '--csv', '--section', 'stories')).stdout).toMatch(/^\uFEFFstory,title,asked/);
  expect((await report(file, '--html', '-')).stdout).toMatch(/^<!doctype html>/);

  const page = join(dirname(file), 'report.html');
  expect(await report(file, '--html', page)).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `Written to ${page}.\n`,
  });
  expect(await readFile(page, 'utf8')).toContain('Who paints the ferry?');
});

it('narrows to a story, a place and a period, and says when nothing is left', async () => {
  const file = await asked('Who paints the ferry?');
  expect((await report(file, '--story', 'ferry-vote', '--place', 'slack:T1')).stdout).toMatch(
    /^Questions of/,
  );
  const { code, stdout } = await report(file, '--place', 'slack:T2');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Nothing was asked in this period \(.*; asked in slack:T2\)\.\n$/);
  const before = await report(file, '--since', '2020-01-01', '--until', '2020-01-01');
  expect(before.stdout).toBe('Nothing was asked in this period (2020-01-01).\n');
});

it.each([
  [['--since', 'yesterday'], /--since should be/],
  [['--since', '2026-02-02', '--until', '2026-01-01'], /before --until/],
  [['--place', 'slack:T1/C1/x'], /--place should be/],
  [['--story', 'nowhere'], /There is no story "nowhere"/],
  [['--json', '--csv'], /Only one of/],
  [['--section', 'days'], /--section goes with --csv/],
  [['--csv', '--section', 'pies'], /--section should be one of unanswered,/],
  [['--html', ''], /--html wants/],
  [['--html', 'no/such/folder/x.html'], /cannot be written \(ENOENT\)/],
  [['more'], /takes options only/],
  [['--data', 'no/such/library'], /no\/such\/library/],
])('says what is wrong with %j, and exits with 2', async (args, message) => {
  const { code, stdout, stderr } = await report(await asked('Why?'), ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('never takes a ledger that cannot be read for an empty one', async () => {
  const file = await asked('Why?');
  await writeFile(file, 'no database'.repeat(100));
  expect(await report(file)).toMatchObject({ code: 2, stdout: '' });
  expect(await report('off')).toMatchObject({ code: 2, stdout: '' });
});
