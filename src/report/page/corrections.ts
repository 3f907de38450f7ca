import { type Html, html, theirs } from '../../html.ts';
import { shortened } from '../../shortened.ts';
import { askedWords, happened } from '../corrections.ts';
import { momentText } from '../period.ts';
import type { Report } from '../report.ts';
import { moreHtml, tableHtml } from './tables.ts';

/** Characters of a question: a page that is mailed should not be one person's essay. */
const LONGEST = 240;

/**
 * @param report the report
 * @param most rows that are shown
 * @returns the answers that were brought up to date
 */
export function correctionsHtml({ corrections }: Report, most: number): Html {
  if (corrections.length === 0) return html``;
  const rows = corrections
    .slice(0, most)
    .map((row) => [
      html`<span class="day">${momentText(Date.parse(row.at))}</span>`,
      theirs(shortened(askedWords(row), LONGEST)),
      html`${happened(row)}`,
      theirs(row.place),
    ]);
  return html`<h2 id="corrections">Answers corrected</h2>
<p class="faint">Answers that stand in channels follow the articles that they quote.</p>
${tableHtml(
  ['When', 'Question', 'The answer', 'Place'].map((title) => ({ title })),
  rows,
)}${moreHtml(corrections.length - most)}`;
}
