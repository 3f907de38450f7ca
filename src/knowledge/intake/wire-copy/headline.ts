import { isCaptionLabel } from './beside-label.ts';
import { captionForm } from './caption.ts';
import { inlineCredit } from './credit.ts';
import { readDateline } from './dateline.ts';
import { isTitle } from './gallery.ts';
import { readHeaderLine } from './header-line.ts';
import { isPersonName } from './names.ts';
import type { Label } from './piece.ts';

/** The longest headlines in use have some twenty words. */
const MOST_WORDS = 28;
const LONGEST = 180;

/** What is known of the lines above a story. */
export interface Top {
  readonly lines: readonly string[];
  readonly labels: readonly Label[];
  /** Whether a line states a detail. */
  readonly isHeader: (at: number) => boolean;
  /** Where the story begins. */
  readonly end: number;
}

/**
 * Finds the headline: the first line that is no header line and no picture's, without a full stop, over a
 * byline, a date, a dateline or a paragraph of whole sentences.
 *
 * @param top the lines above the story
 * @param known the headline that a label states, if one does: then only its repetition is found
 * @returns the index of the headline, or `null`
 */
export function headlineAt({ lines, labels, isHeader, end }: Top, known: string | null): number | null {
  const isOver = (index: number): boolean =>
    isHeader(index + 1) || readDateline(lines[index + 1] ?? '') !== null;
  const at = lines.findIndex(
    (text, index) =>
      !isHeader(index) &&
      !isCaptionLabel(lines[index - 1] ?? '') &&
      (canBeTold(text, labels[index]) || (isOver(index) && isLabelledTitle(text, labels[index]))),
  );
  const text = lines[at];
  if (text === undefined || at >= end) return null;
  if (known !== null) return text === known ? at : null;
  if (!hasHeadlineForm(text, isOver(at))) return null;
  for (let below = at + 1; below < end; below++) if (isHeader(below)) return at;
  // Over a credit, and with nothing else to tell it by, a line in the present tense is the caption.
  if (labels[at] === 'caption' && captionForm(text).score >= 1) return null;
  const [next = '', second = ''] = lines.filter(
    (line, index) => index > at && labels[index] === 'story' && !isHeader(index) && !isPersonName(line),
  );
  if (readDateline(next) !== null) return at;
  if (/\?$/.test(text)) return null;
  // A deck can stand between.
  if (isTitle(next) && (readDateline(second) !== null || isBody(second))) return at;
  return isBody(next) && /^[\p{Lu}\p{N}“"‘']/u.test(next) ? at : null;
}

/** A headline in the present tense can look like a caption: "Mayor opens bridge". */
function canBeTold(text: string, label: Label | undefined): boolean {
  if (label !== 'caption') return label === 'story';
  const form = captionForm(text);
  return !form.sure && form.score < 2.5 && !/\.$/.test(text) && inlineCredit(text) === null;
}

/** "Analysis: Why the dam held", "In pictures: …": over a byline it is the headline all the same. */
function isLabelledTitle(text: string, label: Label | undefined): boolean {
  return label === 'gallery' || (label === 'promotion' && /^[\p{L} ]{3,20}: \p{Lu}/u.test(text));
}

/**
 * @param text a line
 * @param isOver whether a line that only headlines stand over comes next: then two words are enough
 * @returns whether it has the form of a headline
 */
export function hasHeadlineForm(text: string, isOver: boolean): boolean {
  const words = text.split(' ').length;
  return (
    words >= (isOver ? 2 : 3) &&
    words <= MOST_WORDS &&
    text.length <= LONGEST &&
    /^[\p{Lu}\p{N}“"‘']/u.test(text) &&
    !/[.:;,]["”’)]*$/.test(text)
  );
}

/**
 * @param text a paragraph
 * @returns whether it is one of whole sentences, as stories have them
 */
export function isBody(text: string): boolean {
  return text.split(' ').length >= 8 && /[.!?]["”’)]*$/.test(text) && readHeaderLine(text) === null;
}
