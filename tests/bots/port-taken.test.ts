import { describe, expect, it } from 'vitest';
import { portTaken } from '../../src/bots/port-taken.ts';

/** As `listen` throws it. */
function refused(code: string, port?: number): Error {
  return Object.assign(new Error(`listen ${code}`), { code, ...(port !== undefined && { port }) });
}

/** What was thrown, and what is said of it. */
type Case = readonly [error: Error, code: string, message: string];

describe('an address that cannot be listened on', () => {
  it.each<Case>([
    [
      refused('EADDRINUSE', 3000),
      'port-taken',
      'Port 3000 is taken by another program: set PORT to a free one.',
    ],
    [
      refused('EACCES', 80),
      'port-taken',
      'Port 80 is not for everybody (EACCES): set PORT to 1024 or above.',
    ],
    [refused('EMFILE', 80), 'port-taken', 'Port 80 cannot be used (EMFILE): set PORT to a free one.'],
    ...['EADDRNOTAVAIL', 'ENOTFOUND', 'EAFNOSUPPORT'].map(
      (code) =>
        [
          refused(code),
          'no-address',
          `HOST is no address of this machine (${code}): set it to 127.0.0.1, or to 0.0.0.0 for all that it has.`,
        ] as const satisfies Case,
    ),
  ])('is told in a sentence that says which variable to change: %s', (error, code, message) => {
    const said = portTaken(error);
    expect([said.code, said.message]).toEqual([code, message]);
  });
});
