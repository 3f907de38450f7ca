import type { Quote } from '../../knowledge/index.ts';
import { printable, printableLine } from '../../printable.ts';
import { besidesOf } from '../besides.ts';
import {
  ALSO_HEADING,
  NEAREST_HEADING,
  type Reply,
  type SingleReply,
  SUGGESTIONS_HEADING,
} from '../reply.ts';
import { sourceLine } from '../source-line.ts';
import { wrappedAt } from './wrap.ts';

/** What a reply is written on. */
export interface Paper {
  /** Whether escape codes for bold and faint may be used. */
  readonly bold: boolean;
  /** Columns to wrap at; `null` when another program reads, so that no line is broken. */
  readonly width: number | null;
}

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 100;
const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const FAINT = ['\u001b[2m', '\u001b[22m'] as const;

/**
 * Writes a reply for a terminal. A quotation has a bar at its left; everything else is ours.
 *
 * @param reply what to show
 * @param paper what it is written on
 * @returns lines without a line break at the end
 */
export function renderReply(reply: Reply, paper: Paper): string {
  if (reply.kind !== 'several') return renderSingle(reply, paper);
  return reply.parts
    .map(({ question, reply: part }) => {
      const heading = question === null ? [] : [wrapped(styled(printable(question), BOLD, paper), paper, '')];
      return [...heading, renderSingle(part, paper)].join('\n');
    })
    .join('\n\n');
}

function renderSingle(reply: SingleReply, paper: Paper): string {
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      const differs =
        differing === null
          ? []
          : ['', wrapped(differing.sentence, paper, ''), ...quotations([differing.quote], paper)];
      const also = same.length === 0 ? [] : ['', ALSO_HEADING, ...quotations(same, paper)];
      const first = quotations([reply.answer.quotes[0]], paper);
      return [...first, ...noted(reply.notes, paper), ...differs, ...also].join('\n');
    }
    case 'unanswered': {
      const { sentence, nearest, notes, suggestions } = reply;
      const near = nearest.length === 0 ? [] : ['', NEAREST_HEADING, ...quotations(nearest, paper)];
      return [printable(sentence), ...noted(notes, paper), ...near, ...suggested(suggestions)].join('\n');
    }
    case 'gone':
      return [...reply.texts, reply.sentence].map(printable).join('\n');
    case 'notice':
      return [wrapped(printable(reply.sentence), paper, ''), ...suggested(reply.suggestions)].join('\n');
  }
}

function noted(notes: readonly string[], paper: Paper): string[] {
  return notes.flatMap((note) => ['', wrapped(styled(printable(note), FAINT, paper), paper, '')]);
}

/** Questions that could be asked, a line each; no lines when there are none. */
export function suggested(questions: readonly string[]): string[] {
  if (questions.length === 0) return [];
  return ['', SUGGESTIONS_HEADING, ...questions.map((question) => `  ${printableLine(question)}`)];
}

function quotations(quotes: readonly Quote[], paper: Paper): string[] {
  return quotes.flatMap((quote, index) => {
    const { link, ...rest } = sourceLine(quote);
    const parts = [rest.speaker, rest.outlet, rest.headline, rest.published, rest.updated];
    const source = parts.filter((part) => part !== null && part !== '').join(' · ');
    return [
      ...(index === 0 ? [] : ['']),
      wrapped(emphasised(quote, paper), paper, '│ '),
      wrapped(styled(printableLine(source), FAINT, paper), paper, '  '),
      ...(link === null ? [] : [`  ${styled(printableLine(link), FAINT, paper)}`]),
    ];
  });
}

function emphasised({ text, emphasis }: Quote, paper: Paper): string {
  let written = '';
  let at = 0;
  for (const { start, end } of emphasis) {
    written += printable(text.slice(at, start));
    written += styled(printable(text.slice(start, end)), BOLD, paper);
    at = end;
  }
  return written + printable(text.slice(at));
}

function styled(text: string, [on, off]: readonly [string, string], paper: Paper): string {
  return paper.bold && text !== '' ? `${on}${text}${off}` : text;
}

function wrapped(text: string, { width }: Paper, margin: string): string {
  const columns = width === null ? null : Math.max(20, Math.min(width, WIDEST)) - margin.length;
  const lines = columns === null ? text : wrappedAt(text, columns);
  return lines
    .split('\n')
    .map((line) => margin + line)
    .join('\n');
}
