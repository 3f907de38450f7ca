import type { LeftOut } from '../draft.ts';
import { asks } from './asking.ts';
import { surnameOf } from './heads.ts';
import type { Item } from './items.ts';
import { withoutSoundsAtEdges } from './left-out.ts';
import type { Lines } from './lines.ts';
import { isStamp } from './stamp.ts';

const SENTENCE_END = /[.?!…]["”’)\]]*$/;

/** One paragraph of one turn. */
export interface Paragraph {
  /** `null` where nobody is named. */
  readonly speaker: string | null;
  readonly text: string;
  /** Whether the text does not name the speaker here again. */
  readonly continued: boolean;
}

/** What remains when the reading is done. */
export interface Spoken {
  readonly paragraphs: readonly Paragraph[];
  readonly leftOut: readonly LeftOut[];
  /** Whether anybody is named. */
  readonly named: boolean;
}

/**
 * Joins what belongs together: the lines of one turn where lines are wrapped, and, where speakers are named,
 * what only spaces divide.
 */
export function paragraphsOf(items: readonly Item[], lines: Pick<Lines, 'wrapped' | 'timed'>): Spoken {
  const named = items.some((item) => item.at === 'turn' && item.speaker !== null);
  const paragraphs: Paragraph[] = [];
  const left: LeftOut[] = [];
  let speaker: string | null = null;
  let open = '';
  let continued = true;
  let inside = false;
  /** Whether a sentence ends with what was said last: read once, since hours of captions may be one sentence. */
  let ended = false;
  const close = () => {
    for (const piece of withoutSoundsAtEdges(open.replace(/\s+/g, ' '))) {
      if (piece.at === 'said') {
        paragraphs.push({ speaker, text: piece.text, continued });
        continued = true;
      }
      if (piece.at === 'left') left.push(piece.left);
    }
    open = '';
  };
  for (const item of items) {
    if (item.at === 'said') {
      const goesOn = item.afterSpaces ? named : lines.wrapped;
      if (!goesOn && !inside) close();
      inside = false;
      open = open === '' ? item.text : `${open} ${item.text}`;
      ended = SENTENCE_END.test(item.text);
      continue;
    }
    // Times stand inside sentences.
    inside = item.at === 'left' && isStamp(item.left.text) && open !== '' && !ended;
    if (!inside && (item.at !== 'left' || !lines.timed)) close();
    if (item.at === 'left') left.push(item.left);
    if (item.at === 'turn') {
      speaker = item.speaker;
      continued = false;
    }
  }
  close();
  return { paragraphs: paragraphs.map(withoutHost), leftOut: left, named };
}

/**
 * A question that stands, unmarked, between two turns of one speaker is somebody else's: nobody is named twice
 * in a row. Some transcripts name the guests alone.
 */
function withoutHost(paragraph: Paragraph, index: number, all: readonly Paragraph[]): Paragraph {
  const next = all[index + 1];
  const between = paragraph.continued && next?.continued === false && isSame(next.speaker, paragraph.speaker);
  return between && asks(paragraph.text) ? { ...paragraph, speaker: null } : paragraph;
}

/** "Mr. BO RAND" comes back as "Mr. RAND". */
function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && surnameOf(one) === surnameOf(other);
}
