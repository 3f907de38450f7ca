import { html } from '../../../../html.ts';
import { type Place, parsePlace, type Question } from '../../../../knowledge/index.ts';
import { replyTo } from '../../../reply.ts';
import type { WebAround, WebContext } from '../../around.ts';
import { renderReply } from '../../render.ts';
import { sendDesk } from '../frame.ts';
import { commandWith, shellQuestion } from '../shell.ts';
import { closedHtml } from './closed.ts';
import { explainedHtml } from './explained.ts';
import { type Wish, whyForm } from './why-form.ts';

/** Candidates that are told of: the answer is nearly always among them. */
const MOST = 6;

const LEAD = html`What the bot would say, and why. It is not counted as a question of a reader.`;
const NO_PLACE = 'This should be web, terminal, slack:WORKSPACE/CHANNEL or discord:SERVER/CHANNEL.';

/**
 * Asks as a place would, and shows beside the answer what made it.
 *
 * @param around the library
 * @returns the handler
 */
export function showWhy(around: WebAround): (c: WebContext) => Promise<Response> {
  const { knowledge, data } = around;
  return async (c) => {
    const wish = wishIn(c);
    const { text, as, story } = wish;
    const place = parsePlace(as);
    const command = commandWith('nutgraf ask --why', { data, place: as === 'terminal' ? '' : as, story });
    const page = {
      title: 'Why',
      section: '/desk/why',
      lead: LEAD,
      commands: [`${command} ${shellQuestion(text || 'what was the vote count?')}`],
    } as const;
    if (place === null || text === '') {
      const wrong = place === null ? NO_PLACE : null;
      const form = whyForm(wish, wrong, knowledge.stories);
      return sendDesk(c, around, { ...page, body: form }, place === null ? 422 : 200);
    }
    const body = html`${whyForm(wish, null, knowledge.stories)}
${closedHtml(wish, place, around)}
${await answerHtml(questionOf(wish, place), around)}`;
    return sendDesk(c, around, { ...page, body });
  };
}

/** Straight to the library: the desk's own questions are none that readers ask. */
async function answerHtml(question: Question, { knowledge }: WebAround) {
  const [answer, explanation] = await Promise.all([
    knowledge.ask(question),
    knowledge.explain(question, MOST),
  ]);
  const { further, words, ...first } = explanation;
  const several = further.length > 0;
  return html`<section class="would-say" aria-labelledby="would-say"><h2 id="would-say">What the bot says</h2>
<div class="said">${renderReply(replyTo(answer), { story: question.scope.story })}</div></section>
${[first, ...further].map((each, at) => explainedHtml(each, words, several ? at + 1 : null))}`;
}

function wishIn(c: WebContext): Wish {
  const read = (name: string) => (c.req.query(name) ?? '').trim();
  return { text: read('q'), as: read('as') || 'web', story: read('story') };
}

function questionOf({ text, story }: Wish, place: Place): Question {
  return { text, scope: { place, story: story === '' ? null : story }, earlier: [] };
}
