import { z } from 'zod';
import type { Audience } from './article.ts';

const places = z
  .array(z.string({ error: 'text' }).trim().min(1, 'text'), { error: "a list of the platform's own ids" })
  .nullish()
  .transform((ids) => ids ?? []);

const yesOrNo = z.enum(['true', 'false'], { error: 'true or false' }).transform((text) => text === 'true');

/** What `audience:` in a `story.yaml` may hold. */
export const AudienceField = z.union(
  [
    z.literal('everyone').transform(() => ({ ...NOBODY, everyone: true })),
    z
      .strictObject({
        everyone: yesOrNo.default(false),
        slack: z.strictObject({ workspaces: places, channels: places }).prefault({}),
        discord: z.strictObject({ guilds: places, channels: places }).prefault({}),
      })
      .transform((listed) => ({ ...listed, embargo: null })),
  ],
  { error: '"everyone", or lists under slack (workspaces, channels) and discord (guilds, channels)' },
);

/** What `embargo:` may hold. Without an offset nobody could say when it ends. */
export const EmbargoField = z.iso.datetime({
  offset: true,
  error: 'a date and time with an offset, such as 2026-12-01T06:00:00Z or 2026-12-01T06:00:00-05:00',
});

/** No place at all: what serves while nobody can say who may see a story. */
export const NOBODY: Audience = {
  everyone: false,
  embargo: null,
  slack: { workspaces: [], channels: [] },
  discord: { guilds: [], channels: [] },
};

/** Every place. */
export const EVERYONE: Audience = { ...NOBODY, everyone: true };

/** A field about who may see a story, also when its name is misspelt ("audiance", "Embargo", "embargoed"). */
const ABOUT = /^['"]?(?:aud|emb)/i;

/**
 * The lines of a `story.yaml` that say who may see the story, as they stand. They decide, while the file
 * as a whole cannot be read, whether what was known about its audience still holds.
 *
 * @param source text of the file
 * @returns its lines under `audience` and `embargo`, comments and blank lines left away
 */
export function audienceLines(source: string): string {
  const lines: string[] = [];
  let inside = false;
  for (const line of source.split(/\r\n?|\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    if (/^\S/.test(line)) inside = ABOUT.test(line);
    if (inside || /audience|embargo/i.test(line)) lines.push(line.trimEnd());
  }
  return lines.join('\n');
}

/**
 * @param source text of a `story.yaml` that could be read
 * @returns whether it has a field that looks like `audience` or `embargo` and is neither
 */
export function misspeaksOfAudience(source: string): boolean {
  return source.split('\n').some((line) => ABOUT.test(line) && !/^(?:audience|embargo)\s*:/.test(line));
}
