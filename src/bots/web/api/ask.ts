import type { EarlierTurn } from '../../../knowledge/index.ts';
import type { Found } from '../../desk.ts';
import { closedReply } from '../../other-replies.ts';
import type { Reply } from '../../reply.ts';
import { WEB, type WebAround, type WebContext } from '../around.ts';
import { afterOf, readWebAsking } from '../asking.ts';
import { spentOn } from '../guard/spent.ts';
import { apiError } from './error.ts';

/** As many turns as the desk keeps of a thread. */
const EARLIER = 3;
/**
 * Longest `x-nutgraf-after`, in characters: proxies give all headers of an answer 4 KB and more (nginx:
 * `proxy_buffer_size`), and answer themselves with an error where they need more. Earlier turns give way first.
 */
const AFTER = 2_000;

const CLOSED = JSON.stringify(closedReply());
/** How soon whoever asks while this process is being restarted should ask again, in seconds. */
const RESTARTED = '60';

/**
 * `/api/ask`: the Answer, as `nutgraf ask --json` prints it.
 *
 * @param around what answers
 * @returns what is done for the path
 */
export function answerAsk({ desk }: Pick<WebAround, 'desk'>): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const asking = readWebAsking(new URL(c.req.url).searchParams);
    if (asking === null) {
      const message = 'after should be what an answer gave as x-nutgraf-after: leave it away to begin anew.';
      return apiError(c, 400, 'bad-after', message);
    }
    const found = await desk.find({ place: WEB, thread: null, ...asking });
    const { answer, reply } = found;
    if (answer === null) return brokenAnswer(c, reply);
    c.set('foundIn', spentOn(answer));
    const after = followedBy(asking.earlier, found);
    const body = JSON.stringify(answer);
    c.set('length', body.length);
    return c.body(body, 200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(after === '' ? {} : { 'x-nutgraf-after': after }),
    });
  };
}

function brokenAnswer(c: WebContext, reply: Reply): Response {
  const sentence = 'sentence' in reply ? reply.sentence : '';
  return JSON.stringify(reply) === CLOSED
    ? apiError(c, 503, 'restarting', sentence, { 'retry-after': RESTARTED })
    : apiError(c, 500, 'not-answered', sentence);
}

/** What a follow-up hands back as `after`; `''` where there is nothing that it could lean on. */
function followedBy(earlier: readonly EarlierTurn[], { turns }: Found): string {
  const last = [...earlier, ...turns].slice(-EARLIER);
  const fitting = last.findIndex((_, index) => afterOf(last.slice(index)).length <= AFTER);
  return fitting === -1 ? '' : afterOf(last.slice(fitting));
}
