import { counted } from '../../counted-words.ts';
import { type Html, html, theirs } from '../../html.ts';
import { shortened } from '../../shortened.ts';
import { type ArticleRow, articleName } from '../articles.ts';
import type { Report } from '../report.ts';

interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/**
 * @param columns the columns
 * @param rows their cells; the first of each says what the row is about
 * @returns a table
 */
export function tableHtml(columns: readonly Column[], rows: readonly (readonly Html[])[]): Html {
  const head = columns.map(({ title, isNumber }) =>
    isNumber ? html`<th scope="col" class="number">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  const body = rows.map((cells) => {
    const written = cells.map((cell, at) => {
      if (at === 0) return html`<th scope="row">${cell}</th>`;
      return columns[at]?.isNumber ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;
    });
    return html`<tr>${written}</tr>`;
  });
  return html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Characters of a headline. */
const LONGEST = 160;

/** @returns an article as it is named in a page */
export function articleHtml(article: ArticleRow): Html {
  const published = article.published?.slice(0, 10);
  const name = theirs(shortened(articleName(article), LONGEST));
  return published === undefined ? name : html`${name} <span class="faint day">${published}</span>`;
}

/**
 * @param report the report
 * @param most rows of each list
 * @returns articles and stories
 */
export function otherTables({ quoted, neverQuoted, stories }: Report, most: number): Html {
  const quotedTable = html`<h2>Articles most quoted</h2>
${tableHtml(
  [{ title: 'Article' }, { title: 'Story' }, { title: 'Quoted', isNumber: true }],
  quoted
    .slice(0, most)
    .map((article) => [
      articleHtml(article),
      theirs(article.story),
      html`${article.count.toLocaleString('en')}`,
    ]),
)}${moreHtml(quoted.length - most)}`;
  const neverTable = html`<h2>Articles never quoted</h2>
<p class="faint">Of the library as it is now: no answer of this period began with them.</p>
${tableHtml(
  [{ title: 'Article' }, { title: 'Story' }],
  neverQuoted.slice(0, most).map((article) => [articleHtml(article), theirs(article.story)]),
)}${moreHtml(neverQuoted.length - most)}`;
  const storyTable = html`<h2>Stories</h2>
<p class="faint">Where there was no answer, the words of the question tell the story.</p>
${tableHtml(
  [{ title: 'Story' }, ...['Asked', 'Answered', 'Not answered'].map((title) => ({ title, isNumber: true }))],
  stories
    .slice(0, most)
    .map(({ title, asked, answered, unanswered }) => [
      theirs(shortened(title, LONGEST)),
      ...[asked, answered, unanswered].map((count) => html`${count.toLocaleString('en')}`),
    ]),
)}${moreHtml(stories.length - most)}`;
  return html`${quoted.length > 0 ? quotedTable : html``}
${neverQuoted.length > 0 ? neverTable : html``}
${stories.length > 0 ? storyTable : html``}`;
}

/** @returns a line for what is left out; nothing where nothing is */
export function moreHtml(rest: number): Html {
  if (rest <= 0) return html``;
  return html`<p class="faint">… and ${counted(rest, 'other', 'others')}: nutgraf report --csv and --json have all of them.</p>`;
}
