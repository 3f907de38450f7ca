import wrapAnsi from 'wrap-ansi';

/** What stands for letters while lines are broken: one column wide, and two. */
const [NARROW, WIDE] = ['\uE000', '\uFFE0'];
const STANDING = /[\uE000\uFFE0]/g;
/** Bold and faint: a mark behind a code is not one of the code's letters. */
const CODES = /(\u001b\[\d+m)/;
const TWO_COLUMNS = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks a text into lines, of which every letter is the one that was there: wrap-ansi normalises what it is given, so
 * that a letter with a mark of its own would become another, and some would become ones that look otherwise.
 *
 * @param text text with escape codes for bold and faint
 * @param columns the widest line
 * @returns the text with line breaks
 */
export function wrappedAt(text: string, columns: number): string {
  if (text === text.normalize()) return wrapAnsi(text, columns, { hard: true });
  const changed: string[] = [];
  const standing = text
    .split(CODES)
    .map((part) => (part.startsWith('\u001b') ? part : standIns(part, changed)))
    .join('');
  const back = changed.values();
  return wrapAnsi(standing, columns, { hard: true }).replaceAll(STANDING, () => back.next().value ?? '');
}

/** @param changed gets what was replaced, in order */
function standIns(text: string, changed: string[]): string {
  return Array.from(letters.segment(text), ({ segment }) => {
    if (segment === segment.normalize() && !/[\uE000\uFFE0]/.test(segment)) return segment;
    changed.push(segment);
    return TWO_COLUMNS.test(segment) ? WIDE : NARROW;
  }).join('');
}
