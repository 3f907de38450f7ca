import type { Article, Sentence } from './article.ts';
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
  const segmenter = segmenterFor(article.language);
  return paragraphsOf(article.body).flatMap((range, paragraph) => {
    const text = article.body.slice(range.start, range.end);
    const speech = article.kind === 'transcript' ? speakerOf(text) : null;
    const skipped = speech?.length ?? 0;
    return split(text.slice(skipped), segmenter).map(({ start, end }): Sentence => {
      const from = range.start + skipped;
      return {
        article,
        start: from + start,
        end: from + end,
        paragraph,
        speaker: speech?.name ?? null,
        asks: /\?["'”’)\]]*$/.test(article.body.slice(from + start, from + end)),
      };
    });
  });
}

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

/**
 * `NAME: ` at the start of a turn: at most six words, each with a capital or in brackets, so that
 * "Remember this: …" is not taken for a speaker.
 */
const SPEAKER =
  /^\s*((?:\p{Lu}[\p{L}\p{M}\p{N}.'’-]*)(?:,? (?:\(?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]*\)?|of|the|de|da|van|von|bin|al)){0,5}(?: \([^()\n]{1,40}\))?):\s+/u;

function speakerOf(paragraph: string): { readonly name: string; readonly length: number } | null {
  const match = SPEAKER.exec(paragraph);
  return match?.[1] ? { name: match[1], length: match[0].length } : null;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter takes 0.1 ms to make, so one is kept for each language; an unknown one is read as English. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const known = isLanguageTag(language) ? language : 'en';
    segmenter = new Intl.Segmenter(known, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function split(text: string, segmenter: Intl.Segmenter): Range[] {
  const found: Range[] = [];
  let open: Range | null = null;
  for (const { segment, index } of segmenter.segment(text)) {
    const next: Range = { start: index, end: index + segment.length };
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

/** Whether the text so far and the segment after it are one sentence that ICU has divided. */
function goesOn(text: string, soFar: Range, next: Range): boolean {
  const ended = text.slice(soFar.start, soFar.end).trimEnd();
  const following = text.slice(next.start, next.end).trimStart();
  // "Why?" she asked. – also after "Yahoo!" and after an ellipsis.
  if (/^\p{Ll}/u.test(following)) return true;
  // A list's own number: "1. First of all".
  if (/^\(?(?:\p{N}{1,2}|\p{L})[.)]$/u.test(ended)) return true;
  if (ended.endsWith('.') && afterAbbreviation(ended, following)) return true;
  return insideQuotation(text, soFar, next);
}

function afterAbbreviation(ended: string, following: string): boolean {
  const last = /([\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*)\.$/u.exec(ended.slice(-24))?.[1];
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
