import { z } from 'zod';
import type { Audience, Story } from './article.ts';
import {
  AudienceField,
  audienceLines,
  belongsUnderAudience,
  EmbargoField,
  EVERYONE,
  isMeantForAudience,
  NOBODY,
} from './audience.ts';
import type { Complaint, Read } from './problem.ts';
import { type Field, readYaml, unknownField } from './yaml.ts';

const text = z.string({ error: 'text' }).trim().min(1, 'text');
const list = z.array(text, { error: 'a list, one item a line, each after "- "' }).nullish();

/** "30s", "15m", "2h", "1d". */
const duration = z
  .string()
  .regex(/^[1-9]\d{0,4} ?[smhd]$/, 'a time such as 30s, 15m, 2h or 1d')
  .transform((written) => Number.parseInt(written, 10) * (UNITS[written.slice(-1)] ?? 0));
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** In ms. Few newsrooms publish faster, and a server asked four times an hour has nothing to complain of. */
const EVERY = 15 * 60_000;

const feed = z.union(
  [
    z.url({ protocol: /^https?$/ }).transform((url) => ({ url, every: undefined })),
    z.strictObject({ url: z.url({ protocol: /^https?$/ }), every: duration.optional() }),
  ],
  { error: 'an address that begins with http:// or https://, or url and every (such as 15m)' },
);

const StoryFields = z.object({
  title: text.nullish(),
  aliases: list,
  questions: list,
  audience: AudienceField.optional(),
  embargo: EmbargoField.optional(),
  feeds: z.array(feed, { error: 'a list of addresses' }).nullish(),
});

/** A story as its own file tells it: without its articles. */
export type StoryFields = Omit<Story, 'articles'>;

interface StoryRead extends Read<StoryFields> {
  /** Whether the file could be read as a whole, and what is known of the story is what it says. */
  readonly good: boolean;
}

/**
 * Reads a story's own file.
 *
 * @param source text of `story.yaml`; `null` when there is none, then the slug serves
 * @param slug the folder's name
 * @param lastGood the last version of it that could be read, if any
 * @returns the story without its articles. A file that cannot be read leaves the last version in force,
 *   but who may see the story only where its lines about that are unchanged: otherwise nobody may until
 *   the file is mended. Without a last version, its slug serves
 */
export function readStory(
  source: string | null,
  slug: string,
  lastGood: { readonly source: string; readonly story: StoryFields } | null = null,
): StoryRead {
  const plain: StoryFields = {
    slug,
    title: titleOf(slug),
    aliases: [],
    questions: [],
    audience: EVERYONE,
    feeds: [],
  };
  if (source === null) return { value: plain, complaints: [], good: true };
  const file = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const read = readYaml(file, StoryFields, 1);
  if (read.value === null) {
    const [said, before] = [audienceLines(file), audienceLines(lastGood?.source ?? '')];
    // A name may be written so that its letters do not show: "aud\\x69ence".
    const speaks = lastGood === null && read.fields.some((field) => closing(field) !== null);
    const audience = said === before && !speaks ? (lastGood?.story ?? plain).audience : NOBODY;
    return { value: { ...(lastGood?.story ?? plain), audience }, complaints: read.complaints, good: false };
  }
  const fields = read.value;
  const audience = { ...(fields.audience ?? EVERYONE), embargo: fields.embargo ?? null };
  const names = Object.keys(StoryFields.shape);
  const written = read.fields;
  const unknown = written.filter(({ name }) => !names.includes(name));
  return {
    value: {
      slug,
      title: fields.title ?? plain.title,
      aliases: fields.aliases ?? [],
      questions: fields.questions ?? [],
      audience: unknown.some((field) => closing(field) !== null) ? NOBODY : audience,
      feeds: (fields.feeds ?? []).map(({ url, every }) => ({ url, every: every ?? EVERY })),
    },
    complaints: [
      ...unknown.map((field) => closing(field) ?? unknownField(field, names)),
      ...uselessEmbargo(written, audience),
    ],
    good: true,
  };
}

/**
 * That a field is left out would sound harmless where it was to say who may see the story: then the story is closed.
 * Returns `null` for every other field.
 */
function closing({ name, line, inside }: Field): Complaint | null {
  const until = 'nobody may see the story until it is mended.';
  if (isMeantForAudience(name)) {
    return { line, reason: `"${name}" is not a field, but looks like audience or embargo: ${until}` };
  }
  if (belongsUnderAudience(name)) return { line, reason: `"${name}" belongs under audience: ${until}` };
  // What is merged into a file ("<<: *base") is read no more than what stands in another field.
  return inside.some(isMeantForAudience)
    ? {
        line,
        reason: `"${name}" is not a field, but holds audience or embargo, which stand by themselves: ${until}`,
      }
    : null;
}

/** Under lists alone nobody waits for an embargo to end, which is not what whoever wrote one will expect. */
function uselessEmbargo(written: readonly Field[], { everyone, embargo }: Audience): Complaint[] {
  if (embargo === null || everyone) return [];
  const line = written.find(({ name }) => name === 'embargo')?.line ?? null;
  const reason =
    '"embargo" changes nothing for the places that are listed: say everyone: true under audience, for all others after it.';
  return [{ line, reason }];
}

/** `bessemer-union-vote` → `Bessemer union vote`. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
