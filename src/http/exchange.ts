import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Log, newRequestId } from '../log.ts';

/** A request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Under which the log tells of it, and which is sent back as `x-request-id`. */
  readonly id: string;
  /** The path alone: a query may hold a code or a state, and is never logged. */
  readonly path: string;
  /**
   * Answers with a status and nothing else. What is left of the request is not read.
   *
   * @param status 4xx or 5xx
   * @param why a word or two for the log; never anything that was sent
   * @param headers further headers
   */
  refuse(status: number, why: string, headers?: Readonly<Record<string, string>>): void;
}

/** Ids that load balancers give are taken over; anything else may be meant to spoil the log. */
const SANE_ID = /^[\w.:=-]{1,128}$/;
const SANE_WORD = /^[\w-]{1,64}$/;
/** Longest path in the log, in characters: ours have fewer than thirty. */
const PATH_SHOWN = 100;
/**
 * A connection is kept this long after a refusal, unread: closed at once, with bytes of the body under way, the
 * caller would see a reset instead of the status.
 */
const LINGER_MS = 500;

/** What browsers shall keep to with every answer, refusals and figures as well; pages have more of their own. */
const POLICY = [
  ['x-content-type-options', 'nosniff'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
] as const;

/**
 * Begins an exchange: gives it an id, which is sent back as `x-request-id`, and tells the log how it ended.
 *
 * @param request what came
 * @param response where the answer goes
 * @param quiet whether even a failure is nothing to warn of, as when health is asked every few seconds; asked of failures
 *   alone, and once of each
 * @param log gets a line when the exchange is over: `debug`, or `warn` when it was refused
 * @returns the exchange
 */
export function beginExchange(
  request: IncomingMessage,
  response: ServerResponse,
  quiet: (path: string) => boolean,
  log: Log,
): Exchange {
  const began = performance.now();
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const id = idOf(request.headers);
  let reason: string | null = null;
  let told = false;
  response.setHeader('x-request-id', id);
  for (const [name, value] of POLICY) response.setHeader(name, value);

  function tell(gone: boolean): void {
    if (told) return;
    told = true;
    const fields = {
      id,
      method: request.method,
      path: path.slice(0, PATH_SHOWN),
      status: gone ? null : response.statusCode,
      ms: Math.round(performance.now() - began),
      ...(reason === null ? {} : { why: reason }),
      ...retryOf(request.headers),
    };
    if (gone) log.debug(fields, 'a caller left before it was answered');
    else if (response.statusCode < 400 || quiet(path)) log.debug(fields, 'a request was answered');
    else log.warn(fields, 'a request was refused');
  }

  response.once('finish', () => tell(false));
  response.once('close', () => tell(true));
  return {
    request,
    response,
    id,
    path,
    refuse(status, why, headers = {}) {
      reason = why;
      if (!bodyIsLeft(request)) {
        response.writeHead(status, { ...headers, 'content-length': 0 }).end();
        return;
      }
      response.writeHead(status, { ...headers, connection: 'close', 'content-length': 0 }).flushHeaders();
      tell(false);
      const end = setTimeout(() => response.end(), LINGER_MS);
      response.once('close', () => clearTimeout(end));
    },
  };
}

function bodyIsLeft({ headers, complete }: IncomingMessage): boolean {
  const announced = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return announced && !complete;
}

function idOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE_ID.test(given) ? given : newRequestId();
}

/** Which delivery of the same thing this is, in Slack's words. */
function retryOf(headers: IncomingHttpHeaders): Record<string, string> {
  const [number, reason] = [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
  return {
    ...(typeof number === 'string' && SANE_WORD.test(number) ? { retry: number } : {}),
    ...(typeof reason === 'string' && SANE_WORD.test(reason) ? { retryReason: reason } : {}),
  };
}
