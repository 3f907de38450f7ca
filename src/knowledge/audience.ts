import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Audience } from './article.ts';
import { editDistance } from './words/vocabulary.ts';

const places = z
  .array(z.string({ error: 'text' }).trim().min(1, 'text'), { error: "a list of the platform's own ids" })
  .nullish()
  .transform((ids) => ids ?? []);

const yesOrNo = z.enum(['true', 'false'], { error: 'true or false' }).transform((text) => text === 'true');

/** What `audience:` in a `story.yaml` may hold. */
export const AudienceField = z.union(
  [
    z.literal('everyone').transform(() => EVERYONE),
    z
      .strictObject({
        everyone: yesOrNo.default(false),
        web: yesOrNo.default(false),
        slack: z.strictObject({ workspaces: places, channels: places }).prefault({}),
        discord: z.strictObject({ guilds: places, channels: places }).prefault({}),
      })
      .transform((listed) => ({ ...listed, embargo: null })),
  ],
  {
    error:
      '"everyone", or web: true, or lists under slack (workspaces, channels) and discord (guilds, channels)',
  },
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
  web: false,
  slack: { workspaces: [], channels: [] },
  discord: { guilds: [], channels: [] },
};

/**
 * @param audience of a story, where there is one
 * @returns whether no place may see it, now or later
 */
export function isNobody(audience: Audience | undefined): boolean {
  return isDeepStrictEqual(audience, NOBODY);
}

/** Every place. */
export const EVERYONE: Audience = { ...NOBODY, everyone: true };

/** What can be misspelt. */
const FIELDS = ['audience', 'embargo'] as const;
/** Letters that may be wrong, missing, too many or exchanged: "audiance", "ebmargo". */
const SLIPS = 2;
/** What stands under `audience`. */
const UNDER_AUDIENCE = /^(?:everyone|web|slack|discord|workspaces|guilds|channels)$/;

/**
 * @param name name of a field that is not read
 * @returns whether it seems to be meant for one that says who may see a story
 */
export function isMeantForAudience(name: string): boolean {
  const written = plainName(name);
  return FIELDS.some((field) => written.startsWith(field) || editDistance(written, field, SLIPS) <= SLIPS);
}

/**
 * @param name name of a field at the left margin
 * @returns whether it belongs under `audience`, where whoever wrote it believes that it stands
 */
export function belongsUnderAudience(name: string): boolean {
  return UNDER_AUDIENCE.test(plainName(name));
}

/** Letters of full width, and capitals, say the same. */
function plainName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

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
    const name = /^\s*(?:[{]\s*)?["']?([\p{L}_-]+)["']?\s*:/u.exec(line)?.[1] ?? '';
    const speaks = isMeantForAudience(name) || belongsUnderAudience(name);
    if (/^\S/.test(line)) inside = speaks;
    if (inside || speaks || /audience|embargo/i.test(line)) lines.push(line.trimEnd());
  }
  return lines.join('\n');
}
