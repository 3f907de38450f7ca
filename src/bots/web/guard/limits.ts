import type { IncomingMessage } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { readBody } from '../../../http/body.ts';
import type { WebAround, WebContext, WebEnv } from '../around.ts';
import { hasSession } from '../desk/session.ts';
import { tokenIn } from '../desk/token.ts';
import type { Buckets } from './buckets.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Longest address, in bytes; our own have at most some 30,000. */
const ADDRESS = 32 * 1024;
/**
 * Longest body that the desk takes of whoever is logged in, in bytes: the text of a long article has a hundredth of it,
 * its page half.
 */
const BODY = 2 * 1024 * 1024;
/**
 * Longest body of any other form, in bytes: a token, and an address of 4,000 characters that is escaped. Whoever may
 * send one need not be logged in, and 2 MB of ampersands keep everybody else waiting for a second while they are read.
 */
const FORM = 32 * 1024;
/**
 * Longest parameters, in characters. A question may have 1,000, and is told so in words when it is somewhat longer;
 * `after` holds up to three.
 */
const LONGEST: ReadonlyMap<string, number> = new Map([
  ['q', 4_000],
  ['after', 20_000],
]);
const LONGEST_OTHER = 2_000;
const PARAMETERS = 20;
/** In ms: as long as the server waits for any request. */
const BODY_MS = 10_000;

const READ = 'GET, HEAD, OPTIONS';
const WRITTEN = `${READ}, POST`;

/**
 * Refuses what no page of ours sends: other methods, long addresses and parameters, and bodies but those for the desk,
 * which are counted while they come. It answers `OPTIONS` with the methods that there are.
 *
 * @param around the files of pages
 * @param attempts who may try the desk's token how often
 * @returns the middleware
 */
export function withinLimits(around: WebAround, attempts: Buckets): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { outgoing } = c.env;
    const why = refusalOf(c, around, attempts);
    if (why === 'wrong-method') outgoing.setHeader('allow', allowedAt(c.req.path));
    // Whatever is left of the body is not waited for.
    if (why === 'body-too-large' || why === 'unauthorized') outgoing.setHeader('connection', 'close');
    if (why !== null) return refusal(around, c, why);
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow: allowedAt(c.req.path) });
    if (c.req.method !== 'POST') return next();
    const wrong = await readInto(c, around, attempts);
    if (wrong === null) return next();
    outgoing.setHeader('connection', 'close');
    return refusal(around, c, wrong);
  };
}

/** Reads the body before anybody parses it: one that is sent in chunks has no length that could be looked at. */
async function readInto(c: WebContext, around: WebAround, attempts: Buckets): Promise<Refusal | null> {
  const { outgoing } = c.env;
  const incoming = c.env.incoming as IncomingMessage;
  const begin = () => {
    // Node leaves it to us where a client asks before it sends.
    if (incoming.headers.expect !== undefined) outgoing.writeContinue();
  };
  const body = await readBody(incoming, longestBody(c, around, attempts), BODY_MS, begin);
  if (body.kind === 'gone') around.log.debug({ id: c.get('id') }, 'a caller left before it was answered');
  if (body.kind !== 'read') return body.kind === 'too-large' ? tooLarge(c, around, attempts) : 'bad-request';
  const { url, method, headers } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, body: new Uint8Array(body.bytes) });
  return null;
}

function refusalOf(c: WebContext, around: WebAround, attempts: Buckets): Refusal | null {
  const { headers, url = '' } = c.env.incoming;
  const { method, path } = c.req;
  const length = Number(headers['content-length'] ?? 0);
  if (Buffer.byteLength(url) > ADDRESS) return 'address-too-long';
  if (!allowedAt(path).split(', ').includes(method)) return 'wrong-method';
  if (method === 'POST')
    return length > longestBody(c, around, attempts) ? tooLarge(c, around, attempts) : null;
  if (length > 0 || headers['transfer-encoding'] !== undefined) return 'body-too-large';
  return isTooMuch(new URLSearchParams(url.split('?').slice(1).join('?'))) ? 'query-too-long' : null;
}

function longestBody(c: WebContext, around: WebAround, attempts: Buckets): number {
  return isAdding(c) && isTrusted(c, around, attempts) ? BODY : FORM;
}

/** An editor whose session has ended while they wrote goes back to what they wrote, and signs in beside it. */
function tooLarge(c: WebContext, around: WebAround, attempts: Buckets): Refusal {
  const hasDesk = around.config.deskToken !== null;
  return hasDesk && isAdding(c) && !isTrusted(c, around, attempts) ? 'unauthorized' : 'body-too-large';
}

function isAdding({ req }: WebContext): boolean {
  return req.path.startsWith('/desk/add/');
}

function isTrusted(c: WebContext, around: WebAround, attempts: Buckets): boolean {
  const { deskToken } = around.config;
  return deskToken !== null && (hasSession(c, deskToken) || tokenIn(c, around, attempts) === 'right');
}

/** Only the desk is written to. */
function allowedAt(path: string): string {
  return path === '/desk' || path.startsWith('/desk/') ? WRITTEN : READ;
}

function isTooMuch(query: URLSearchParams): boolean {
  if (query.size > PARAMETERS) return true;
  for (const [name, value] of query) {
    if (value.length > (LONGEST.get(name) ?? LONGEST_OTHER) || name.length > LONGEST_OTHER) return true;
  }
  return false;
}
