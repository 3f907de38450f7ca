import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';

async function evaluated(...args: readonly string[]) {
  const folder = await libraryFolder({
    'lib/ferry/post.md': articleFile('The motion passed by 11 votes to 4. It rained all day on Sunday.'),
    'q.jsonl':
      '{"id":"1","question":"how many votes did the motion get?","answerable":true,"expect":"11 votes"}\n' +
      '{"id":"2","question":"did it rain on Sunday?","answerable":true,"expect":"snowed"}\n' +
      '{"id":"3","question":"who won the marathon?","answerable":false}\n',
  });
  const here = (name: string) => join(folder.path, name);
  const { io, written } = ioWith();
  const known = args.map((arg) => (/^(?:q\.jsonl|errors)$/.test(arg) ? here(arg) : arg));
  const code = await run(['eval', '--data', here('lib'), ...known], io);
  return { code, here, ...written };
}

describe('nutgraf eval', () => {
  it('prints a table', async () => {
    const { code, stdout } = await evaluated('q.jsonl');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^set +q\.jsonl\nsentences +2\nquestions +3\nP@1 +50\.0\nR@5 +50\.0\nMRR@10 +50\.0\n/,
    );
    expect(stdout).toMatch(/\nanswered wrongly +0\.0\nAUROC +1\.000\np50 ms +\d/);
  });

  it('prints a column for each set', async () => {
    expect((await evaluated('q.jsonl', 'q.jsonl')).stdout).toMatch(/\nP@1 +50\.0 +50\.0\n/);
  });

  it('prints JSON, and writes what went wrong for reading', async () => {
    const { stdout, here } = await evaluated('--json', '--errors', 'errors', '--limit', '2', 'q.jsonl');
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'q.jsonl', sentences: 2, measures: { questions: 2 } }]);
    const errors = (await readFile(here('errors'), 'utf8')).trim().split('\n');
    expect(errors.map((line) => JSON.parse(line))).toMatchObject([
      { set: 'q.jsonl', id: '2', kind: 'wrong', found: 'It rained all day on Sunday.' },
    ]);
  });

  it.each([
    ['no set', [], /There is no set/],
    ['a set that is not there', ['no/such'], /no\/such\.articles\.jsonl\.gz cannot be read/],
    ['a limit that is none', ['--limit', '0', 'q.jsonl'], /--limit should be/],
    ['something else to take out', ['--without', 'words', 'q.jsonl'], /--without should be/],
    ['an engine that there is not', ['--engine', 'grep', 'q.jsonl'], /--engine should be/],
    ['errors that cannot be written', ['--errors', 'no/such/dir/x', 'q.jsonl'], /--errors cannot write/],
  ])('says with 2 what is wrong with %s', async (_name, args, message) => {
    const { code, stderr } = await evaluated(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
