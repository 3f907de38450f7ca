import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../bin/nutgraf.js', import.meta.url));
const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Runs a line of the shell in which `nutgraf` is the real program, and tells how that ended. */
async function shell(line: string) {
  const env = { PATH: process.env.PATH ?? '', NUTGRAF_DATA: DATA };
  const whole = `nutgraf() { "${process.execPath}" "${PROGRAM}" "$@"; echo "ended with $?" >&3; }; { ${line}; } 3>&1`;
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', whole], { env });
  return { stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('a command whose output breaks', () => {
  it('ends quietly where its reader has seen enough', async () => {
    const { stdout, stderr } = await shell('nutgraf list | true');
    expect([stdout, stderr]).toEqual(['ended with 0\n', '']);
  });

  it.skipIf(!existsSync('/dev/full'))('says in a sentence that the disk is full', async () => {
    const { stdout, stderr } = await shell('nutgraf check > /dev/full');
    expect([stdout, stderr]).toEqual([
      'ended with 2\n',
      'What was to be printed cannot be written (ENOSPC): look whether the disk has room.\n',
    ]);
  });

  it.skipIf(!existsSync('/dev/full'))('goes on where only its messages cannot be written', async () => {
    const { stdout } = await shell('nutgraf ask 2> /dev/full');
    expect(stdout).toBe('ended with 2\n');
  });
});
