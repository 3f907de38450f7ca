import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import { askedWords, type CorrectionRow, happened } from '../../../../report/corrections.ts';
import { shortened } from '../../../../shortened.ts';
import { momentText } from '../../../source-line.ts';
import type { WebAround, WebContext } from '../../around.ts';
import { sendDesk } from '../frame.ts';
import { filterHtml, filterIn, reportCommand } from './filter.ts';
import type { Reports } from './show-questions.ts';

const LEAD = html`Answers that stood in a channel and were changed there, since their article was.`;
/** Corrections that are shown; the report of a command has all of them. */
const MOST = 200;
const LONGEST = 240;

/**
 * Shows which answers in channels were brought up to date.
 *
 * @param around the library
 * @param reports what makes reports
 * @returns the handler
 */
export function showCorrections(around: WebAround, reports: Reports): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { stories } = around.knowledge;
    const filter = filterIn(c, stories);
    const { wanted, wrong } = filter;
    const isWrong = wrong.story !== null || wrong.place !== null;
    const form = filterHtml(filter, '/desk/corrections', stories);
    const body = isWrong ? form : html`${form}${rowsHtml((await reports(wanted)).report.corrections)}`;
    const page = { title: 'Corrections', section: '/desk/corrections', lead: LEAD, body } as const;
    const commands = [reportCommand(wanted, around.data)];
    return sendDesk(c, around, { ...page, commands }, isWrong ? 422 : 200);
  };
}

function rowsHtml(corrections: readonly CorrectionRow[]): Html {
  if (corrections.length === 0) {
    return html`<p class="empty">No answer had to be corrected in this time.</p>`;
  }
  const rest = corrections.length - MOST;
  const more = rest > 0 ? html`<p class="small">And ${counted(rest, 'other', 'others')}.</p>` : html``;
  return html`<p class="small">${counted(corrections.length, 'answer', 'answers')}, the newest first.</p>
<table class="listing"><thead><tr><th scope="col">When</th><th scope="col">Question</th><th scope="col">What became of the answer</th><th scope="col">Article</th><th scope="col">Where</th></tr></thead>
<tbody>${corrections.slice(0, MOST).map(rowHtml)}</tbody></table>${more}`;
}

function rowHtml(row: CorrectionRow): Html {
  const { at, place, story, article } = row;
  const file =
    story === null
      ? html`<span class="small">not known</span>`
      : html`<code>${story}/${article ?? ''}</code>`;
  return html`<tr><td data-column="When"><time datetime="${at}">${momentText(at)}</time></td>
<th scope="row" data-column="Question">${theirs(shortened(askedWords(row), LONGEST))}</th>
<td data-column="What became of the answer">${happened(row)}</td>
<td data-column="Article">${file}</td>
<td data-column="Where"><code>${place}</code></td></tr>`;
}
