import type { Article, ArticleKind, Sentence } from './article.ts';
import { isHostQuestion } from './host-question.ts';
import { canonicalTag } from './language-tag.ts';
import { sentenceBreaks } from './sentence-breaks.ts';
import { speechOf } from './speaker.ts';
import { MAYBE_LAST, NEVER_LAST, STARTERS } from './words/abbreviations.ts';

/** A stretch of a text in UTF-16 code units, `end` exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Divides an article's body into its sentences. Unicode's rules (UAX #29, as ICU has them in
 * `Intl.Segmenter`) find the boundaries; what they get wrong in news copy is mended: abbreviations,
 * initials, a question inside a sentence, quotations of more than one sentence.
 *
 * @param article the article
 * @returns its sentences in order, without the white space between them; no two overlap
 */
export function sentencesOf(article: Article): Sentence[] {
  const { body, kind } = article;
  const segmenter = segmenterFor(article.language);
  const paragraphs = paragraphsOf(body);
  const openings = paragraphs.map(({ start, end }) => openingOf(body.slice(start, end), kind));
  const turns = turnsOf(openings, kind);
  return paragraphs.flatMap((range, paragraph) => {
    const { length = 0, speaker = null, asks = false, caption = false } = openings[paragraph] ?? {};
    const from = range.start + length;
    return split(body.slice(from, range.end), segmenter).map(({ start, end }): Sentence => {
      const text = body.slice(from + start, from + end);
      return {
        article,
        start: from + start,
        end: from + end,
        paragraph,
        speaker,
        turn: turns[paragraph] ?? null,
        asks: asks || ASKS.test(text.slice(-END)) || (kind === 'transcript' && isHostQuestion(text)),
        caption,
      };
    });
  });
}

/** Of the end of a sentence, in UTF-16 code units: more than a mark with what closes behind it, and notes. */
const END = 40;
/** A question mark of any script, with nothing behind it but what closes, further marks and the numbers of notes. */
const ASKS = /[?？؟\u037E‽⁇⁈⁉][!?！？]{0,9}["'”’»›」』)\]）\s]{0,9}(?:\[\^?[\p{L}\p{N}]{1,3}\]){0,6}$/u;

/** Paragraphs are separated by blank lines. */
function paragraphsOf(body: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const gap of body.matchAll(/\n[^\S\n]*\n\s*/g)) {
    found.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  found.push({ start, end: body.length });
  return found.filter((range) => /\S/.test(body.slice(range.start, range.end)));
}

/** A paragraph that is the text under a photograph says so; the word is no part of any sentence. */
const CAPTION = /^\s*Caption:\s+/;

/** What stands before the first sentence of a paragraph, and what it says of its sentences. */
interface Opening {
  readonly length: number;
  readonly speaker: string | null;
  readonly asks: boolean;
  readonly caption: boolean;
}

function openingOf(paragraph: string, kind: ArticleKind): Opening {
  const caption = CAPTION.exec(paragraph);
  if (caption) return { length: caption[0].length, speaker: null, asks: false, caption: true };
  const speech = kind === 'transcript' ? speechOf(paragraph) : null;
  return {
    length: speech?.length ?? 0,
    speaker: speech?.name ?? null,
    asks: speech?.asks ?? false,
    caption: false,
  };
}

/** Turns are counted only where nobody is named: elsewhere the name says more than a number. */
function turnsOf(openings: readonly Opening[], kind: ArticleKind): (number | null)[] {
  const counted = kind === 'transcript' && openings.every(({ speaker }) => speaker === null);
  let last = 0;
  return openings.map(({ caption }) => {
    if (!counted || caption) return null;
    last += 1;
    return last;
  });
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter takes 0.1 ms to make, so one is kept for each language; an unknown one is read as English. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const known = canonicalTag(language) === null ? 'en' : language;
    segmenter = new Intl.Segmenter(known, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function split(text: string, segmenter: Intl.Segmenter): Range[] {
  const found: Range[] = [];
  let open: Range | null = null;
  for (const { segment, index } of sentenceBreaks(text, segmenter)) {
    const note: number = open === null ? 0 : Math.min(noteAt(text, index), segment.length);
    const opening: number = open === null || note > 0 ? 0 : openingBefore(text, index);
    if (open !== null) open = { start: open.start, end: open.end + note - opening };
    if (note === segment.length) continue;
    const next: Range = { start: index + note - opening, end: index + segment.length };
    if (open && (!hasWord(segment) || goesOn(text, open, next))) {
      open = { start: open.start, end: next.end };
    } else {
      if (open) found.push(open);
      open = next;
    }
  }
  if (open) found.push(open);
  return found
    .map((range) => trimmed(text, range))
    .filter((range) => hasWord(text.slice(range.start, range.end)));
}

/** Numbers of notes behind a sentence, "1990.[1][2] ", which ICU divides behind the first bracket. */
const NOTE = /^\^?[\p{L}\p{N}]{1,3}\](?:\[\^?[\p{L}\p{N}]{1,3}\])*\s*/u;
/** Above the length of a dozen of them, in UTF-16 code units. */
const NOTES = 64;

/** What closes a quotation behind a blank, as in French. Before a letter the same mark opens one, as in German. */
const CLOSING = /^[»›](?![\p{L}\p{N}])\s*/u;

/** How much of what begins there belongs to the sentence before: its notes, or the mark that closes it. */
function noteAt(text: string, index: number): number {
  const ahead = text.slice(index, index + NOTES);
  return (text[index - 1] === '[' ? NOTE : CLOSING).exec(ahead)?.[0].length ?? 0;
}

/** What opens a quotation, which ICU leaves with the sentence before where no blank stands between them: 「, “. */
const OPENING = /(?<=\p{Sentence_Terminal}[\p{Pe}\p{Pf}]{0,3})[\p{Pi}\p{Ps}]{1,3}$/u;

/** How much of what ends there belongs to the sentence that begins there. */
function openingBefore(text: string, index: number): number {
  return OPENING.exec(text.slice(Math.max(0, index - 8), index))?.[0].length ?? 0;
}

/** Whether the text so far and the segment after it are one sentence that ICU has divided. */
function goesOn(text: string, soFar: Range, next: Range): boolean {
  const ended = text.slice(soFar.start, soFar.end).trimEnd();
  const following = text.slice(next.start, next.end).trimStart();
  // "Why?" she asked. – also after "Yahoo!" and after an ellipsis.
  if (/^\p{Ll}/u.test(following)) return true;
  // 「なぜ？」と彼女は言った。
  if (/[」』]$/u.test(ended) && /^(?:と|って)/u.test(following)) return true;
  // A list's own number: "1. First of all".
  if (/^\(?(?:\p{N}{1,2}|\p{L})[.)]$/u.test(ended)) return true;
  if (ended.endsWith('.') && afterAbbreviation(ended, following)) return true;
  return insideQuotation(text, soFar, next);
}

function afterAbbreviation(ended: string, following: string): boolean {
  const last = /(?<![\p{L}\p{M}]\.?)([\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*)\.$/u.exec(ended.slice(-24))?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  const capital = /^\p{Lu}/u.test(last);
  // "No." alone is an answer; before a number it is "number".
  if (word === 'no' || word === 'nos') return /^\p{N}/u.test(following);
  if (NEVER_LAST.has(word)) return capital || word.includes('.') || /^(vs|v|cf|ca|approx)$/.test(word);
  const initial = /^\p{Lu}$/u.test(last) && !/^[IA]$/.test(last);
  if (!initial && !(MAYBE_LAST.has(word) && (capital || word.includes('.')))) return false;
  const first = /^["“'‘(]*([\p{L}\p{M}'’]+)/u.exec(following)?.[1]?.toLowerCase().replaceAll('’', "'");
  return first === undefined ? /^\p{N}/u.test(following) && !word.endsWith('m') : !STARTERS.has(first);
}

/**
 * A quotation of several sentences is kept whole with the words that say whose it is, up to this many
 * UTF-16 code units: half of what is pleasant to read in a chat, and above most quotations in news copy.
 */
const LONGEST_QUOTATION = 320;

function insideQuotation(text: string, soFar: Range, next: Range): boolean {
  if (next.end - soFar.start > LONGEST_QUOTATION) return false;
  const said = text.slice(soFar.start, soFar.end);
  const curly = count(said, /“/g) > count(said, /”/g);
  if (!curly && count(said, /"/g) % 2 === 0) return false;
  // Only when the quotation closes soon: a lone mark is an inch sign, or a slip.
  return text.slice(next.start, soFar.start + LONGEST_QUOTATION).includes(curly ? '”' : '"');
}

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function trimmed(text: string, { start, end }: Range): Range {
  const piece = text.slice(start, end);
  return {
    start: start + piece.length - piece.trimStart().length,
    end: end - (piece.length - piece.trimEnd().length),
  };
}
