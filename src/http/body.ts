import type { IncomingMessage } from 'node:http';

/** A body, or why there is none. `gone`: the caller left. */
type Body =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' | 'too-slow' | 'gone' };

/**
 * Reads the body of a request into memory, and stops reading as soon as it is too much.
 *
 * @param request the request; nothing of it was read yet
 * @param most longest body that is taken, in bytes
 * @param ms how long it may take, in ms
 * @param begin called before the first byte is read, unless the announced length is too much already
 * @returns the body, or why there is none; never rejects
 */
export function readBody(
  request: IncomingMessage,
  most: number,
  ms: number,
  begin: () => void,
): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve({ kind: 'too-large' });
  begin();
  return new Promise((resolve) => {
    let held: Buffer = Buffer.alloc(0);
    let size = 0;
    const late = setTimeout(() => settle({ kind: 'too-slow' }), ms);
    // Copied, and not kept as it came: a body that is sent in chunks of one byte took four hundred times its length.
    const add = (part: Buffer) => {
      const needed = size + part.length;
      if (needed > most) return settle({ kind: 'too-large' });
      if (needed > held.length) held = withRoom(held, Math.max(needed, Math.min(2 * held.length, most)));
      part.copy(held, size);
      size = needed;
    };
    const end = () => settle({ kind: 'read', bytes: held.subarray(0, size) });
    const gone = () => settle({ kind: 'gone' });

    function settle(body: Body): void {
      clearTimeout(late);
      request.off('data', add).off('end', end).off('close', gone);
      if (body.kind !== 'read') request.pause();
      resolve(body);
    }
    request.on('data', add).on('end', end).on('close', gone);
  });
}

function withRoom(held: Buffer, length: number): Buffer {
  const room = Buffer.alloc(length);
  held.copy(room);
  return room;
}
