import { type Html, html, theirs } from '../../../html.ts';
import type { Story } from '../../../knowledge/index.ts';
import { queryOf } from '../asking.ts';
import { askForm } from './ask-form.ts';

/** Questions that are seen at once: what follows them should be in sight on a phone. */
const AT_ONCE = 5;

/**
 * @param story the story
 * @returns a box that asks it, and the questions that it is known to answer, each a link to its answer
 */
export function askStory({ slug, questions }: Story): Html {
  const asked = questions.filter((question) => question.trim() !== '');
  const links = asked.map((text) => {
    const href = `/${queryOf({ text, story: slug, earlier: [] })}`;
    return html`<li><a href="${href}">${theirs(text)}</a></li>\n`;
  });
  // One question more takes no more room than the line that opens it.
  const most = links.length === AT_ONCE + 1 ? links.length : AT_ONCE;
  const further = links.slice(most);
  return html`<section class="of-story" aria-labelledby="of-story">
<h2 id="of-story">Ask this story</h2>
${askForm({ id: 'q', label: 'Your question to this story', quietLabel: true, story: slug })}
${listed(links.slice(0, most))}${further.length === 0 ? '' : html`<details class="further"><summary>${further.length} more questions</summary>\n${listed(further)}</details>\n`}</section>`;
}

function listed(links: readonly Html[]): Html {
  return links.length === 0 ? html`` : html`<ul class="questions">\n${links}</ul>\n`;
}
