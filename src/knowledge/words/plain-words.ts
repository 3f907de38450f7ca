/** What a character is in a text of plain English: nothing, a letter, a digit, or an apostrophe. */
const [LETTER, DIGIT, APOSTROPHE] = [1, 2, 3];

/** Of characters below 128. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  return character === "'" ? APOSTROPHE : 0;
});

/** Beyond them news copy holds quotation marks, dashes, ellipses and hard spaces, none of which is part of a word. */
const BETWEEN_WORDS: ReadonlySet<number> = new Set(
  Array.from('‘“”–—…\u00a0•£€', (mark) => mark.charCodeAt(0)),
);
const CURLY = '’'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
/** What is in none of these needs Unicode's own classes. */
const UNKNOWN = -1;

function kindOf(code: number): number {
  if (code < 128) return KINDS[code] ?? 0;
  if (code === CURLY) return APOSTROPHE;
  return BETWEEN_WORDS.has(code) ? 0 : UNKNOWN;
}

/**
 * Finds words as the pattern of `terms.ts` does, five times as fast, in texts that hold nothing but English letters,
 * digits and usual marks, which nearly all sentences of news are.
 *
 * @param text any text
 * @param tell told where each word begins and, exclusive, ends, in UTF-16 code units
 * @returns whether the text is plain; where it is not, the words told are worth nothing
 */
export function eachPlainWord(text: string, tell: (start: number, end: number) => void): boolean {
  const { length } = text;
  const isPart = (at: number) => {
    const kind = at < length ? kindOf(text.charCodeAt(at)) : 0;
    return kind === LETTER || kind === DIGIT;
  };
  const isDigit = (at: number) => at < length && kindOf(text.charCodeAt(at)) === DIGIT;
  let start = -1;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === UNKNOWN) return false;
    if (kind === LETTER || kind === DIGIT) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    if ((kind === APOSTROPHE || code === POINT) && isPart(at + 1)) continue;
    const thousands = code === COMMA && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3);
    if (thousands && !isDigit(at + 4)) continue;
    tell(start, at);
    start = -1;
  }
  if (start >= 0) tell(start, length);
  return true;
}
