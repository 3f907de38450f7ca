import { counted } from '../counted-words.ts';
import { shortened } from '../shortened.ts';
import { articleName } from './articles.ts';
import type { Report } from './report.ts';
import { emptyWords, isEmpty, percent, periodWords } from './words.ts';

/** A line of a summary: words of ours, and behind them what somebody else wrote. */
interface SummaryLine {
  /** Ours, in plain words: safe in any markup that has no use for letters, digits and simple marks. */
  readonly text: string;
  /** A question or a headline, on one line: each platform has its own way of making it harmless. `null` for none. */
  readonly quoted: string | null;
}

/** What fits a message: at most ten lines. */
export interface Summary {
  readonly title: string;
  readonly lines: readonly SummaryLine[];
}

/** Questions of a summary. */
const MOST_QUESTIONS = 5;
/** Characters of a question or a headline. */
const LONGEST = 150;

/**
 * @param report the report of a period
 * @returns its most important lines: the most asked of what was not answered first
 */
export function summaryOf(report: Report): Summary {
  const title = `Questions of ${periodWords(report)}`;
  if (isEmpty(report)) return { title, lines: [{ text: emptyWords(report), quoted: null }] };
  const { totals, unanswered, unhelpful, quoted, neverQuoted } = report;
  const { asked, answered, answeredShare, people } = totals;
  const rest = unanswered.length - MOST_QUESTIONS;
  // What has no text is in no group.
  const others = `${totals.withoutText > 0 ? 'At least ' : ''}${counted(rest, 'other thing', 'other things')}`;
  const [worst] = unhelpful;
  const [best] = quoted;
  return {
    title,
    lines: [
      line(
        `${counted(asked, 'question', 'questions')} of ${counted(people, 'person', 'people')}: ${answered.toLocaleString('en')} answered (${percent(answeredShare)})`,
      ),
      ...unanswered
        .slice(0, MOST_QUESTIONS)
        .map(({ title: question, count }) =>
          line(`Not answered, asked ${counted(count, 'time', 'times')}:`, question),
        ),
      ...(rest > 0 ? [line(`${others} not answered`)] : []),
      ...(worst === undefined
        ? []
        : [line(`Marked as not helpful ${counted(worst.count, 'time', 'times')}:`, worst.title)]),
      ...(best === undefined
        ? []
        : [line(`Most quoted, ${counted(best.count, 'time', 'times')}:`, articleName(best))]),
      ...(neverQuoted.length === 0
        ? []
        : [line(`${counted(neverQuoted.length, 'article was', 'articles were')} never quoted`)]),
    ],
  };
}

function line(text: string, quoted: string | null = null): SummaryLine {
  return { text, quoted: quoted === null ? null : shortened(quoted, LONGEST) };
}
