import type { Found, Listing } from './files.ts';

/** A folder that has just appeared: whether it is a story for everyone is not known before all of it is there. */
interface Newcomer {
  /** What was seen in it. */
  readonly seen: string;
  /** Since when it has been the same, in ms since the epoch. */
  readonly since: number;
}

/** Which folders are stories by now. */
export interface Admission {
  /** Slugs of the stories that are served. */
  readonly admitted: ReadonlySet<string>;
  readonly waiting: ReadonlyMap<string, Newcomer>;
}

/**
 * Copying a folder brings its files one after the other, most often in the order of their names, and
 * `story.yaml`, which may say who must not see the story, near the end. Without it a new folder waits until
 * nothing has been added for this long, in ms.
 */
const QUIET = 1_000;

/**
 * @param listing what the library's folder holds
 * @param hasStoryFile whether a story's `story.yaml` has been read
 * @param before what was decided at the last look; `null` at the first, when everything is taken as it is
 * @param now ms since the epoch
 * @returns which stories may be served, and which folders are to be looked at again
 */
export function admit(
  listing: Listing,
  hasStoryFile: (slug: string) => boolean,
  before: Admission | null,
  now: number,
): Admission {
  const admitted = new Set<string>();
  const waiting = new Map<string, Newcomer>();
  const filesOf = new Map<string, Found[]>();
  for (const file of listing.files) {
    const others = filesOf.get(file.slug);
    if (others) others.push(file);
    else filesOf.set(file.slug, [file]);
  }
  // What cannot be looked into for a while is no newcomer when it can be again.
  for (const slug of listing.closed) if (before?.admitted.has(slug)) admitted.add(slug);
  for (const slug of listing.slugs) {
    if (before === null || before.admitted.has(slug) || hasStoryFile(slug)) {
      admitted.add(slug);
      continue;
    }
    const files = filesOf.get(slug) ?? [];
    const seen = files.map(({ name, fingerprint }) => `${name} ${fingerprint}`).join('\n');
    const last = before.waiting.get(slug);
    const since = last?.seen === seen ? last.since : now;
    if (now - since >= QUIET) admitted.add(slug);
    else waiting.set(slug, { seen, since });
  }
  return { admitted, waiting };
}
