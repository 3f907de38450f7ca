import { type Html, html } from '../../html.ts';
import { perSpan, spansOf } from '../days.ts';
import type { Report } from '../report.ts';
import { tableHtml } from './tables.ts';

/** In units of the drawing, which are pixels where the page is as wide as it gets. */
const WIDTH = 800;
const HEIGHT = 230;
const LEFT = 44;
const TOP = 10;
const BOTTOM = 28;
/** A column is no wider, however few there are. */
const WIDEST = 56;
/** Dates below the columns that do not touch one another. */
const MOST_DATES = 8;

/**
 * @param report the report
 * @returns a chart of the questions of each day, answered ones below, and the same as a table
 */
export function daysChart({ days }: Report): Html {
  const { length, spans } = spansOf(days);
  const most = Math.max(0, ...spans.map(({ asked }) => asked));
  const step = stepOf(most);
  const top = Math.max(step, Math.ceil(most / step) * step);
  const bottom = HEIGHT - BOTTOM;
  const y = (count: number) => round(bottom - (count / top) * (bottom - TOP));
  const pitch = (WIDTH - LEFT) / Math.max(1, spans.length);
  const width = round(Math.min(WIDEST, pitch * 0.72));
  const every = Math.ceil(spans.length / MOST_DATES);
  const lines = Array.from({ length: top / step + 1 }, (_, at) => at * step).map(
    (count) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y(count)}" y2="${y(count)}"/>
<text x="${LEFT - 8}" y="${y(count) + 4}" text-anchor="end">${count.toLocaleString('en')}</text>`,
  );
  const columns = spans.map(({ day, asked, answered, unanswered }, at) => {
    const middle = round(LEFT + pitch * (at + 0.5));
    const x = round(middle - width / 2);
    const date =
      at % every === 0
        ? html`<text x="${middle}" y="${HEIGHT - 8}" text-anchor="middle">${length === 1 ? day.slice(5) : day}</text>`
        : html``;
    return html`<g><title>${`${day}: ${answered} answered, ${unanswered} not`}</title>
<rect class="yes" x="${x}" y="${y(answered)}" width="${width}" height="${round(bottom - y(answered))}"/>
<rect class="no" x="${x}" y="${y(asked)}" width="${width}" height="${round(y(answered) - y(asked))}"/></g>${date}`;
  });
  const first = spans[0]?.day ?? '';
  return html`<h2 id="days">${perSpan(length)}</h2>
<p class="legend faint"><span><i class="key yes"></i>answered</span><span><i class="key no"></i>not answered</span></p>
<svg class="days" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${`${perSpan(length)} from ${first} on, answered and not answered; at most ${most}. The table below has the numbers.`}">
${lines}
${columns}
</svg>
<details><summary>${perSpan(length)} as a table</summary>
${tableHtml(
  [
    { title: length === 1 ? 'Day' : 'From' },
    ...['Asked', 'Answered', 'Not answered'].map((title) => ({ title, isNumber: true })),
  ],
  spans.map(({ day, asked, answered, unanswered }) => [
    html`${day}`,
    ...[asked, answered, unanswered].map(number),
  ]),
)}
</details>`;
}

function number(count: number): Html {
  return html`${count.toLocaleString('en')}`;
}

/** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
function stepOf(most: number): number {
  const rough = Math.max(1, most / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** To a tenth: more digits only make the page longer. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
