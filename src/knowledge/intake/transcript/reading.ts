import { NAME_FORM } from '../../speaker.ts';
import { withPlainSpaces } from '../white-space.ts';
import { type Header, headerOf } from './header.ts';
import { dividedAtSpeakers } from './inline.ts';
import { withoutOther } from './left-out.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf, type Spoken } from './paragraphs.ts';
import { dividedAtSpaces } from './spaces.ts';
import { STAMP } from './stamp.ts';
import { withTurns } from './turns.ts';

/** A text, read as a transcript. */
export interface Reading {
  readonly header: Pick<Header, 'details' | 'stated'>;
  readonly spoken: Spoken;
  /** Whether it carries the times of captions or of a recording. */
  readonly timed: boolean;
}

/** A row of a table: a time perhaps, a name, and what is said. */
const ROW = new RegExp(String.raw`^(${STAMP}\t+)?(${NAME_FORM})\t+(?=\S+ \S)`, 'gmu');

/** A speaker in a column of its own is written as others write one. */
function withoutColumns(text: string): string {
  return (text.match(ROW)?.length ?? 0) > 1
    ? text.replace(ROW, (_, time = '', name) => `${time}${name}: `)
    : text;
}

/**
 * Reads a text as if it were a transcript, in steps: lines, what is not said, the header, turns, paragraphs.
 *
 * @param text as it arrived
 */
export function readingOf(text: string): Reading {
  const lines = linesOf(withPlainSpaces(withoutColumns(text)));
  const { details, stated, items } = headerOf(withoutOther(lines.items));
  // Sounds stand alone between turns that only spaces divide.
  const pieces = withoutOther(dividedAtSpaces(items));
  const turns = withTurns(dividedAtSpeakers(pieces), lines.timed);
  return { header: { details, stated }, spoken: paragraphsOf(turns, lines), timed: lines.timed };
}
