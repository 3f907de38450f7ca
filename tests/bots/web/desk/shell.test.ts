import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellQuestion, shellWord } from '../../../../src/bots/web/desk/shell.ts';

/** What a shell makes of the words of a line. */
function read(line: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

describe.skipIf(process.platform === 'win32')('a command that is shown to be copied', () => {
  it.each([
    '$(id)',
    '`id`',
    "'; id; '",
    'a\nb',
    '~',
    '*',
    '-',
    'x;y',
    '\\',
    '!!',
    '"',
    "it's",
    '\u001b[31m',
    '& id',
    '#',
  ])('holds one word for a shell, which runs nothing of it: %j', (text) => {
    expect(read(shellWord(text))).toEqual([text.replace(/[\p{Cc}\s]+/gu, ' ').trim()]);
  });

  it('is read by a shell as it was meant, whatever was typed', () => {
    const typed = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(typed, (words) => {
        const meant = words.map((word) => word.replace(/[\p{Cc}\s]+/gu, ' ').trim());
        expect(read(words.map(shellWord).join(' '))).toEqual(meant);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('never takes a question for an option', () => {
    expect(shellQuestion('--batch=/etc/passwd')).toBe('-- --batch=/etc/passwd');
    expect(shellQuestion('--at x')).toBe("-- '--at x'");
    expect(shellQuestion('who?')).toBe("'who?'");
  });
});
