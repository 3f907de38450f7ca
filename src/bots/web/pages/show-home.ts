import { closedReply } from '../../other-replies.ts';
import type { Reply } from '../../reply.ts';
import { WEB, type WebAround, type WebContext } from '../around.ts';
import { readWebAsking, type WebAsking } from '../asking.ts';
import { spentOn } from '../guard/spent.ts';
import { answerBody } from './answer.ts';
import { homeBody } from './home.ts';
import { documentOf, mainOf, type Page } from './layout.ts';
import { problemPage } from './problem.ts';

/** A script that has the rest of the page asks for the part that changes. */
const PART = 'x-nutgraf-part';
const CLOSED = JSON.stringify(closedReply());

/**
 * `/`: the start, or with `?q=` the answer to a question.
 *
 * @param around what answers
 * @returns what handles a request
 */
export function showHome(around: WebAround): (c: WebContext) => Promise<Response> {
  const { assets, knowledge, local } = around;
  return async (c) => {
    const asking = readWebAsking(new URL(c.req.url).searchParams);
    if (asking === null) return c.html(unreadable(around, c), 400, { 'cache-control': 'no-store' });
    const stories = knowledge.storiesOpenTo(WEB);
    const story = stories.find(({ slug }) => slug === asking.story) ?? null;
    if (asking.text === '') {
      const body = homeBody({ stories, story, local });
      return send(c, { title: '', kind: 'ask', body, scripts: ['page.js'], assets }, 200);
    }
    const { reply, answer, turns } = await find(around, asking);
    if (answer !== null) c.set('foundIn', spentOn(answer));
    const body = answerBody({ asking, reply, turns, story });
    const title = asking.text;
    const status = answer === null ? failureStatus(reply) : 200;
    return send(c, { title, kind: 'ask', body, scripts: ['page.js'], assets }, status);
  };
}

function find({ desk }: WebAround, { text, story, earlier }: WebAsking) {
  return desk.find({ place: WEB, thread: null, text, story, earlier });
}

function send(c: WebContext, page: Page, status: 200 | 500 | 503): Response {
  c.header('cache-control', 'private, no-cache');
  c.header('vary', PART);
  const isPart = c.req.header(PART) === 'answer';
  const sent = isPart ? mainOf(page).html : documentOf(page);
  c.set('length', sent.length);
  return c.html(sent, status) as Response;
}

/** 503 while the process ends: whoever asks again reaches the next one. */
function failureStatus(reply: Reply): 500 | 503 {
  return JSON.stringify(reply) === CLOSED ? 503 : 500;
}

function unreadable({ assets }: WebAround, c: WebContext): string {
  const sentence = 'What was asked before cannot be read from this address: ask your question again.';
  return problemPage({ status: 400, sentence, id: c.get('id'), assets });
}
