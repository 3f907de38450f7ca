import { MAYBE_LAST, NEVER_LAST } from '../words/abbreviations.ts';
import { isIdle, withoutFillers } from './fillers.ts';
import { asksDirectly } from './form.ts';
import { fragmentKind } from './fragment.ts';

/** A stretch of a message: UTF-16 code units into it, `end` exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
}

const END = /[?!.…]+["”’')\]]*(?=\s)|\n+/gu;
/** A number or a bullet before an item of a list. */
const MARKER = /^\s*(?:\(?(?:\d{1,2}|[a-h])[.)]|[-*•–])\s+/u;
/** More words than these without a question mark are a statement, whatever noun they end in. */
const LONGEST_FRAGMENT = 6;

/**
 * Divides a message where its sentences and lines end, and tells those that ask from those that state. What is
 * between quotation marks is not divided.
 *
 * @param message what somebody wrote
 * @returns its pieces in order, without greetings and thanks; together with the gaps between them the message
 */
export function piecesOf(message: string): readonly Piece[] {
  const ends = [...message.matchAll(END)]
    .filter((match) => isBoundary(message, match.index, match[0]))
    .map((match) => match.index + match[0].length);
  const pieces: Piece[] = [];
  let start = 0;
  for (const end of [...ends, message.length]) {
    const text = message.slice(start, end);
    const last = pieces.at(-1);
    if (last?.end === start && isBroken(message.slice(last.start, start), text)) {
      pieces[pieces.length - 1] = { ...last, end };
    } else if (!isIdle(withoutMarker(text))) pieces.push({ start, end, asks: asks(text) });
    start = end;
  }
  return pieces;
}

/** "How long does it take to cook a 5 lb. bird?": no sentence ends at an abbreviation that nobody has listed. */
function isBroken(left: string, right: string): boolean {
  return /[.!]\s*$/u.test(left) && asksDirectly(left) && MARKED.test(right) && !asksDirectly(right);
}

const MARKED = /\?["”’')\]!.]*\s*$/u;

/** @returns an item of a list without its number or bullet */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '');
}

function isBoundary(message: string, at: number, mark: string): boolean {
  const before = message.slice(0, at);
  if (isQuoting(before)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  const lower = word.toLowerCase();
  const isNumbering = /(?:^|\n)\s*\(?(?:\d{1,2}|[a-h])$/u.test(before);
  return !isNumbering && word.length > 1 && !NEVER_LAST.has(lower) && !MAYBE_LAST.has(lower);
}

/** Whether a quotation is open where this text ends. */
function isQuoting(text: string): boolean {
  const straight = text.split('"').length - 1;
  const curly = text.split('“').length - text.split('”').length;
  return straight % 2 === 1 || curly > 0;
}

function asks(text: string): boolean {
  const bare = withoutFillers(withoutMarker(text).trim());
  if (MARKED.test(bare) || MARKED.test(text) || asksDirectly(bare)) return true;
  const words = bare.split(/\s+/).length;
  return words <= LONGEST_FRAGMENT && fragmentKind(bare) !== null;
}
