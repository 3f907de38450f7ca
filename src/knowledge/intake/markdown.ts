import { z } from 'zod';
import { FRONT_MATTER, FrontMatter } from '../article-file.ts';
import { plainText } from '../markdown.ts';
import { readYaml } from '../yaml.ts';
import { isoDate } from './dates.ts';
import { type Details, type Draft, type LeftOut, NO_DETAILS, type Stated } from './draft.ts';
import { IntakeError } from './intake-error.ts';
import { picturesIn } from './pictures.ts';
import { onOneLine, withPlainSpaces } from './white-space.ts';
import { sift } from './wire-copy/sift.ts';

/** What site generators and note-taking programs call the fields, by what they are called here. */
const OTHER_NAMES: ReadonlyMap<string, keyof z.infer<typeof FrontMatter>> = new Map([
  ['title', 'headline'],
  ['date', 'published'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['publication', 'outlet'],
  ['publisher', 'outlet'],
  ['source', 'outlet'],
  ['site', 'outlet'],
  ['lastmod', 'updated'],
  ['modified', 'updated'],
  ['canonical', 'url'],
  ['canonical_url', 'url'],
  ['link', 'url'],
  ['lang', 'language'],
]);

/**
 * Reads an article in Markdown, with or without front matter. A first heading is the headline where no
 * field states one; pictures are left out as captions.
 *
 * @param source the text as it arrived
 * @returns the draft
 * @throws {IntakeError} `bad-front-matter` with its line; `empty` or `no-article` when there is no text in it
 */
export function readMarkdown(source: string): Draft {
  const file = withPlainSpaces(source).replace(/^\s*\n/, '');
  const match = FRONT_MATTER.exec(file);
  if (!match && file.startsWith('---\n') && /^[\w-]+:/m.test(file.slice(4, 400))) {
    throw new IntakeError(
      'bad-front-matter',
      'The front matter is not closed: put a line --- after its last field.',
    );
  }
  const { details, stated } = match ? frontMatterOf(match[1] ?? '') : { details: NO_DETAILS, stated: {} };
  const { pictures, text } = withoutPictures(match ? file.slice(match[0].length) : file);
  const title = details.headline === null ? firstHeading(text) : null;
  const blocks = plainText(title ? text.slice(title.length) : text).split('\n\n');
  const all = blocks.map(onOneLine).filter((paragraph) => paragraph !== '');
  // Site generators put the headline of the front matter above the text once more.
  const repeats = details.headline !== null && all[0] === onOneLine(plainText(details.headline));
  const paragraphs = repeats ? all.slice(1) : all;
  // Front matter is written by somebody who has looked the text over.
  const { story, leftOut } = match ? { story: paragraphs, leftOut: [] } : sift(paragraphs);
  if (!story.some((paragraph) => /[\p{L}\p{N}]/u.test(paragraph))) {
    throw match || paragraphs.length > 0
      ? new IntakeError('no-article', 'There is no story in it: only fields, pictures or captions.')
      : new IntakeError('empty', 'There is no text in it.');
  }
  const headline = title === null ? null : onOneLine(plainText(title.words));
  return {
    details: { ...details, headline: details.headline ?? headline },
    stated: headline === null ? stated : { ...stated, headline: 'the first heading' },
    paragraphs: story,
    leftOut: [...pictures, ...leftOut],
  };
}

/** A heading that a text begins with: its words, without the `#` on either side, and how far it reaches. */
function firstHeading(text: string): { readonly words: string; readonly length: number } | null {
  const begin = /^\s*#\s+(?=\S)/.exec(text)?.[0].length;
  if (begin === undefined) return null;
  const end = text.indexOf('\n', begin);
  const line = text.slice(begin, end < 0 ? text.length : end).trimEnd();
  const words =
    line.charAt(0) +
    line
      .slice(1)
      .replace(/(?<!#)#+$/, '')
      .trimEnd();
  // A line of nothing but marks below it goes with it.
  const rest = /\s*(?:#+\s*\n)?/y;
  rest.lastIndex = begin + line.length;
  rest.test(`${text}\n`);
  return { words, length: Math.min(rest.lastIndex, text.length) };
}

function frontMatterOf(front: string): { details: Details; stated: Stated } {
  const plain = readYaml(front, z.record(z.string(), z.unknown()), 2);
  const named = Object.entries(plain.value ?? {}).flatMap(([name, value]) => {
    const known = Object.hasOwn(FrontMatter.shape, name) ? name : OTHER_NAMES.get(name.toLowerCase());
    return known === undefined ? [] : [[known, asText(known, value)] as const];
  });
  // A field by its own name counts more than one by another name.
  const fields = Object.fromEntries([...named].reverse());
  const parsed = FrontMatter.partial({ outlet: true, headline: true }).safeParse(fields);
  const complaint = plain.complaints[0];
  if (complaint) {
    // What is quoted of the line may end in the middle of a character.
    const reason = onOneLine(complaint.reason);
    throw new IntakeError('bad-front-matter', `Line ${complaint.line}: ${reason}`);
  }
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[0]);
    throw new IntakeError(
      'bad-front-matter',
      `The front matter's "${field}" should be ${issue?.message ?? 'something else'}.`,
    );
  }
  const { outlet, headline, byline, published, updated, url, kind, language } = parsed.data;
  const details: Details = {
    outlet: outlet ?? null,
    headline: headline ?? null,
    byline: byline ?? null,
    published: published ?? null,
    updated: updated ?? null,
    url: url ?? null,
    kind: 'kind' in fields ? kind : null,
    language: 'language' in fields ? language : null,
  };
  const stated = Object.keys(details).filter((field) => fields[field] !== undefined);
  return { details, stated: Object.fromEntries(stated.map((field) => [field, 'the front matter'])) };
}

/** Dates are taken in any of the forms in which they are written; a list of authors on one line. */
function asText(field: string, value: unknown): unknown {
  if (Array.isArray(value)) return onOneLine(value.filter((item) => typeof item === 'string').join(', '));
  if (typeof value !== 'string') return value;
  // YAML can write any character there is, line ends and what commands a terminal among them.
  const line = onOneLine(value);
  return field === 'published' || field === 'updated' ? (isoDate(line) ?? line) : line;
}

function withoutPictures(text: string): { readonly text: string; readonly pictures: readonly LeftOut[] } {
  const found = picturesIn(text);
  const pictures = found
    .flatMap(({ captions }) => captions.map((caption) => onOneLine(plainText(caption))))
    .filter((caption) => caption !== '')
    .map((caption): LeftOut => ({ text: caption, reason: 'caption' }));
  const kept = [{ end: 0 }, ...found].map(({ end }, at) => text.slice(end, found[at]?.start));
  return { text: kept.join(''), pictures };
}
