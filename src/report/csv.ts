import { printable } from '../printable.ts';
import type { ArticleRow } from './articles.ts';
import { momentText } from './period.ts';
import type { Report } from './report.ts';
import type { Wording } from './wordings.ts';

/** A spreadsheet holds one table a file, with one row of names above it: so each section is a file of its own. */
type Section = (report: Report) => readonly (readonly Cell[])[];
type Cell = string | number | null;

const SECTIONS = {
  unanswered: ({ unanswered }) => [
    ['question', 'asked', 'people', 'told the desk', 'last asked', 'story', 'other wordings'],
    ...unanswered.map(({ title, count, people, desk, last, story, wordings }) => [
      title,
      count,
      people,
      desk,
      moment(last),
      story,
      joined(wordings),
    ]),
  ],
  unhelpful: ({ unhelpful }) => [
    ['question', 'marked', 'not helpful', 'not what was asked', 'last marked', 'quoted', 'other wordings'],
    ...unhelpful.map(({ title, count, notHelpful, notWhatIAsked, last, articles, wordings }) => [
      title,
      count,
      notHelpful,
      notWhatIAsked,
      moment(last),
      articles.map(({ story, article }) => `${story}/${article}`).join(' | '),
      joined(wordings),
    ]),
  ],
  corrections: ({ corrections }) => [
    ['when', 'place', 'question', 'what happened', 'story', 'article'],
    ...corrections.map(({ at, place, question, outcome, story, article }) => [
      moment(at),
      place,
      question,
      outcome,
      story,
      article,
    ]),
  ],
  articles: ({ quoted, neverQuoted }) => [
    ['story', 'article', 'outlet', 'headline', 'published', 'quoted', 'in the library'],
    ...[...quoted, ...neverQuoted].map(articleCells),
  ],
  stories: ({ stories }) => [
    ['story', 'title', 'asked', 'answered', 'not answered'],
    ...stories.map(({ story, title, asked, answered, unanswered }) => [
      story,
      title,
      asked,
      answered,
      unanswered,
    ]),
  ],
  days: ({ days }) => [
    ['day', 'asked', 'answered', 'not answered'],
    ...days.map(({ day, asked, answered, unanswered }) => [day, asked, answered, unanswered]),
  ],
} satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

/** What `--section` takes, the default first. */
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

/**
 * Writes a section as RFC 4180 has it, in UTF-8 with the mark by which Excel knows it.
 *
 * @param report the report
 * @param section which of its tables
 * @returns the file, with a line break at the end
 */
export function csvOf(report: Report, section: SectionName): string {
  const rows: readonly (readonly Cell[])[] = SECTIONS[section](report);
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function articleCells({ story, article, outlet, headline, published, count, gone }: ArticleRow): Cell[] {
  return [story, article, outlet, headline, published, count, gone ? 'no' : 'yes'];
}

function joined(wordings: readonly Wording[]): string {
  return wordings.map(({ text, count }) => (count === 1 ? text : `${text} (${count})`)).join(' | ');
}

function moment(iso: string): string {
  return momentText(Date.parse(iso));
}

/**
 * A spreadsheet takes what begins with one of these for a formula, also behind blanks and in its wide forms
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\n]/u;
/**
 * Where the reader's language parts cells with a semicolon, a cell begins behind each. Quotes do not begin it then, so
 * that they keep nothing together: a row begins behind each line break too.
 */
const FORMULA_BEHIND = /[;\t\n](?=(?:(?![\t\n])[\s\p{Cf}])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = printable(value).replace(FORMULA_BEHIND, "$&'");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
