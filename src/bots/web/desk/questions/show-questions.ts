import { counted } from '../../../../counted-words.ts';
import { html } from '../../../../html.ts';
import type { WebAround, WebContext } from '../../around.ts';
import { sendDesk } from '../frame.ts';
import { filterHtml, filterIn, reportCommand } from './filter.ts';
import { unansweredHtml, unhelpfulHtml } from './groups.ts';
import type { DeskReport, Wanted } from './reports.ts';

/** What makes reports, as `openReports` does. */
export type Reports = (wanted: Wanted) => Promise<DeskReport>;

/**
 * Shows what no story answers, and which answers were marked.
 *
 * @param around the library
 * @param reports what makes reports
 * @returns the handler
 */
export function showQuestions(around: WebAround, reports: Reports): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { stories } = around.knowledge;
    const filter = filterIn(c, stories);
    const { wanted, wrong } = filter;
    const isWrong = wrong.story !== null || wrong.place !== null;
    const form = filterHtml(filter, '/desk/questions', stories);
    const body = isWrong ? form : html`${form}${reportHtml(await reports(wanted))}${feedHtml(wanted)}`;
    const commands = [reportCommand(wanted, around.data)];
    return sendDesk(
      c,
      around,
      { title: 'Questions', section: '/desk/questions', body, commands },
      isWrong ? 422 : 200,
    );
  };
}

function reportHtml({ report, texts, grouped }: DeskReport) {
  const { asked, answered, unanswered, notHelpful, notWhatIAsked, forTheDesk } = report.totals;
  const figures = [
    ['Asked', asked],
    ['Answered', answered],
    ['Not answered', unanswered],
    ['Marked', notHelpful + notWhatIAsked],
    ['Told to the desk', forTheDesk],
  ] as const;
  const bound =
    texts === grouped
      ? html``
      : html`<p class="small">Of ${counted(texts, 'wording', 'different wordings')} the ${grouped} that were used most are in the groups.</p>`;
  return html`<dl class="figures">${figures.map(([name, count]) => html`<div><dt>${name}</dt><dd>${count.toLocaleString('en')}</dd></div>`)}</dl>
${bound}${unansweredHtml(report)}${unhelpfulHtml(report)}`;
}

function feedHtml({ story }: Wanted) {
  if (story === null) return html``;
  return html`<p class="small">As a feed for other programs, with the token: <a href="/feed/${story}/unanswered.json">/feed/${story}/unanswered.json</a></p>`;
}
