import { withPlainSpaces } from '../white-space.ts';
import { continues, endsOpen, isOneBlock, SMALL } from './broken-lines.ts';

interface Line {
  readonly text: string;
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
}

const ENDED = /[.!?]["”’)]*$/;
/** Columns between which wires and mail programs break lines. */
const NARROWEST = 40;
const WIDEST = 120;

/**
 * Finds the paragraphs of plain text. Lines that were broken at a column are joined, and so is what plainly
 * goes on in the middle of a sentence; otherwise each line is a paragraph. Which of the two it is, the whole text tells: in broken text most lines could not have
 * held the first word of the next one, and most next ones begin in the middle of a sentence.
 *
 * @param text as it arrived
 * @returns its paragraphs in order, each on one line; nothing but white space is lost
 */
export function paragraphsIn(text: string): string[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const isBroken = lines.some((next, at) => isContinued(lines[at - 1], next));
  const isInBlocks = isBroken && areBlocks(lines);
  if (width === null && !isBroken) return lines.map((line) => line.text);
  const base = lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  const groups: string[][] = [];
  lines.forEach((line, at) => {
    const last = groups[groups.length - 1];
    const before = lines[at - 1];
    const isOne =
      // A list of words in small letters begins with one; a sentence does not.
      (isContinued(before, line) && !SMALL.test(last?.[0] ?? '')) ||
      (isInBlocks && isInsideBlock(last, line, before, lines[at + 1])) ||
      (isBroken && before !== undefined && line.gap === 0 && endsOpen(before.text)) ||
      (width !== null && before !== undefined && goesOn(before, line, width, base));
    if (last && isOne) last.push(line.text);
    else groups.push([line.text]);
  });
  return groups.map((group) => group.map((line, at) => spaceBefore(line, group[at - 1]) + line).join(''));
}

/** What stands between blank lines is a paragraph, if it is cut in mid-sentence most of the time. */
function areBlocks(lines: readonly Line[]): boolean {
  let open = 0;
  let continued = 0;
  forEachPair(lines, (line, next) => {
    if (ENDED.test(line.text)) return;
    open++;
    if (isContinued(line, next)) continued++;
  });
  return continued >= 3 && continued >= open * 0.4 && lines.filter(({ gap }) => gap > 0).length >= 2;
}

/** A name or a number at the start of a line, with a sentence that is cut before it or after it. */
function isInsideBlock(
  group: readonly string[] | undefined,
  line: Line,
  before: Line | undefined,
  next: Line | undefined,
): boolean {
  if (!before || line.gap > 0 || !isOneBlock(before.text, line.text)) return false;
  return (group?.length ?? 0) > 1 || (next !== undefined && isContinued(line, next));
}

function isContinued(line: Line | undefined, next: Line): boolean {
  return line !== undefined && next.gap === 0 && continues(line.text, next.text);
}

/** A word that was parted at the end of a line goes on without a space: "Thurs-" + "day", but "pre- and post-war". */
function spaceBefore(line: string, before: string | undefined): string {
  if (before === undefined) return '';
  const parted =
    before.endsWith('-') &&
    /\p{L}-$/u.test(before.slice(-3)) &&
    /^\p{Ll}/u.test(line) &&
    !/^(?:and|or|to|und|oder)\b/.test(line);
  return parted ? '' : ' ';
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of withPlainSpaces(text).split('\n')) {
    // White space is plain already: this is `onOneLine` at a tenth of its cost.
    const line = raw.trim().replace(/ {2,}/g, ' ');
    if (line === '') {
      gap++;
      continue;
    }
    lines.push({ text: line, indent: raw.length - raw.trimStart().length, gap });
    gap = 0;
  }
  return lines;
}

/** The column at which the text was broken, or `null` when it was not. */
function wrapWidth(lines: readonly Line[]): number | null {
  const steps = new Array<number>(WIDEST + 2).fill(0);
  let pairs = 0;
  forEachPair(lines, (line, next) => {
    const length = lengthOf(line);
    if (length < NARROWEST || length > WIDEST) return;
    pairs++;
    const end = Math.min(WIDEST, length + firstWord(next.text).length) + 1;
    steps[length] = (steps[length] ?? 0) + 1;
    steps[end] = (steps[end] ?? 0) - 1;
  });
  let best = 0;
  let width = 0;
  let sum = 0;
  for (let column = NARROWEST; column <= WIDEST; column++) {
    sum += steps[column] ?? 0;
    if (sum >= best && sum > 0) [best, width] = [sum, column];
  }
  if (best === 0 || best < pairs * 0.4) return null;
  let open = 0;
  let small = 0;
  forEachPair(lines, (line, next) => {
    if (!isFull(line, next, width) || ENDED.test(line.text)) return;
    open++;
    if (/^\p{Ll}/u.test(next.text)) small++;
  });
  // Wrapped prose: nine breaks in ten are inside a sentence, and most words there are small. Names and
  // figures make it fewer; lists of titles have none.
  return open >= best * 0.6 && small >= Math.max(1, best * 0.12) ? width : null;
}

function forEachPair(lines: readonly Line[], visit: (line: Line, next: Line) => void): void {
  lines.forEach((next, at) => {
    const line = lines[at - 1];
    if (line && next.gap === 0) visit(line, next);
  });
}

function startsInSentence(line: Line, next: Line): boolean {
  return /^\p{Ll}/u.test(next.text) && !ENDED.test(line.text);
}

/** Whether the next line's first word had no more room. */
function isFull(line: Line, next: Line, width: number): boolean {
  const length = lengthOf(line);
  return length <= width && length + 1 + firstWord(next.text).length > width;
}

/** Where a line ends, in columns from the left edge. */
function lengthOf(line: Line): number {
  return line.indent + line.text.length;
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end === -1 ? text : text.slice(0, end);
}

function goesOn(line: Line, next: Line, width: number, base: number): boolean {
  if (next.gap > 0) return false;
  const inSentence = startsInSentence(line, next);
  if (next.indent >= base + 2 && !(inSentence && next.indent === line.indent)) return false;
  return isFull(line, next, width) || (inSentence && lengthOf(line) > width / 2 && lengthOf(line) <= width);
}
