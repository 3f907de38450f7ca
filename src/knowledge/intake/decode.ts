import { isUtf8 } from 'node:buffer';
import { binaryKind, looksBinary } from './decode/binary.ts';
import { countIn, UNREADABLE } from './decode/count.ts';
import { declaredEncoding } from './decode/declared.ts';
import { fromWindows1252 } from './decode/windows-1252.ts';
import { IntakeError } from './intake-error.ts';
import { hasText } from './white-space.ts';

export { contentTypeOf } from './decode/content-type.ts';

/** What is known of the bytes besides themselves. */
export interface DecodeHints {
  /** The `Content-Type` header they came with. */
  readonly contentType?: string | null;
}

/** No article comes near it; also what is fetched at most. */
export const MAX_BYTES = 5_000_000;

/**
 * Encodings with one byte a character in which text that is valid UTF-8 by chance does not happen. In Thai
 * and in the encodings of East Asia it does, so there the declaration is believed.
 */
const SINGLE_BYTE = /^(?:windows-125\d|iso-8859-\d+|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/;

/**
 * Turns bytes into text. A byte order mark says how; then the header; then the page or XML file itself; then
 * it is UTF-8 if it can be, and windows-1252 if not. A declaration that the bytes contradict is not believed.
 *
 * @param bytes a page, a feed, or a text file
 * @returns the text without its byte order mark, otherwise as it was
 * @throws IntakeError `too-large`, `not-text`, or `empty` when there is white space only
 */
export function decode(bytes: Uint8Array, hints: DecodeHints = {}): string {
  if (bytes.length > MAX_BYTES) throw tooLarge();
  const kind = binaryKind(bytes);
  if (kind !== null) throw notText(kind);
  const text = textOf(bytes, hints.contentType ?? null);
  if (looksBinary(text)) throw notText('not text');
  if (!hasText(text)) {
    throw new IntakeError('empty', 'There is no text in this: check that it is the right file or address.');
  }
  return text;
}

/** For whoever sees the size of something before it is read. */
export function tooLarge(): IntakeError {
  return new IntakeError('too-large', 'This is more than 5 MB, which is no article: add the text alone.');
}

function notText(what: string): IntakeError {
  return new IntakeError('not-text', `This is ${what}: open it, save it as text first, and add that.`);
}

function textOf(bytes: Uint8Array, contentType: string | null): string {
  const encoding = markedEncoding(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  const declared = declaredEncoding(bytes, contentType);
  if (declared === null || declared === 'utf-8') return utf8OrWindows1252(bytes);
  if (SINGLE_BYTE.test(declared)) return isUtf8(bytes) ? utf8(bytes) : singleByte(bytes, declared);
  return isUtf8(bytes) && !fits(bytes, declared) ? utf8(bytes) : new TextDecoder(declared).decode(bytes);
}

/** By the byte order mark. */
function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * A page in UTF-8 in which a letter was cut in half is not windows-1252: there, hardly any two bytes beyond
 * ASCII stand as UTF-8 wants them. So the readable letters must be outnumbered by the unreadable.
 */
function utf8OrWindows1252(bytes: Uint8Array): string {
  const text = utf8(bytes);
  if (isUtf8(bytes)) return text;
  const unreadable = countIn(text, (code) => code === UNREADABLE);
  const readable = countIn(text, (code) => code > 0x7f) - unreadable;
  return readable > unreadable ? text : fromWindows1252(bytes);
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function singleByte(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Any pair of bytes is UTF-16, but of Latin text every second one is NUL. */
function fits(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return bytes.includes(0);
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
