import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hasEnded, SELF } from '../../../src/bots/discord/gateway/owner.ts';

const [HOST, PID, BEGAN] = SELF.split(' ');

describe('whoever had a session', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);

  it.each([
    ['is this process', SELF, false],
    ['is another process of this machine that lives', `${HOST} ${process.ppid} 1`, false],
    ['was a process of this machine that has ended', `${HOST} ${pid} ${BEGAN}`, true],
    ['had the number that this process has now', `${HOST} ${PID} 1`, true],
    ['is of another machine, of which nobody here can tell', `elsewhere ${pid} ${BEGAN}`, false],
    ['was kept by another version', '', false],
  ])('%s', (_, owner, ended) => {
    expect(hasEnded(owner)).toBe(ended);
  });
});
