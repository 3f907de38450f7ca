import { z } from 'zod';
import type { Article } from './article.ts';
import { IsoDate } from './iso-date.ts';
import { plainText } from './markdown.ts';
import { ownText } from './own-text.ts';
import type { Complaint, Read } from './problem.ts';
import { readYaml, unknownFields } from './yaml.ts';

const text = z.string({ error: 'text' }).trim();
/** Every article has one, so the field has to be there; it stays empty where nobody has stated it. */
const statedOrEmpty = text.transform((value) => (value === '' ? null : value));
const stated = text.transform((value) => (value === '' ? null : value)).nullish();

const date = IsoDate.nullish();

/** The fields of an article's front matter. */
export const FrontMatter = z.object({
  outlet: statedOrEmpty,
  headline: statedOrEmpty,
  byline: stated,
  published: z.preprocess(emptyToNull, date),
  updated: z.preprocess(emptyToNull, date),
  url: z.preprocess(
    emptyToNull,
    z
      .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
      // A line end or a bracket in it would end the link, and begin another, where it is shown.
      .transform((url) => (/[\s\p{Cc}\p{Cf}<>"]/u.test(url) ? new URL(url).href : url))
      .nullish(),
  ),
  kind: z
    .enum(['report', 'transcript', 'digest'], { error: 'report, transcript or digest' })
    .default('report'),
  language: text.min(1, 'a language tag such as en').default('en'),
});

/** What stands between the two lines `---`, with them; the body follows. */
export const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]*?)(?:(?<=\n)|\n)---[^\S\n]*(?:\n|$)/;

/**
 * Reads one article of a library: YAML front matter, a blank line, the body in Markdown.
 *
 * @param source the file's text
 * @param id the file's name without its ending
 * @param story slug of the story whose folder it lies in
 * @returns the article, `null` when it cannot be served, and what is wrong with the file
 */
export function readArticle(source: string, id: string, story: string): Read<Article> {
  const file = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FRONT_MATTER.exec(file);
  if (!match) {
    const reason = file.startsWith('---')
      ? 'The front matter is not closed: put a line --- after its last field.'
      : 'There is no front matter: begin the file with a line ---, then outlet and headline, then ---; or give it to nutgraf add.';
    return { value: null, complaints: [{ line: 1, reason }] };
  }
  const front = readYaml(match[1] ?? '', FrontMatter, 2);
  if (front.value === null) return { value: null, complaints: front.complaints };
  const fields = front.value;
  const body = plainText(file.slice(match[0].length));
  const complaints: Complaint[] = unknownFields(front.fields, Object.keys(FrontMatter.shape));
  if (!/[\p{L}\p{N}]/u.test(body)) {
    const line = match[0].split('\n').length;
    return {
      value: null,
      complaints: [...complaints, { line, reason: 'There is no text after the front matter.' }],
    };
  }
  const value: Article = {
    id,
    story,
    outlet: own(fields.outlet),
    headline: own(fields.headline),
    byline: own(fields.byline),
    published: own(fields.published),
    updated: own(fields.updated),
    url: own(fields.url),
    kind: fields.kind,
    language: ownText(fields.language),
    body: ownText(body),
  };
  return { value, complaints };
}

/** Fields are slices of the file, which would be kept as long as any of them. */
function own(field: string | null | undefined): string | null {
  return field === null || field === undefined ? null : ownText(field);
}

function emptyToNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}
