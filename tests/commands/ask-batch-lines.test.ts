import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { linesOf } from '../../src/commands/batch-lines.ts';
import { ioWith } from '../support/io.ts';

async function batch(input: string) {
  const { io, written } = ioWith(input, { NUTGRAF_DATA: 'data' });
  const code = await run(['ask', '--batch', '-'], io);
  const answers = written.stdout.split('\n').filter(Boolean);
  return { code, answers: answers.map((line) => JSON.parse(line)), stdout: written.stdout };
}

async function linesIn(...chunks: readonly (string | Uint8Array)[]) {
  const lines = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: true }))) lines.push(line);
  return lines;
}

describe('a batch', () => {
  it('holds a question with a line separator in it, which JSON lets stand', async () => {
    const { code, answers } = await batch('{"id":1,"question":"what was\u2028the vote count?"}\n');
    expect([code, answers.length, answers[0]?.question]).toEqual([0, 1, 'what was\u2028the vote count?']);
  });

  it('goes on behind a line whose id is nested too deeply to be written', async () => {
    const deep = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { code, answers } = await batch(`${deep}\n{"id":2,"question":"who?"}\n`);
    expect([code, answers.map(({ id }) => id)]).toEqual([2, [null, 2]]);
    expect(answers[0]).toEqual({ id: null, line: 1, error: '"id" should be a text or a number.' });
  });

  it('goes on behind a line that is longer than any question', async () => {
    const { code, answers } = await batch(
      `{"id":1,"question":"${'x'.repeat(2_000_000)}"}\n{"id":2,"question":""}`,
    );
    expect([code, answers[0]]).toEqual([
      2,
      { id: null, line: 1, error: 'This line has more than 1 MB: one question a line.' },
    ]);
    expect(answers[1]).toMatchObject({ id: 2, status: 'unanswered' });
  });

  it('writes nothing that acts on a terminal, and gives back the very id', async () => {
    const id = '\u009b2J\u202e\u007f\u001b[31m';
    const { answers, stdout } = await batch(`${JSON.stringify({ id, question: 'who?' })}\n`);
    expect(answers[0]?.id).toBe(id);
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e\u001b]/);
  });

  it('that is a folder is told so in a sentence', async () => {
    const { io, written } = ioWith();
    expect(await run(['ask', '--batch', mkdtempSync(`${tmpdir()}/batch-`)], io)).toBe(2);
    expect(written.stderr).toMatch(
      /^--batch cannot read .* \(EISDIR\): name a file of JSON lines, or -\.\n$/,
    );
  });
});

describe('lines', () => {
  it('end at a line feed only, wherever the pieces are cut', async () => {
    expect(await linesIn('a\r\nb\u2028c', 'd\n', '\n', 'e')).toEqual(['a\r', 'b\u2028cd', '', 'e']);
    expect(await linesIn(Buffer.from('é').subarray(0, 1), Buffer.from('é\n').subarray(1))).toEqual(['é']);
    expect(await linesIn(Buffer.from([0x61, 0xff, 0x0a]))).toEqual(['a\ufffd']);
    expect(await linesIn()).toEqual([]);
  });

  it('that are too long are not kept, in whatever pieces they come', async () => {
    const pieces = Array.from({ length: 30 }, () => 'x'.repeat(100_000));
    expect(await linesIn(...pieces, '\nb\n')).toEqual([null, 'b']);
    expect(await linesIn(...pieces)).toEqual([null]);
  });
});
