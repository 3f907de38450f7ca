import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';

async function nutgraf(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const { io, written } = ioWith(input, env);
  const code = await run(args, io);
  return { code, ...written };
}

describe('nutgraf ask', () => {
  it('prints the quotation and its source, and exits with 0', async () => {
    const { code, stdout, stderr } = await nutgraf(['ask', 'what was the vote count?']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^│ .*1,798.*738.*\n {2}AP \(digest\) · .* · 29 Nov 2021\n/);
    expect(stderr).toBe('');
  });

  it('takes the words of a question without quotation marks around them', async () => {
    expect((await nutgraf(['ask', 'what', 'was', 'the', 'vote', 'count'])).stdout).toContain('1,798');
  });

  it('says that the story does not say, and exits with 1', async () => {
    const { code, stdout } = await nutgraf(['ask', 'who is the CEO of Amazon?']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^(?:The story does not say|I am not sure that the story says)/);
  });

  it('says how to ask when nothing is asked, and exits with 1', async () => {
    const { code, stdout } = await nutgraf(['ask', '']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Ask me a question/);
  });

  it('prints one Answer as JSON', async () => {
    const { code, stdout } = await nutgraf(['ask', '--json', 'what was the vote count?']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      question: 'what was the vote count?',
      status: 'answered',
      confidence: expect.any(Number),
      quotes: expect.arrayContaining([
        {
          text: expect.stringContaining('1,798'),
          emphasis: expect.arrayContaining([{ start: expect.any(Number), end: expect.any(Number) }]),
          before: expect.any(String),
          after: expect.any(String),
          start: expect.any(Number),
          end: expect.any(Number),
          citation: {
            article: 'ap-2021-11-29',
            story: 'bessemer-union-vote',
            outlet: 'AP',
            kind: 'digest',
            headline: expect.any(String),
            published: '2021-11-29',
            updated: null,
            speaker: null,
            turn: null,
            caption: false,
            url: null,
            link: null,
          },
          also: [],
          relation: null,
          newest: false,
        },
      ]),
      difference: null,
      related: expect.any(Array),
      stale: [],
      tookMs: expect.any(Number),
      further: [],
    });
  });

  it('prints an unanswered question as JSON with its reason', async () => {
    const { code, stdout } = await nutgraf(['ask', '--json', 'who is the CEO of Amazon?']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'unanswered',
      reason: expect.stringMatching(/unsure|not-in-story/),
      quotes: [],
      nearest: expect.any(Array),
    });
  });

  it('answers each question of a message, and exits with 0 when any is answered', async () => {
    const text = 'who is the CEO of Amazon? and what was the vote count?';
    const { code, stdout } = await nutgraf(['ask', text]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^who is the CEO of Amazon\?\n[\s\S]*\n\nand what was the vote count\?\n│ .*1,798/,
    );
    const { stdout: json } = await nutgraf(['ask', '--json', text]);
    expect(JSON.parse(json)).toMatchObject({
      question: 'who is the CEO of Amazon?',
      status: 'unanswered',
      further: [{ question: 'and what was the vote count?', status: 'answered', further: [] }],
    });
  });

  it('uses another library, from --data or NUTGRAF_DATA', async () => {
    const question = 'how many council members voted for the ferry?';
    const library = 'tests/fixtures/library';
    expect((await nutgraf(['ask', '--data', library, question])).stdout).toContain('11 votes');
    expect((await nutgraf(['ask', question], '', { NUTGRAF_DATA: library })).stdout).toContain('11 votes');
  });

  it('narrows to a story', async () => {
    const asked = ['ask', '--json', 'what was the vote count?', '--story'];
    expect((await nutgraf([...asked, 'bessemer-union-vote'])).code).toBe(0);
    expect(JSON.parse((await nutgraf([...asked, 'no-such'])).stdout)).toMatchObject({ reason: 'no-story' });
  });

  it('takes everything after -- for the question', async () => {
    expect((await nutgraf(['ask', '--', '--help', 'vote', 'count'])).stdout).toContain('1,798');
  });

  it.each([
    ['no question', ['ask'], /There is no question/],
    ['an option that there is not', ['ask', '--yaml', 'x'], /Unknown option '--yaml'/],
    ['an option without its value', ['ask', 'x', '--story'], /--story/],
    [
      'an engine that there is not',
      ['ask', '--engine', 'grep', 'x'],
      /--engine should be one of memory, minisearch, opensearch/,
    ],
    ['a place that is none', ['ask', '--place', 'irc:x', 'x'], /--place should be/],
    [
      'a time without an offset',
      ['ask', '--at', '2026-12-01T06:00:00', 'x'],
      /--at should be a date and time/,
    ],
    ['a library that is not there', ['ask', '--data', 'no/such', 'x'], /There is no folder no\/such/],
    ['a library that is a file', ['ask', '--data', 'package.json', 'x'], /is a file/],
    ['a batch and a question', ['ask', '--batch', '-', 'x'], /leave the question/],
    ['a batch that is not there', ['ask', '--batch', 'no/such'], /cannot read no\/such/],
    ['a command that there is not', ['aks', 'x'], /no command "aks"/],
    ['a command named like a method', ['constructor'], /no command/],
  ])('exits with 2 and one line for %s', async (_name, args, message) => {
    const { code, stdout, stderr } = await nutgraf(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('is not kept from answering by a mistake in a token', async () => {
    expect((await nutgraf(['ask', 'vote count?'], '', { SLACK_BOT_TOKEN: 'wrong' })).code).toBe(0);
  });
});

describe('nutgraf ask --batch', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nutgraf-batch-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('answers every line, in order, under its id', async () => {
    const input = [
      { id: 'b', question: 'what was the vote count?' },
      { id: 2, question: 'who is the CEO of Amazon?' },
      { id: 'a', question: 'what was the vote count?', story: 'no-such' },
    ];
    const file = join(folder, 'questions.jsonl');
    await writeFile(file, `\uFEFF${input.map((line) => JSON.stringify(line)).join('\r\n')}\r\n\r\n`);
    const { code, stdout } = await nutgraf(['ask', '--batch', file]);
    expect(code).toBe(0);
    expect(lines(stdout)).toMatchObject([
      { id: 'b', status: 'answered' },
      { id: 2, status: 'unanswered' },
      { id: 'a', status: 'unanswered', reason: 'no-story' },
    ]);
  });

  it('has one line for a message with several questions', async () => {
    const input = '{"id":1,"question":"vote count? and who announced the new election first?"}\n';
    const { stdout } = await nutgraf(['ask', '--batch', '-'], input);
    expect(lines(stdout)).toMatchObject([
      { id: 1, question: 'vote count?', further: [{ status: 'answered' }] },
    ]);
  });

  it('reads standard input, narrowed by --story', async () => {
    const input = '{"id":1,"question":"what was the vote count?"}\n';
    const { stdout } = await nutgraf(['ask', '--batch', '-', '--story', 'no-such'], input);
    expect(lines(stdout)).toMatchObject([{ id: 1, reason: 'no-story' }]);
  });

  it('says which lines it cannot read, goes on, and exits with 2', async () => {
    const input = 'oops\n{"id":7}\n[]\n{"id":8,"question":"vote count?"}\n';
    const { code, stdout, stderr } = await nutgraf(['ask', '--batch', '-'], input);
    expect(code).toBe(2);
    expect(lines(stdout)).toMatchObject([
      { id: null, line: 1, error: expect.stringMatching(/not JSON/) },
      { id: 7, line: 2, error: expect.stringMatching(/"question"/) },
      { id: null, line: 3 },
      { id: 8, status: 'answered' },
    ]);
    expect(stderr).toMatch(/line 1: .*\nline 2: /);
  });

  it('is done at once with nothing', async () => {
    expect(await nutgraf(['ask', '--batch', '-'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
