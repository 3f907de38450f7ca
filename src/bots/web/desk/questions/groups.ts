import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import { articleName } from '../../../../report/articles.ts';
import type { Report } from '../../../../report/report.ts';
import type { QuestionGroup } from '../../../../report/unanswered.ts';
import type { UnhelpfulGroup } from '../../../../report/unhelpful.ts';
import type { Wording } from '../../../../report/wordings.ts';
import { day } from '../../../../report/words.ts';
import { shortened } from '../../../../shortened.ts';

/** Groups that are shown; the report of a command has all of them. */
const MOST = 100;
/** Other wordings of each, and characters of each. */
const WORDINGS = 8;
const LONGEST = 240;

/** @returns the questions without an answer, those that ask the same together */
export function unansweredHtml({ unanswered, totals }: Report): Html {
  const hidden =
    totals.withoutText === 0
      ? html``
      : html`<p class="small">${counted(totals.withoutText, 'other is', 'others are')} counted, and not shown.</p>`;
  return html`<section aria-labelledby="unanswered"><h2 id="unanswered">No story answers these</h2>
${
  unanswered.length === 0
    ? html`<p class="empty">Nothing that was asked in this time is without an answer.</p>`
    : html`<p class="small">Questions that ask the same stand together, under their most usual wording.</p>
<ol class="groups">${unanswered.slice(0, MOST).map(unansweredItem)}</ol>`
}
${moreHtml(unanswered.length)}${hidden}</section>`;
}

function unansweredItem({ title, count, people, desk, last, story, wordings }: QuestionGroup): Html {
  const facts = [
    `asked ${counted(count, 'time', 'times')}`,
    ...(people > 0 ? [`by ${counted(people, 'person', 'people')}`] : []),
    ...(desk > 0 ? [`told to the desk ${counted(desk, 'time', 'times')}`] : []),
    `last on ${day(last)}`,
  ];
  const about = story === null ? html`` : html` <a href="/desk?story=${story}"><code>${story}</code></a>`;
  const add = story === null ? '/desk/add' : `/desk/add?story=${encodeURIComponent(story)}`;
  return html`<li><span class="count">${count === 0 ? '–' : count.toLocaleString('en')}</span><div>
<p class="title">${theirs(shortened(title, LONGEST))}</p>
<p class="small">${facts.join(', ')}${about}</p>${waysHtml(wordings)}
<p class="links"><a href="${add}">Add an article</a> <a href="${whyPath(title, story)}">Why</a></p></div></li>`;
}

/** @returns the answers that somebody marked, with what they quoted */
export function unhelpfulHtml({ unhelpful }: Report): Html {
  if (unhelpful.length === 0) return html``;
  return html`<section aria-labelledby="marked"><h2 id="marked">Answers that were marked</h2>
<ol class="groups">${unhelpful.slice(0, MOST).map(unhelpfulItem)}</ol>${moreHtml(unhelpful.length)}</section>`;
}

function unhelpfulItem({
  title,
  count,
  notHelpful,
  notWhatIAsked,
  last,
  articles,
  wordings,
}: UnhelpfulGroup): Html {
  const facts = [
    ...(notHelpful > 0 ? [`not helpful ${counted(notHelpful, 'time', 'times')}`] : []),
    ...(notWhatIAsked > 0 ? [`not what was asked ${counted(notWhatIAsked, 'time', 'times')}`] : []),
    `last on ${day(last)}`,
  ];
  const quoted = articles
    .slice(0, WORDINGS)
    .map(
      (article) =>
        html`<p class="small">Quoted: ${theirs(articleName(article))}${article.count === 1 ? '' : ` (${article.count})`}</p>`,
    );
  return html`<li><span class="count">${count.toLocaleString('en')}</span><div>
<p class="title">${theirs(shortened(title, LONGEST))}</p>
<p class="small">${facts.join(', ')}</p>${quoted}${waysHtml(wordings)}
<p class="links"><a href="${whyPath(title, articles[0]?.story ?? null)}">Why</a></p></div></li>`;
}

function waysHtml(wordings: readonly Wording[]): Html {
  if (wordings.length === 0) return html``;
  const rest = wordings.length - WORDINGS;
  const items = wordings
    .slice(0, WORDINGS)
    .map(
      ({ text, count }) =>
        html`<li>${theirs(shortened(text, LONGEST))}${count === 1 ? '' : ` (${count})`}</li>`,
    );
  const more = rest > 0 ? html`<li>and ${counted(rest, 'other wording', 'other wordings')}</li>` : html``;
  return html`<details><summary>${counted(wordings.length, 'other wording', 'other wordings')}</summary><ul class="ways">${items}${more}</ul></details>`;
}

function moreHtml(count: number): Html {
  const rest = count - MOST;
  return rest > 0 ? html`<p class="small">And ${counted(rest, 'other', 'others')}.</p>` : html``;
}

function whyPath(question: string, story: string | null): string {
  const query = new URLSearchParams({ q: question, ...(story === null ? {} : { story }) });
  return `/desk/why?${query.toString()}`;
}
