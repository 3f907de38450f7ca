import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log.ts';

/** What Node tells of a request that it cannot read, with the bytes that it could not. */
interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: unknown;
}

/** The headers, or all of a request, did not come in time. */
const LATE = 'ERR_HTTP_REQUEST_TIMEOUT';
const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  [LATE]: '408 Request Timeout',
};
/** As long as after any refusal: closed at once, the caller would see a reset instead of the status. */
const LINGER_MS = 500;
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Answers what is no HTTP with a status and nothing else, and closes the connection. Node would answer as well, but
 * tell nobody, and would write into the middle of an answer's body that is under way.
 *
 * @param server the server
 * @param isAnswering whether part of an answer is on its way to a connection
 * @param log gets one line for a connection, `debug`: everything that is open to the world is sent such things
 */
export function answerMalformed(server: Server, isAnswering: (socket: Socket) => boolean, log: Log): void {
  const told = new WeakSet<object>();
  // One listener for all of them: time runs out for hundreds of silent callers at once.
  const awaited = new Set<Socket>();
  server.on('request', ({ socket }: IncomingMessage) => void awaited.delete(socket));
  server.on('clientError', (error: ClientError, duplex) => {
    const socket = duplex as Socket;
    if (told.has(socket)) return;
    if (error.code === LATE) unlessItIsThere(socket, () => refuse(error, socket));
    else refuse(error, socket);
  });

  function refuse(error: ClientError, socket: Socket): void {
    if (told.has(socket)) return;
    told.add(socket);
    const { code = 'unknown' } = error;
    if (code !== 'ECONNRESET') log.debug({ code }, 'what came is no request');
    if (code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : '400 Bad Request';
    socket.end(`HTTP/1.1 ${reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  }

  /**
   * Where this process stood still (a machine that swaps, a disk that hangs), time ran out for callers whose request lay
   * here all the while: Node looks at its clock before it reads. Whoever has sent what was missing by the time that is
   * read is answered; Node itself looks at such a request no more.
   */
  function unlessItIsThere(socket: Socket, refuseIt: () => void): void {
    awaited.add(socket);
    setImmediate(() => {
      if (awaited.delete(socket)) refuseIt();
    });
  }
}

/**
 * Nobody who means well sends `.` or `..` as a part of a path, or escapes letters and figures: a proxy that keeps `/desk`
 * from the world by its letters would let `/x/../desk` and `/%64esk` pass.
 */
const DISGUISED = /\/(?:\.|%2e){1,2}(?:\/|$)|%(?:3\d|[46][1-9a-f]|[57][\da])/i;

/**
 * Whether a page has such an address: one host, written as browsers write it, and a path. Node takes others as well, such
 * as `0x7f.1`, which no rule about hosts would know for what it is.
 *
 * @param request what came
 */
export function hasAddress({ url = '', headers: { host = '' }, rawHeaders }: IncomingMessage): boolean {
  // Of two hosts Node takes the first, and a proxy or a cache may have taken the other.
  if (rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name)).length > 1) return false;
  if (!/^\/[^\\?]*(?:\?|$)/.test(url) || !HOST.test(host)) return false;
  if (DISGUISED.test(url.split('?', 1)[0] ?? '')) return false;
  const name = host.replace(/:\d*$/, '').toLowerCase();
  return URL.canParse(`http://${host}`) && new URL(`http://${host}`).hostname === name;
}
