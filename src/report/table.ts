import wrapAnsi from 'wrap-ansi';
import { counted } from '../counted-words.ts';
import { printableLine } from '../printable.ts';
import { shortened } from '../shortened.ts';
import { articleName } from './articles.ts';
import { askedWords, happened } from './corrections.ts';
import { perSpan, spansOf } from './days.ts';
import { momentText } from './period.ts';
import type { Report } from './report.ts';
import type { Wording } from './wordings.ts';
import { day, emptyWords, isEmpty, percent, periodWords, scopeWords } from './words.ts';

/** What the report is written on. */
interface Paper {
  /** Whether escape codes for bold may be used. */
  readonly bold: boolean;
  /** Columns; `null` when another program reads. */
  readonly width: number | null;
}

/** Columns, where nobody says how many there are; wider lines are hard to read. */
const COLUMNS = 80;
const WIDEST = 100;
/** Rows of each list, and wordings of each group: the rest is in `--csv` and `--json`. */
const MOST_ROWS = 15;
const MOST_WORDINGS = 4;
/** Characters of a text that somebody typed. */
const LONGEST = 200;

/**
 * @param report the report
 * @param paper what it is written on
 * @returns lines for a person to read, without a line break at the end
 */
export function tableOf(report: Report, paper: Paper): string {
  if (isEmpty(report)) return emptyWords(report);
  const width = Math.max(40, Math.min(paper.width ?? COLUMNS, WIDEST));
  const heading = (text: string) => ['', paper.bold ? `\u001b[1m${text}\u001b[22m` : text];
  const row = rowOf(width);
  return [
    ...headLines(report),
    ...unansweredLines(report, heading, row),
    ...unhelpfulLines(report, heading, row),
    ...correctionLines(report, heading, row),
    ...dayLines(report, heading, width),
    ...articleLines(report, heading, row),
    ...storyLines(report, heading, row),
  ].join('\n');
}

type Heading = (text: string) => readonly string[];
/** A line: what stands in its columns, and a text that is broken beside them. */
type Row = (columns: string, text: string) => string;

function rowOf(width: number): Row {
  return (columns, text) => {
    const room = Math.max(20, width - columns.length);
    const lines = wrapAnsi(shortened(printableLine(text), LONGEST), room, { hard: true }).split('\n');
    return lines.map((line, at) => `${at === 0 ? columns : ' '.repeat(columns.length)}${line}`).join('\n');
  };
}

function headLines(report: Report): string[] {
  const { asked, answered, answeredShare, unanswered, people, ...said } = report.totals;
  const scope = scopeWords(report);
  return [
    `Questions of ${periodWords(report)}${scope === '' ? '' : `: ${scope}`}`,
    '',
    `${counted(asked, 'question', 'questions')} of ${counted(people, 'person', 'people')}: ${answered.toLocaleString('en')} answered (${percent(answeredShare)}), ${unanswered.toLocaleString('en')} not`,
    `Marked helpful ${said.helpful}, not helpful ${said.notHelpful}, not what was asked ${said.notWhatIAsked}; told to the desk ${said.forTheDesk}`,
    ...(said.corrections === 0 ? [] : [`Answers corrected ${said.corrections}`]),
  ];
}

function unansweredLines({ unanswered, totals }: Report, heading: Heading, row: Row): string[] {
  if (unanswered.length === 0) return [];
  return [
    ...heading('Not answered, the most asked first'),
    ' asked  desk  last        question',
    ...unanswered
      .slice(0, MOST_ROWS)
      .flatMap(({ title, count, desk, last, wordings }) => [
        row(`${right(count, 6)}${right(desk, 6)}  ${day(last)}  `, title),
        ...wordingLines(wordings, ' '.repeat(28), row),
      ]),
    ...moreLine(unanswered.length),
    ...(totals.withoutText === 0
      ? []
      : [`  ${counted(totals.withoutText, 'question', 'questions')} more, whose text is not kept`]),
  ];
}

function wordingLines(wordings: readonly Wording[], indent: string, row: Row): string[] {
  const rest = wordings.length - MOST_WORDINGS;
  return [
    ...wordings
      .slice(0, MOST_WORDINGS)
      .map(({ text, count }) =>
        row(indent, count === 1 ? text : `${shortened(text, LONGEST - 10)} (${count})`),
      ),
    ...(rest > 0 ? [`${indent}… and ${counted(rest, 'other wording', 'other wordings')}`] : []),
  ];
}

function unhelpfulLines({ unhelpful }: Report, heading: Heading, row: Row): string[] {
  if (unhelpful.length === 0) return [];
  return [
    ...heading('Answers marked as not helpful or not what was asked'),
    ' marked  last        question, and what was quoted',
    ...unhelpful
      .slice(0, MOST_ROWS)
      .flatMap(({ title, count, last, wordings, articles }) => [
        row(`${right(count, 7)}  ${day(last)}  `, title),
        ...wordingLines(wordings, ' '.repeat(23), row),
        ...articles.map((article) => row(`${' '.repeat(21)}> `, articleName(article))),
      ]),
    ...moreLine(unhelpful.length),
  ];
}

function correctionLines({ corrections }: Report, heading: Heading, row: Row): string[] {
  if (corrections.length === 0) return [];
  return [
    ...heading('Answers corrected, since their articles changed'),
    '  when              question, where it was asked, and the answer',
    ...corrections
      .slice(0, MOST_ROWS)
      .flatMap((each) => [
        row(`  ${momentText(Date.parse(each.at))}  `, askedWords(each)),
        row(`${' '.repeat(20)}> `, `${each.place}: ${happened(each)}`),
      ]),
    ...moreLine(corrections.length),
  ];
}

function dayLines({ days }: Report, heading: Heading, width: number): string[] {
  const { length, spans } = spansOf(days);
  const most = Math.max(1, ...spans.map(({ asked }) => asked));
  const room = width - 34;
  return [
    ...heading(`${perSpan(length)} (# answered, . not)`),
    '             asked  answered',
    ...spans.map(({ day: first, asked, answered }) => {
      const bar = Math.round((asked / most) * room);
      const filled = asked === 0 ? 0 : Math.round((answered / asked) * bar);
      const drawn = `${'#'.repeat(filled)}${'.'.repeat(bar - filled)}`;
      return `  ${first}${right(asked, 6)}${right(answered, 10)}  ${drawn}`.trimEnd();
    }),
  ];
}

function articleLines({ quoted, neverQuoted }: Report, heading: Heading, row: Row): string[] {
  const lines = (articles: Report['quoted'], columns: (count: number) => string) => [
    ...articles.slice(0, MOST_ROWS).map((article) => row(columns(article.count), articleName(article))),
    ...moreLine(articles.length),
  ];
  return [
    ...(quoted.length === 0
      ? []
      : [...heading('Articles most quoted'), ...lines(quoted, (count) => `${right(count, 6)}  `)]),
    ...(neverQuoted.length === 0
      ? []
      : [...heading('Articles never quoted'), ...lines(neverQuoted, () => '        ')]),
  ];
}

function storyLines({ stories }: Report, heading: Heading, row: Row): string[] {
  return [
    ...heading('Stories'),
    ' asked  answered  not',
    ...stories
      .slice(0, MOST_ROWS)
      .map(({ title, asked, answered, unanswered }) =>
        row(`${right(asked, 6)}${right(answered, 10)}${right(unanswered, 5)}  `, title),
      ),
    ...moreLine(stories.length),
  ];
}

function moreLine(length: number): string[] {
  return length <= MOST_ROWS
    ? []
    : [`  … and ${(length - MOST_ROWS).toLocaleString('en')} more: --csv and --json have all`];
}

function right(count: number, width: number): string {
  return count.toLocaleString('en').padStart(width);
}
