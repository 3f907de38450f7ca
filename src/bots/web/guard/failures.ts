import { HTTPException } from 'hono/http-exception';
import type { WebAround, WebContext } from '../around.ts';
import { refusal, refusalWith } from './refusal.ts';

/** For addresses that nothing is at. */
export function notFound(around: WebAround): (c: WebContext) => Response {
  return (c) => refusal(around, c, 'not-found');
}

/**
 * For everything that is thrown while a request is answered: the log has all of it, whoever asks sees a fixed sentence
 * with the same id. Whoever has left meanwhile is no failure of ours.
 *
 * @param around the log, and the files of pages
 * @returns what answers instead
 */
export function wentWrong(around: WebAround): (error: Error, c: WebContext) => Response {
  return (error, c) => {
    const known = error instanceof HTTPException ? refusalWith(error.status) : null;
    if (known !== null && known !== 'internal') return refusal(around, c, known);
    const id = c.get('id');
    if (c.env.outgoing.destroyed)
      around.log.debug({ id, err: error }, 'a caller left before it was answered');
    else around.log.error({ id, err: error }, 'a request went wrong');
    return refusal(around, c, 'internal');
  };
}
