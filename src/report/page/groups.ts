import { counted } from '../../counted-words.ts';
import { type Html, html, theirs } from '../../html.ts';
import { shortened } from '../../shortened.ts';
import type { Report } from '../report.ts';
import type { QuestionGroup } from '../unanswered.ts';
import type { UnhelpfulGroup } from '../unhelpful.ts';
import type { Wording } from '../wordings.ts';
import { day } from '../words.ts';
import { articleHtml, moreHtml } from './tables.ts';

/** The most asked are set larger. */
const TOP = 3;
/** Groups that are seen at once: what follows them on the page should be found, too. The rest is folded. */
const OPEN = 10;
/** Other wordings that are shown of each group. */
const MOST_WORDINGS = 5;
/** Characters of a question: a page that is mailed should not be one person's essay. */
const LONGEST = 240;

/**
 * @param report the report
 * @param most groups that are shown
 * @returns the questions without an answer, each group once, with a bar for how often it was asked
 */
export function unansweredHtml({ unanswered, totals }: Report, most: number): Html {
  const highest = Math.max(1, unanswered[0]?.count ?? 0);
  const items = unanswered.slice(0, most).map((group, at) => unansweredItem(group, at, highest));
  const withoutText =
    totals.withoutText === 0
      ? html``
      : html`<p class="faint">${counted(totals.withoutText, 'question', 'questions')} more, whose text is not kept.</p>`;
  if (items.length === 0 && totals.withoutText === 0) return html``;
  return html`<h2 id="unanswered">Not answered, the most asked first</h2>
<p class="faint">Questions that ask the same stand together, under their most usual wording.</p>
${folded(items)}${moreHtml(unanswered.length - most)}${withoutText}`;
}

/** The first of them, and the others to be unfolded. */
function folded(items: readonly Html[]): Html {
  const rest = items.slice(OPEN);
  const others =
    rest.length === 0
      ? html``
      : html`<details><summary>${counted(rest.length, 'other', 'others')}</summary>
<ol class="groups">${rest}</ol></details>`;
  return html`<ol class="groups">${items.slice(0, OPEN)}</ol>${others}`;
}

function unansweredItem(
  { title, count, people, desk, last, wordings }: QuestionGroup,
  at: number,
  highest: number,
): Html {
  const told = desk === 0 ? '' : `, told to the desk ${counted(desk, 'time', 'times')}`;
  const facts = html`asked ${counted(count, 'time', 'times')} by ${counted(people, 'person', 'people')}, last on ${dayHtml(last)}${told}`;
  return html`<li${at < TOP ? html` class="top"` : html``}><span class="count">${count.toLocaleString('en')}</span><div>
<div class="title">${theirs(shortened(title, LONGEST))}</div>
${barHtml(count / highest)}
<div class="faint">${facts}</div>${waysHtml(wordings)}</div></li>`;
}

function barHtml(share: number): Html {
  const width = Math.round(share * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="no" width="${width}" height="1"/></svg>`;
}

function waysHtml(wordings: readonly Wording[]): Html {
  if (wordings.length === 0) return html``;
  const rest = wordings.length - MOST_WORDINGS;
  const items = wordings
    .slice(0, MOST_WORDINGS)
    .map(
      ({ text, count }) =>
        html`<li>${theirs(shortened(text, LONGEST))}${count === 1 ? '' : ` (${count})`}</li>`,
    );
  const more = rest > 0 ? html`<li>… and ${counted(rest, 'other wording', 'other wordings')}</li>` : html``;
  return html`<ul class="ways">${items}${more}</ul>`;
}

/**
 * @param report the report
 * @param most groups that are shown
 * @returns the answers that somebody marked, with the articles that were quoted
 */
export function unhelpfulHtml({ unhelpful }: Report, most: number): Html {
  if (unhelpful.length === 0) return html``;
  return html`<h2>Answers marked as not helpful, or not what was asked</h2>
${folded(unhelpful.slice(0, most).map(unhelpfulItem))}${moreHtml(unhelpful.length - most)}`;
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
    notHelpful === 0 ? '' : `not helpful ${counted(notHelpful, 'time', 'times')}`,
    notWhatIAsked === 0 ? '' : `not what was asked ${counted(notWhatIAsked, 'time', 'times')}`,
  ].filter(Boolean);
  const quoted = articles
    .slice(0, MOST_WORDINGS)
    .map(
      (article) =>
        html`<div class="faint">Quoted: ${articleHtml(article)}${article.count === 1 ? '' : ` (${article.count})`}</div>`,
    );
  return html`<li><span class="count">${count.toLocaleString('en')}</span><div>
<div class="title">${theirs(shortened(title, LONGEST))}</div>
<div class="faint">${facts.join(', ')}, last on ${dayHtml(last)}</div>${quoted}${waysHtml(wordings)}</div></li>`;
}

function dayHtml(moment: string): Html {
  return html`<span class="day">${day(moment)}</span>`;
}
