import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log.ts';

/** What Node tells of a request that it cannot read, with the bytes that it could not. */
interface ClientError extends NodeJS.ErrnoException {
  readonly rawPacket?: unknown;
}

const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
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
  server.on('clientError', (error: ClientError, duplex) => {
    const socket = duplex as Socket;
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
  });
}

/**
 * Whether a page has such an address: one host, written as browsers write it, and a path. Node takes others as well, such
 * as `0x7f.1`, which no rule about hosts would know for what it is.
 *
 * @param request what came
 */
export function hasAddress({ url = '', headers: { host = '' } }: IncomingMessage): boolean {
  if (!/^\/[^\\?]*(?:\?|$)/.test(url) || !HOST.test(host)) return false;
  const name = host.replace(/:\d*$/, '').toLowerCase();
  return URL.canParse(`http://${host}`) && new URL(`http://${host}`).hostname === name;
}
