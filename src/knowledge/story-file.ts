import { z } from 'zod';
import type { Audience, Story } from './article.ts';
import type { Read } from './problem.ts';
import { readYaml } from './yaml.ts';

const text = z.string({ error: 'text' }).trim().min(1, 'text');
const list = z.array(text, { error: 'a list, one item a line, each after "- "' }).nullish();
const places = z.array(text, { error: "a list of the platform's own ids" }).default([]);

const audience = z.union(
  [
    z.literal('everyone'),
    z.strictObject({
      slack: z.strictObject({ workspaces: places, channels: places }).prefault({}),
      discord: z.strictObject({ guilds: places, channels: places }).prefault({}),
    }),
  ],
  { error: '"everyone", or lists under slack (workspaces, channels) and discord (guilds, channels)' },
);

const StoryFields = z.object({
  title: text.nullish(),
  aliases: list,
  questions: list,
  audience: audience.default('everyone'),
});

/** A story whose file cannot be read is kept from every place: the file may say who must not see it. */
const NOBODY: Audience = {
  slack: { workspaces: [], channels: [] },
  discord: { guilds: [], channels: [] },
};

/**
 * Reads a story's own file.
 *
 * @param source text of `story.yaml`; `null` when there is none, then the slug serves
 * @param slug the folder's name
 * @returns the story without its articles. When the file cannot be read, the story is closed to every place
 *   where the file speaks of an audience, and open with its slug for a title where it does not
 */
export function readStory(source: string | null, slug: string): Read<Omit<Story, 'articles'>> {
  const plain = { slug, title: titleOf(slug), aliases: [], questions: [], audience: 'everyone' as const };
  if (source === null) return { value: plain, complaints: [] };
  const read = readYaml(source.replace(/^\uFEFF/, ''), StoryFields, 1);
  if (read.value === null) {
    const closed = /audience|embargo/i.test(source);
    return { value: { ...plain, audience: closed ? NOBODY : 'everyone' }, complaints: read.complaints };
  }
  const fields = read.value;
  return {
    value: {
      slug,
      title: fields.title ?? plain.title,
      aliases: fields.aliases ?? [],
      questions: fields.questions ?? [],
      audience: fields.audience,
    },
    complaints: [],
  };
}

/** `bessemer-union-vote` → `Bessemer union vote`. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
