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

const END = /(?<![?!.…])[?!.…]+["”’')\]]*(?=\s)|\n+/gu;
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
  const isQuoting = quotingOf(message);
  const ends = [...message.matchAll(END)]
    .filter(({ index, 0: mark }) => !isQuoting(index) && isBoundary(message, index, mark))
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
  return (
    /[.!]$/u.test(left.trimEnd().slice(-1)) &&
    asksDirectly(left) &&
    MARKED.test(right) &&
    !asksDirectly(right)
  );
}

const MARKED = /\?["”’')\]!.]*\s*$/u;

/** @returns an item of a list without its number or bullet */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '');
}

function isBoundary(message: string, at: number, mark: string): boolean {
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word =
    /(?<![\p{L}\p{N}.])[\p{L}\p{N}.]+$/u.exec(message.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  const lower = word.toLowerCase();
  NUMBERING.lastIndex = at;
  return !NUMBERING.test(message) && word.length > 1 && !NEVER_LAST.has(lower) && !MAYBE_LAST.has(lower);
}

/** Longer than any abbreviation, in UTF-16 code units. */
const LONGEST_WORD = 40;
/** Where the number or letter of an item of a list ends. */
const NUMBERING = /(?<=(?:^|\n)\s*\(?(?:\d{1,2}|[a-h]))/uy;

/** Tells whether a quotation is open at a place; to be asked about one place after another. */
function quotingOf(message: string): (at: number) => boolean {
  let [read, straight, curly] = [0, 0, 0];
  return (at) => {
    for (; read < at; read++) {
      const mark = message.charAt(read);
      if (mark === '"') straight += 1;
      else if (mark === '“') curly += 1;
      else if (mark === '”') curly -= 1;
    }
    return straight % 2 === 1 || curly > 0;
  };
}

function asks(text: string): boolean {
  const bare = withoutFillers(withoutMarker(text).trim());
  if (MARKED.test(bare) || MARKED.test(text) || asksDirectly(bare)) return true;
  const words = bare.split(/\s+/).length;
  return words <= LONGEST_FRAGMENT && fragmentKind(bare) !== null;
}
