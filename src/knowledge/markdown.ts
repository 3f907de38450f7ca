import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/**
 * Reads the body of a library file: Markdown's marks go, what they mark stays, letter for letter. A
 * paragraph without any mark is not touched but for its line ends, so that its offsets are the file's.
 *
 * @param source the file after its front matter
 * @returns plain text, one line a paragraph, paragraphs separated by one blank line
 */
export function plainText(source: string): string {
  return source
    .replace(COMMENT, '')
    .split(/\n[^\S\n]*\n\s*/)
    .flatMap((block) => paragraphsOf(block))
    .map((paragraph) => (/[*_`[\]\\~]|<!--/.test(paragraph) ? withoutMarks(paragraph) : paragraph))
    .map((paragraph) => paragraph.replace(/(?:(?<![^\S\n])[^\S\n]+)?\n[^\S\n]*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/**
 * A comment on lines of its own, which may hold blank ones: no reader of the article sees it, and it may say what nobody
 * is to read. One without an end goes on to the end, as browsers have it.
 */
const COMMENT = /^ {0,3}<!--(?:-?>|[\s\S]*?(?:-->|$(?![\s\S])))/gm;

/** A rule under a heading, or between parts. */
const RULE = /^\s{0,3}(?:=+|-{3,}|\*(?: *\*){2,}|_(?: *_){2,})\s*$/;
/** `# ` of a heading, `> ` of a quotation. "1. " stays: "2021. That was the year" is no list. */
const BLOCK_MARK = /^\s{0,3}(?:#{1,6} +|(?:> ?)+)/;
const LIST_MARK = /^\s*[-*+] +(?=\S)/;

/** Headings and items of a list are paragraphs of their own, with or without blank lines around them. */
function paragraphsOf(block: string): string[] {
  const found: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') found.push(open);
    open = '';
  };
  for (const line of block.split('\n')) {
    if (RULE.test(line)) {
      close();
    } else if (/^\s{0,3}#{1,6} +/.test(line)) {
      close();
      found.push(line.replace(BLOCK_MARK, '').replace(/(?<! ) +#+\s*$/, ''));
    } else if (LIST_MARK.test(line)) {
      close();
      open = line.replace(LIST_MARK, '');
    } else {
      const text = line.replace(BLOCK_MARK, '');
      open = open === '' ? text : `${open}\n${text}`;
    }
  }
  close();
  return found;
}

/** A letter of a script that is written with spaces between words. */
const LETTER = String.raw`(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{N}]`;
const SPACED = new RegExp(`${LETTER}$`, 'u');
const WITHIN_WORD = new RegExp(String.raw`^\*+(?=${LETTER})`, 'u');

const NEWS_MARKS = new (class extends Tokenizer {
  /** A bare address is text and no mark: read as a link, it would keep the backslashes that escape marks in it. */
  override url() {
    return undefined;
  }

  /**
   * Asterisks within a word begin no emphasis: "f**k this s**t" and "3*4*5" would lose them, and with them what they say.
   * Where words are written without spaces between them, they do.
   */
  override emStrong(source: string, masked: string, before = '') {
    const run = SPACED.test(before) ? WITHIN_WORD.exec(source)?.[0] : undefined;
    if (run === undefined) return super.emStrong(source, masked, before);
    const plain: Tokens.Text = { type: 'text', raw: run, text: run, escaped: false };
    return { type: 'em', raw: run, text: run, tokens: [plain] } satisfies Tokens.Em;
  }
})();

/**
 * As much of a paragraph as is read for marks at a time, in UTF-16 code units and in marks: far above what anybody
 * writes in one. The lexer's time grows with the third power of what it is given, and its stack with how deep marks
 * stand in marks: 4 KB of "**a* " took half a second, and 40 KB of asterisks overflowed the stack.
 */
const [AT_ONCE, MARKS] = [4096, 200];

function withoutMarks(paragraph: string): string {
  return piecesOf(paragraph).map(readMarks).join('');
}

/** Cut at white space, where no mark is divided; one around a cut stays as it is written. */
function piecesOf(paragraph: string): string[] {
  const pieces: string[] = [];
  let [from, marks] = [0, 0];
  for (let at = 0; at < paragraph.length; at += 1) {
    if (MARK.test(paragraph.charAt(at))) marks += 1;
    if (marks < MARKS && at - from < AT_ONCE) continue;
    const to = from + cutIn(paragraph.slice(from, at + 1));
    pieces.push(paragraph.slice(from, to));
    [from, marks, at] = [to, 0, to - 1];
  }
  return [...pieces, paragraph.slice(from)];
}

const MARK = /[*_`[\]\\~<&!]/;

/**
 * Where a piece that is long enough is cut: before a comment that goes on behind it, else at its last white space, but
 * never behind a backslash that escapes.
 */
function cutIn(piece: string): number {
  const comment = piece.lastIndexOf('<!--');
  if (comment > 0 && !piece.includes('-->', comment) && piece[comment - 1] !== '\\') return comment;
  const space = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
  if (space > 0) return space;
  const escapes = /(?<!\\)\\*$/.exec(piece.slice(-MARKS))?.[0].length ?? 0;
  return piece.length - (escapes % 2);
}

function readMarks(piece: string): string {
  try {
    return textOf(Lexer.lexInline(piece, { gfm: true, tokenizer: NEWS_MARKS }));
  } catch (error) {
    // Marks so deep in each other mean nothing to anybody.
    if (error instanceof RangeError) return piece;
    throw error;
  }
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => readOne(token)).join('');
}

function readOne(token: Token): string {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return textOf(token.tokens ?? []);
    case 'link':
      return textOf(token.tokens ?? []);
    case 'image':
      return '';
    case 'html':
      return token.raw.startsWith('<!--') ? '' : token.raw;
    case 'br':
      return '\n';
    case 'codespan':
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}
