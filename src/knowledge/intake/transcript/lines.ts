import { GAP, type Item, leftOut, said } from './items.ts';
import { isStamp } from './stamp.ts';

/** The time line of a caption in SubRip and WebVTT, with WebVTT's settings after it. */
const CUE_TIME = /^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3} *--> *(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}(?: .*)?$/;
const CUE_NUMBER = /^\d{1,5}$/;
const VOICE = /^<v(?:\.[\w.]+)? ([^>\n]+)> ?(.*)$/;

/** The lines of a text, and whether they are as short as a screen or a column is wide. */
export interface Lines {
  readonly items: readonly Item[];
  /** Whether a line's end says nothing: a sentence goes on in the next. */
  readonly wrapped: boolean;
  /** Whether they carry the times of captions or of a recording. */
  readonly timed: boolean;
}

/**
 * Divides a text into lines and takes out the numbers and times of captions.
 *
 * @param text with plain spaces
 */
export function linesOf(text: string): Lines {
  const lines = text.split('\n').map((line) => line.trim());
  const captions = lines.filter((line) => CUE_TIME.test(line)).length > 1;
  const stamps = lines.filter(isStamp).length;
  const items = lines.flatMap((line, index) =>
    itemsOf(line, lines[index - 1] ?? '', lines[index + 1] ?? '', captions),
  );
  return {
    items,
    wrapped: captions || isMarked(text) || areWrapped(lines, stamps > 2),
    timed: captions || stamps > 2,
  };
}

function itemsOf(line: string, above: string, next: string, captions: boolean): Item[] {
  // A time may stand inside a sentence, with blank lines around it.
  if (line === '') return captions || isStamp(above) || isStamp(next) ? [] : [GAP];
  if (CUE_TIME.test(line) || isStamp(line)) return leftOut(line, 'sound');
  if (!captions) return said(line);
  if (/^WEBVTT\b/.test(line) || (CUE_NUMBER.test(line) && CUE_TIME.test(next))) return leftOut(line, 'sound');
  // A voice is written as other transcripts write a speaker, and read with them.
  const voice = VOICE.exec(line);
  return said(withoutTags(voice ? `${voice[1]}: ${voice[2]}` : line));
}

/** What follows the last `>` closes no tag: a tag that is open there is looked for no further. */
function withoutTags(line: string): string {
  const end = line.lastIndexOf('>') + 1;
  return line.slice(0, end).replace(/<\/?[a-z][^>]*>?/gi, '') + line.slice(end);
}

/** A line that has ended a sentence, or stands for itself. */
const ENDED = /[.?!…:"”’)\]*]$|[-–—]$/;

/**
 * Lines are wrapped where those that have another below them end inside a sentence, which goes on without a
 * capital. 30 in 100: four in five words have none, sentences happen to end at a line's end about once in five
 * lines, and names stand alone on lines too.
 */
function areWrapped(lines: readonly string[], timed: boolean): boolean {
  const texts = timed ? lines.filter((line) => line !== '' && !isStamp(line)) : lines;
  const above = texts.flatMap((line, index) => {
    const below = texts[index + 1] ?? '';
    return line.length > 20 && below !== '' ? [{ line, below }] : [];
  });
  const inside = above.filter(({ line, below }) => !ENDED.test(line) && /^\P{Lu}/u.test(below));
  return above.length > 0 && inside.length >= 0.3 * above.length;
}

/** Captions mark a change of speakers with ">>"; letters quote letters so, and quote with ">" too. */
export function isMarked(text: string): boolean {
  return (text.match(/^ *>>>? *\S/gm)?.length ?? 0) > 1 && !/^ *>(?!>)/m.test(text);
}
