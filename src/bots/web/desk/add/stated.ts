import { z } from 'zod';
import { canonicalTag, type Details, IsoDate, isSlug } from '../../../../knowledge/intake/index.ts';
import { STATED, type Typed, type Wrong } from './typed.ts';

/** Longest of what is stated, in characters: no headline comes near it. */
const LONGEST = 1_000;
const text = z.string().max(LONGEST, `at most ${LONGEST.toLocaleString('en')} characters`);

/** What may be stated, each with what it should look like. */
const Fields = z.object({
  outlet: text,
  headline: text,
  byline: text,
  published: z.pipe(text, IsoDate),
  url: z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' }),
  kind: z.enum(['report', 'transcript', 'digest'], { error: 'report, transcript or digest' }),
  language: text.refine((tag) => canonicalTag(tag) !== null, 'a language tag such as en or pt-BR'),
});
const Stated = Fields.partial();

/** What somebody has stated, or what is wrong with it. */
export interface Checked {
  readonly given: Partial<Details>;
  /** Slug; `null`: where the article is already, or one named by it. */
  readonly story: string | null;
  readonly wrong: Wrong;
}

/**
 * @param typed what was typed
 * @returns what was stated with it
 */
export function checkedOf({ fields }: Typed): Checked {
  const filled = Object.fromEntries(
    STATED.flatMap((name) => (fields[name] === '' ? [] : [[name, fields[name]]])),
  );
  const parsed = Stated.safeParse(filled);
  const issues = parsed.error?.issues ?? [];
  const wrong = Object.fromEntries(
    issues.map(({ path: [name], message }) => [String(name), `This should be ${message}.`]),
  );
  const isWrong = fields.story !== '' && !isSlug(fields.story);
  const given = Object.entries(parsed.data ?? {}).filter(([, value]) => value !== undefined);
  return {
    given: Object.fromEntries(given),
    story: fields.story === '' ? null : fields.story,
    wrong: isWrong ? { ...wrong, story: NO_SLUG } : wrong,
  };
}

const NO_SLUG =
  'This should be the name of a folder: lower case letters, digits and single hyphens, at most 100, such as night-ferry.';
