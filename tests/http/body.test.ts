import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readBody } from '../../src/http/body.ts';

/** A request whose body is sent by hand. */
function requestOf(): { readonly request: IncomingMessage; readonly body: PassThrough } {
  const body = new PassThrough();
  return { request: Object.assign(body, { headers: {} }) as unknown as IncomingMessage, body };
}

it('is read as it was sent, in however many parts, and nothing is kept of the parts themselves', async () => {
  const { request, body } = requestOf();
  const sent = Buffer.from(Array.from({ length: 3_000 }, (_, at) => at % 251));
  const reading = readBody(request, 4_000, 10_000, () => undefined);
  // What the network brought, of which each part is a slice: whoever keeps a byte of it keeps all of it.
  const brought = Buffer.from(sent);
  for (let at = 0; at < sent.length; at += 1) request.emit('data', brought.subarray(at, at + 1));
  brought.fill(0);
  body.end();
  expect(await reading).toEqual({ kind: 'read', bytes: sent });
});

it('may be as long as it may be, and no longer', async () => {
  for (const [length, kind] of [
    [0, 'read'],
    [1_000, 'read'],
    [1_001, 'too-large'],
  ] as const) {
    const { request, body } = requestOf();
    const reading = readBody(request, 1_000, 10_000, () => undefined);
    body.write(Buffer.alloc(Math.min(length, 700)));
    body.end(Buffer.alloc(Math.max(length - 700, 0)));
    expect(await reading).toMatchObject({ kind });
  }
});
