/** Pictures in Markdown, read in one pass: each place is looked at once, however many brackets stay open. */

/** A picture, with what is said about it. */
interface Picture {
  /** UTF-16 code units into the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words for those who do not see it, then the line of emphasis below it; either may be empty. */
  readonly captions: readonly string[];
}

/**
 * Finds `![what it shows](where it is)`, with the line of emphasis that follows it on a line of its own.
 *
 * @param text Markdown with `\n` at the ends of its lines
 * @returns its pictures in order
 */
export function picturesIn(text: string): readonly Picture[] {
  const found: Picture[] = [];
  const nextOpen = finder(text, '![');
  const nextClose = finder(text, ']');
  const nextAddressEnd = finder(text, ')');
  const nextLine = finder(text, '\n');
  let from = 0;
  for (let start = nextOpen(from); start < text.length; start = nextOpen(from)) {
    const [line, close] = [nextLine(start), nextClose(start)];
    // What opens before the same bracket, or on a line without any, fails as this does.
    from = Math.min(close, line) + 1;
    if (line < close || text.charAt(close + 1) !== '(') continue;
    const address = nextAddressEnd(close);
    from = Math.min(address, line) + 1;
    if (line <= address) continue;
    const below = emphasisAt(text, from, nextLine);
    found.push({
      start,
      end: below?.end ?? from,
      captions: [text.slice(start + 2, close), below?.words ?? ''],
    });
    from = below?.end ?? from;
  }
  return found;
}

function emphasisAt(
  text: string,
  at: number,
  nextLine: (from: number) => number,
): { readonly words: string; readonly end: number } | null {
  const between = /[^\S\n]*\n{1,2}[^\S\n]*([*_])(?![*_])/y;
  between.lastIndex = at;
  const mark = between.exec(text)?.[1];
  if (mark === undefined) return null;
  const start = between.lastIndex;
  const end = nextLine(start);
  const words = text.slice(start, end).trimEnd();
  return words.length > 1 && words.endsWith(mark) ? { words: words.slice(0, -1), end } : null;
}

/** Tells where something stands next; beyond the text where it does not. To be asked about places in order. */
function finder(text: string, what: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) at = text.indexOf(what, from);
    if (at < 0) at = text.length;
    return at;
  };
}
