import type { ArticleKind } from '../article.ts';
import type { Details, Draft } from './draft.ts';
import { IntakeError } from './intake-error.ts';
import { readMarkdown } from './markdown.ts';
import { withoutOverlong } from './overlong.ts';
import { looksLikeTranscript, readTranscript } from './transcript.ts';
import { readWebPage } from './web-page.ts';
import { sift } from './wire-copy/sift.ts';
import { readWireCopy } from './wire-copy.ts';

/** What form a piece of material has. `data` is JSON or XML that is no feed. */
export type Form = 'html' | 'markdown' | 'text' | 'feed' | 'data';

/** Something raw, as text, and what is known of where it came from. */
export interface Material {
  readonly text: string;
  /** The file's name; `null` for standard input and addresses. */
  readonly name: string | null;
  /** The address it was fetched from. */
  readonly address: string | null;
  /** As the server stated it. */
  readonly contentType: string | null;
}

/** Declarations and comments that XML and HTML may begin with. */
const PROLOGUE = /^(?:\s*<(?:\?[^>]*|!--(?:(?!-->)[\s\S])*--)>)*\s*/;
const HTML = /^<(?:!doctype html|html|head|body)[\s>]/i;
const HTML_FRAGMENT =
  /^<(?:article|main|section|div|p|h1|h2|meta|title|script|figure|header|span|img|a|ul)\b/i;

/**
 * Tells the form of material: by what it looks like where that leaves no doubt, else by what the server or
 * the file's name say.
 *
 * @param material the material
 * @returns its form; plain text when nothing says otherwise
 */
export function formOf({ text, name, contentType }: Material): Form {
  const raw = text.slice(0, 4_000).trimStart();
  const start = raw.replace(PROLOGUE, '');
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = /\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(start) || isJsonFeed(start)) return 'feed';
  if (HTML.test(start) || /^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html';
  if (/^(?:html?|xhtml)$/.test(ending)) return 'html';
  if (raw.startsWith('<?xml') || /^(?:\{\s*"|\[\s*\{)/.test(start)) return 'data';
  if (type === 'text/markdown' || /^(?:md|markdown|mdown)$/.test(ending)) return 'markdown';
  if (/^---[^\S\n]*\n[\w-]+\s*:/.test(start)) return 'markdown';
  if (type === 'text/plain' || ending === 'txt') return 'text';
  if (HTML_FRAGMENT.test(start)) return 'html';
  return /^#{1,2} \S/.test(start) || holdsLink(text) ? 'markdown' : 'text';
}

/** A link's words end and its address begins; the words stand before the bracket, on the same line. */
const LINK = /\](?<=\[[^\]\n]+\])\(https?:\/\/[^)\s]+/g;

/** Whether there is a Markdown link: each place is looked at once, however many brackets stay open. */
function holdsLink(text: string): boolean {
  for (const { 0: link, index } of text.matchAll(LINK)) {
    if (text.charAt(index + link.length) === ')') return true;
  }
  return false;
}

function isJsonFeed(start: string): boolean {
  return start.startsWith('{') && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(start);
}

/**
 * Reads material as what it is.
 *
 * @param material the material
 * @param given what an editor has stated; it wins over what the material states
 * @returns the draft
 * @throws {IntakeError} when no article can be made of it
 */
export function readMaterial(material: Material, given: Partial<Details> = {}): Draft {
  const draft = readForm(material, given.kind ?? null);
  const details = withoutOverlong({ ...draft.details, url: draft.details.url ?? material.address });
  const stated = Object.keys(given).map((field) => [field, 'as you gave it'] as const);
  return {
    ...draft,
    details: { ...details, ...given },
    stated: { ...draft.stated, ...Object.fromEntries(stated) },
  };
}

function readForm(material: Material, kind: ArticleKind | null): Draft {
  const { text, address } = material;
  const form = formOf(material);
  if (form !== 'html') checkLength(text);
  switch (form) {
    case 'html':
      return readPage(text, address, kind);
    case 'markdown':
      return readMarkdown(text);
    case 'feed':
      throw new IntakeError('no-article', 'This is a feed and no article: add it with --feed.');
    case 'data':
      throw new IntakeError('no-article', 'This is data and no article: add the page or the text itself.');
    case 'text':
      return isTranscript(text, kind) ? readTranscript(text) : readWireCopy(text);
  }
}

/**
 * In UTF-16 code units: as much as a thick book, and some two seconds of work.
 */
const LONGEST_TEXT = 1_500_000;
/** Each line is looked at in some 30 microseconds. */
const MOST_LINES = 100_000;

function checkLength(text: string): void {
  if (text.length <= LONGEST_TEXT && linesIn(text) <= MOST_LINES) return;
  const sentence = 'This is longer than any article: add the text of one article alone.';
  throw new IntakeError('too-large', sentence);
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function isTranscript(text: string, kind: ArticleKind | null): boolean {
  return kind === null ? looksLikeTranscript(text) : kind === 'transcript';
}

/** A page's structure says what is not the story; the form of what is left says the rest. */
function readPage(html: string, address: string | null, kind: ArticleKind | null): Draft {
  const page = readWebPage(html, address);
  const text = page.paragraphs.join('\n\n');
  if (isTranscript(text, kind ?? page.details.kind)) {
    const { paragraphs, leftOut } = readTranscript(text);
    const details: Details = { ...page.details, kind: 'transcript' };
    return { ...page, details, paragraphs, leftOut: [...page.leftOut, ...leftOut] };
  }
  const { story, leftOut } = sift(page.paragraphs);
  if (story.length === 0) {
    throw new IntakeError('no-article', 'The page holds only captions, credits or promotion, and no story.');
  }
  return { ...page, paragraphs: story, leftOut: [...page.leftOut, ...leftOut] };
}
