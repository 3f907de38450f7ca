import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiError } from '../api/error.ts';
import type { WebAround, WebContext } from '../around.ts';
import { problemPage } from '../pages/problem.ts';

/** Why a request is not answered, as whoever sent it is told. Nothing that was sent is ever part of it. */
const REFUSALS = {
  'bad-request': [400, 'This request cannot be read: go back, and send it again.'],
  unauthorized: [401, 'This is for those who keep the stories: sign in at /desk.'],
  forbidden: [403, 'This is not open to you.'],
  'not-found': [404, 'Nothing is at this address: ask a question instead, or choose a story.'],
  'wrong-method': [405, 'This address is only read: open it with GET.'],
  'body-too-large': [
    413,
    'This is too much at once: a text for the desk has at most 2 MB, and nothing else is sent.',
  ],
  'address-too-long': [414, 'This address is too long: start again with a new question.'],
  'query-too-long': [400, 'A part of this address is too long: a question has at most 1,000 characters.'],
  'other-host': [
    421,
    'This page is for the machine that it runs on: open it as localhost, or set HOST to share it, or WEB_PROXY where a proxy stands in front.',
  ],
  'too-many-requests': [429, 'These are many questions at once: wait a moment, then go on.'],
  internal: [
    500,
    'Something went wrong here: try again in a moment, and tell us this id if it does not help.',
  ],
  unavailable: [503, 'Nobody can be answered just now: try again in a minute.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type Refusal = keyof typeof REFUSALS;

/**
 * Says that a request is not answered, and why: programs in JSON, people on a page.
 *
 * @param around the files of pages
 * @param c the request
 * @param why what is wrong with it
 * @returns the answer, which nobody on the way keeps
 */
export function refusal(around: Pick<WebAround, 'assets'>, c: WebContext, why: Refusal): Response {
  const [status, sentence] = REFUSALS[why];
  if (isForPrograms(c.req.path)) return apiError(c, status, why, sentence);
  const page = problemPage({ status, sentence, id: c.get('id') ?? '', assets: around.assets });
  return c.html(page, status, { 'cache-control': 'no-store' });
}

/** @returns the refusal that has this status, `null` where none has */
export function refusalWith(status: number): Refusal | null {
  const found = Object.entries(REFUSALS).find(([, [own]]) => own === status);
  return found === undefined ? null : (found[0] as Refusal);
}

function isForPrograms(path: string): boolean {
  return /^\/(?:api|feed)(?:\/|$)/.test(path) || path === '/metrics';
}
