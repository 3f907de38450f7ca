import { isBody } from './headline.ts';

/** "> " before each line, once for each time that it was quoted. */
const QUOTED = /^[ \t]*(?:>[ \t]?)+/;
/** Two lines with an arrow can be links. */
const FEWEST_QUOTED = 3;

/**
 * Takes off the marks with which mail programs quote, where at least a third of the lines have them.
 *
 * @param text as it arrived
 * @returns the text without the marks
 */
export function unquoted(text: string): string {
  if (!text.includes('>')) return text;
  const lines = text.split(/\r\n?|\n/);
  const quoted = lines.filter((line) => QUOTED.test(line)).length;
  const written = lines.filter((line) => line.trim() !== '').length;
  if (quoted < FEWEST_QUOTED || quoted * 3 < written) return text;
  return lines.map((line) => line.replace(QUOTED, '')).join('\n');
}

const FORWARDED =
  /^[-–—_\s]*(?:begin forwarded message|forwarded message|forwarded by .{1,60}|original message)[-–—_:\s]*$/i;
/** A note to a colleague is no longer, in paragraphs. */
const LONGEST_NOTE = 40;

/**
 * Finds where a forwarded message begins: what stands above is a note to whoever receives it. Where more is
 * written above than below, what stands below is an old thread, and nothing is taken off.
 *
 * @param paragraphs in order
 * @returns how many of them stand above the message, its mark included
 */
export function noteEnd(paragraphs: readonly string[]): number {
  const at = paragraphs.slice(0, LONGEST_NOTE).findLastIndex((text) => FORWARDED.test(text));
  if (at === -1) return 0;
  const bodies = (part: readonly string[]): number => part.filter(isBody).length;
  return bodies(paragraphs.slice(0, at)) < bodies(paragraphs.slice(at + 1)) ? at + 1 : 0;
}

const SUBJECT = /^subject\s*:\s*(?:(?:re|fwd?|aw|wg|tr)(?:\s*\[\d+\])?\s*:\s*)*(?<value>\S.{0,180})$/i;

/**
 * @param line a line of a message's head
 * @returns its subject without "Re:" and "Fwd:"; `null` where it states none, or none of the form of a headline
 */
export function subjectOf(line: string): string | null {
  const value = SUBJECT.exec(line)?.groups?.value ?? '';
  return /^[\p{Lu}\p{N}“"‘']\S*\s+\S/u.test(value) ? value : null;
}

/** Name, position, paper, telephone, address, and what the paper wants to be called. */
const LONGEST_SIGNATURE = 8;

/**
 * @param paragraphs in order
 * @returns the index of the line "--" over a signature that ends the text, or the number of paragraphs
 */
export function signatureStart(paragraphs: readonly string[]): number {
  const from = Math.max(0, paragraphs.length - LONGEST_SIGNATURE - 1);
  const end = paragraphs.slice(from);
  const at = end.indexOf('--');
  const isShort = (text: string): boolean => text.length < 80 && !isBody(text);
  return at !== -1 && end.slice(at).every(isShort) ? from + at : paragraphs.length;
}
