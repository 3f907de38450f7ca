import { PassThrough, Readable } from 'node:stream';
import type { Io } from '../../src/commands/command.ts';

/** Streams of a command under test, and what it wrote to them. */
export function ioWith(input = '', env: Readonly<Record<string, string>> = {}) {
  const [stdout, stderr] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const written = { stdout: '', stderr: '' };
  stdout.on('data', (chunk: string) => {
    written.stdout += chunk;
  });
  stderr.on('data', (chunk: string) => {
    written.stderr += chunk;
  });
  const io: Io = { stdin: Readable.from([input]), stdout, stderr, env };
  return { io, written };
}
