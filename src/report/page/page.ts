import { type Html, html, theirs } from '../../html.ts';
import { momentText } from '../period.ts';
import type { Report } from '../report.ts';
import { emptyWords, isEmpty, percent, periodWords, scopeWords } from '../words.ts';
import { correctionsHtml } from './corrections.ts';
import { daysChart } from './days-chart.ts';
import { unansweredHtml, unhelpfulHtml } from './groups.ts';
import { STYLE } from './style.ts';
import { otherTables } from './tables.ts';

/** A page that is mailed should not be stopped for its size: in bytes of UTF-8. */
const LARGEST = 190_000;
/** Rows of each list: fewer where the texts are long. */
const ROWS = [40, 25, 15, 8, 4] as const;

/**
 * Writes the report as one page that needs nothing else: no script, no picture, no font is fetched, and its policy
 * forbids it. Charts are drawings in the page, and stand beside their numbers.
 *
 * @param report the report
 * @param now when it is written, in ms since the epoch
 * @returns an HTML document of less than 200 KB
 */
export function pageOf(report: Report, now: number): string {
  let last = '';
  for (const most of ROWS) {
    last = `<!doctype html>\n${page(report, now, most).html}\n`;
    if (Buffer.byteLength(last) <= LARGEST) break;
  }
  return last;
}

function page(report: Report, now: number, most: number): Html {
  const title = `Questions of ${periodWords(report)}`;
  const scope = scopeWords(report);
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${scope === '' ? html`` : html`<p class="faint">${theirs(scope)}</p>`}
${isEmpty(report) ? html`<p>${emptyWords(report)}</p>` : contents(report, most)}
<footer class="faint">Written by nutgraf report on ${momentText(now)}. Questions are shown as people typed them.</footer>
</main>
</body>
</html>`;
}

function contents(report: Report, most: number): Html {
  return html`${tiles(report)}
${unansweredHtml(report, most)}
${report.totals.asked === 0 ? html`` : daysChart(report)}
${unhelpfulHtml(report, most)}
${correctionsHtml(report, most)}
${otherTables(report, most)}`;
}

function tiles({ totals }: Report): Html {
  const {
    asked,
    answered,
    unanswered,
    answeredShare,
    people,
    helpful,
    notHelpful,
    notWhatIAsked,
    forTheDesk,
    corrections,
  } = totals;
  const facts: readonly (readonly [string, string | number])[] = [
    ['questions', asked],
    [`answered (${percent(answeredShare)})`, answered],
    ['not answered', unanswered],
    ['people', people],
    ['told to the desk', forTheDesk],
    ['marked helpful', helpful],
    ['not helpful', notHelpful],
    ['not what was asked', notWhatIAsked],
    // Most weeks have none, and eight tiles fill two rows.
    ...(corrections === 0 ? [] : [['answers corrected', corrections] as const]),
  ];
  const items = facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value.toLocaleString('en')}</dd></div>`,
  );
  return html`<dl class="tiles">${items}</dl>`;
}
