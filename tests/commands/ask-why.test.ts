import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Explanation } from '../../src/knowledge/index.ts';
import { ioWith } from '../support/io.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';

async function why(args: readonly string[]) {
  const { path } = await libraryFolder({
    'ferry/post.md': articleFile(
      'The council voted for a night ferry. The motion passed by 11 votes to 4. A ticket costs \u001b[31m$3.50\u001b[0m.',
    ),
    'mill/story.yaml': 'audience:\n  slack:\n    workspaces: [T1]\n',
    'mill/herald.md': articleFile('Sparks set the old mill on fire.', { outlet: 'The Herald' }),
  });
  const { io, written } = ioWith('', { NUTGRAF_DATA: path });
  const code = await run(['ask', '--why', ...args], io);
  return { code, ...written };
}

describe('nutgraf ask --why', () => {
  it('prints what was understood, the candidates with their verdicts, and why the first won', async () => {
    const { code, stdout, stderr } = await why(['how many votes did the motion get?']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^how many votes did the motion get\?: answered, confidence \d\d%\n/);
    expect(stdout).toContain('\n  asks for  a number\n');
    expect(stdout).toMatch(/\n {4}0\.\d\d {2}motion: motion\n/);
    expect(stdout).toMatch(
      /\n1\. score \d+\.\d, confidence \d\d%: the answer\n│ The motion passed by 11 votes to 4\.\n {2}The Post · Council votes\n/,
    );
    expect(stdout).toMatch(/\n2\. score -?\d+\.\d, confidence \d+%: not shown\n/);
    expect(stdout).toMatch(
      /\nWhy 1 is ahead of 2, by \d+\.\d\n.*of 1 .*of 2\n(?: {4}(?: [ +-]\S+){3} {2}[A-Z"].*\n){6}$/,
    );
  });

  it('exits with 1 and says why there is no answer', async () => {
    const { code, stdout } = await why(['Who is the CEO of Amazon?']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Who is the CEO of Amazon\?: (?:nothing comes close|not sure) enough to be/);
    expect(stdout).not.toContain('the answer');
    expect(await why([''])).toEqual({ code: 1, stdout: ': nothing was asked\n', stderr: '' });
  });

  it('prints the explanation as JSON', async () => {
    const { code, stdout } = await why(['--json', 'how many votes did the motion get?']);
    const explanation = JSON.parse(stdout) as Explanation;
    expect(code).toBe(0);
    expect(explanation).toMatchObject({
      status: 'answered',
      reason: null,
      read: { kind: 'number', counted: ['votes'] },
      judged: 3,
      further: [],
    });
    expect(explanation.candidates.map(({ shown }) => shown)).toEqual(['answer', 'not', 'not']);
    for (const { name } of [...explanation.won, ...(explanation.candidates[0]?.features ?? [])]) {
      expect(explanation.words[name]).toEqual(expect.any(String));
    }
  });

  it('explains each question of a message', async () => {
    const { stdout } = await why(['what does a ticket cost? and how many votes did the motion get?']);
    expect(stdout).toMatch(/^what does a ticket cost\?: /);
    expect(stdout).toMatch(/\n\n(?:and )?how many votes did the motion get\?: answered/);
  });

  it('asks as from the place and of the story that are named', async () => {
    const question = 'what set the mill on fire?';
    expect((await why([question])).stdout).not.toContain('Sparks');
    expect((await why(['--place', 'slack:T1', question])).stdout).toContain('│ Sparks set');
    expect((await why(['--place', 'slack:T1', '--story', 'ferry', question])).stdout).not.toContain('Sparks');
    expect((await why(['--story', 'none', question])).stdout).toContain(': there is no such story');
  });

  it('writes no escape codes of an article', async () => {
    const { stdout } = await why(['what does a ticket cost?']);
    expect(stdout).toContain('$3.50');
    expect(stdout).not.toContain('\u001b');
  });

  it('refuses a batch', async () => {
    const { code, stderr } = await why(['--batch', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain('--why explains one question');
  });
});
