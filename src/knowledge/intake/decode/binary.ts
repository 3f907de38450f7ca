import { countIn, UNREADABLE } from './count.ts';

/**
 * How files begin that editors have on their desks, a byte a character, and what they are called. Only marks
 * that no article begins with.
 */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*%PDF-/, 'a PDF'],
  [/^PK(?:\x03\x04|\x05\x06)/, 'a ZIP file, as documents of Word, Pages and OpenOffice are'],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, 'a document of an older Word or Excel'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^(?:\x89PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, 'a picture'],
  [/^\0\0\0.ftyp(?:avif|hei|mif)/s, 'a picture'],
  [/^(?:\0\0\0.ftyp|RIFF.{4}(?:WAVE|AVI )|ID3[\x02-\x04]|OggS\0|fLaC\0|\x1A\x45\xDF\xA3)/s, 'a recording'],
  [
    /^(?:\x1F\x8B\x08|7z\xBC\xAF'\x1C|Rar!\x1A\x07|BZh\d1AY|\xFD7zXZ\0|\x28\xB5\x2F\xFD)/,
    'a compressed file',
  ],
];
/** Enough for the marks, and for the line ends that some programs write before a PDF. */
const START_BYTES = 64;

/**
 * A share of control and unreadable characters that no text comes near: of random bytes about a tenth are
 * control characters.
 */
const MAX_NOISE = 0.03;

/**
 * @param bytes any
 * @returns what kind of file they are, with its article, where that is told by how they begin; else `null`
 */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, START_BYTES)).toString('latin1');
  return MARKS.find(([mark]) => mark.test(start))?.[1] ?? null;
}

/**
 * @param text as it was decoded
 * @returns whether it looks like something other than text: with NULs in it, or much that is no character
 */
export function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const noise = countIn(text, isNoise);
  return noise > 2 && noise > text.length * MAX_NOISE;
}

function isNoise(code: number): boolean {
  return (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || code === 0x7f || code === UNREADABLE;
}
