import { type Html, html, theirs } from '../../../html.ts';
import type { EarlierTurn, Story } from '../../../knowledge/index.ts';
import type { Reply } from '../../reply.ts';
import { wellFormed } from '../../text.ts';
import { afterOf, queryOf, type WebAsking } from '../asking.ts';
import { renderReply } from '../render.ts';
import { storyPath } from './addresses.ts';
import { askForm } from './ask-form.ts';

/** An answer, with what it was asked after and what can be asked after it. */
export interface ShownAnswer {
  readonly asking: WebAsking;
  readonly reply: Reply;
  /** What the next question may lean on. */
  readonly turns: readonly EarlierTurn[];
  /** The story that was asked, where it is open to the page. */
  readonly story: Story | null;
}

/** Two links of a chain. */
const LINK = html`<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true"><path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9"/></svg>`;

/** Longer questions are set smaller, in UTF-16 code units: the answer should be in sight. */
const LONG = 160;

/**
 * @param shown an answer
 * @returns what stands in the `<main>` of its page
 */
export function answerBody({ asking, reply, turns, story }: ShownAnswer): Html {
  const look = reply.kind === 'several' ? ' unseen' : asking.text.length > LONG ? ' long' : '';
  return html`${thread(asking)}<article class="turn">
${story === null ? '' : within(story)}<h1 class="asked${look}" tabindex="-1" dir="auto">${questionText(asking.text)}</h1>
${renderReply(reply, asking)}<p class="actions" hidden><button class="button quiet" type="button" data-copy>${LINK}<span>Copy link</span></button></p>
</article>
${askForm({
  id: 'further',
  label: isAnswered(reply) ? 'Ask further' : 'Ask in other words',
  story: story?.slug ?? null,
  after: afterOf(turns),
})}
<p class="else"><a href="/">Ask something else</a></p>`;
}

/** What was asked before, oldest first, each with the address of its own answer. */
function thread({ earlier, story }: WebAsking): Html {
  if (earlier.length === 0) return html``;
  const items = earlier.map(({ question }, index) => {
    const address = queryOf({ text: question, story, earlier: earlier.slice(0, index) });
    return html`<li><a href="/${address}"><bdi>${questionText(question)}</bdi></a></li>\n`;
  });
  return html`<nav class="thread" aria-label="Asked before"><ol class="asked-before">
${items}</ol></nav>
`;
}

function within(story: Story): Html {
  return html`<p class="within"><a href="${storyPath(story)}">${theirs(wellFormed(story.title))}</a></p>\n`;
}

function questionText(text: string): string {
  return text.trim() === '' ? 'No question' : wellFormed(text);
}

function isAnswered(reply: Reply): boolean {
  return (
    reply.kind === 'answer' ||
    (reply.kind === 'several' && reply.parts.some(({ reply: part }) => isAnswered(part)))
  );
}
