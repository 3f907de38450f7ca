import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedItemState, FeedState } from '../knowledge/index.ts';
import {
  type Draft,
  fingerprint,
  keepIntake,
  openShelver,
  type Shelved,
  type Shelver,
  writeFileWhole,
} from '../knowledge/intake/index.ts';
import { mayReplaceIn } from './others.ts';
import { mustBeArticle, openRoom } from './room.ts';
import { isFolder } from './state-file.ts';

/**
 * What has become of a draft; `kept`: the file was edited by hand, or not by a feed, or by one of another outlet, and stays
 * as it is.
 */
export interface Placed {
  readonly outcome: Shelved['outcome'] | 'kept';
  /** Whether a feed is known to have written the file. */
  readonly isKnown: boolean;
  /** Whether it was another outlet's feed. */
  readonly isOthers: boolean;
  readonly shelved: Shelved;
  /** Fingerprint of what the file holds now, or, of a file that was edited, of what was written before. */
  readonly written: string | null;
  /** Fingerprint of the version that was not taken. */
  readonly kept: string | null;
}

/** Where a draft is from. */
export interface Origin {
  /** The page that was read; `null` for what the feed itself holds. */
  readonly page: string | null;
  /** It stands for a page that could not be read. */
  readonly isSummary: boolean;
}

/** Puts drafts into one story, and leaves alone what an editor has changed. */
export interface Keeper {
  /** @returns fingerprint of what the file holds; `null` when there is no such file */
  fingerprintOf(file: string): Promise<string | null>;
  /**
   * One draft after another, also when several are given at once.
   *
   * @param known what is remembered of the item; `undefined` for a new one
   * @param origin a summary takes the place of nothing but the item's own summary
   * @throws {WriteError}
   * @throws {NoRoomError}
   * @throws {LibraryError} when the library cannot be read
   */
  place(draft: Draft, known: FeedItemState | undefined, origin: Origin): Promise<Placed>;
}

/** Where drafts of a feed are put. */
export interface Keeping {
  /** The library's folder. It is read when the first draft is placed: most looks bring nothing. */
  readonly data: string;
  /** Slug of the story. */
  readonly story: string;
  /** The feed's address. */
  readonly feed: string;
  /** What is remembered of all feeds of the story, by address: another may have written the same article. */
  readonly states: ReadonlyMap<string, FeedState>;
  /** Whether the story had a folder when the look began. */
  readonly wasThere: boolean;
}

/** @returns what puts drafts of a feed into its story */
export function openKeeper({ data, story, feed, states, wasThere }: Keeping): Keeper {
  const from = { kind: 'feed', name: feed } as const;
  const ours = new Map<string, Set<string>>();
  const mayReplace = mayReplaceIn(states, feed);
  const room = openRoom(data, filesOf(states.get(feed)));
  for (const { items } of states.values()) {
    for (const { file, written } of Object.values(items)) remember(ours, file, written);
  }
  let shelver: Promise<Shelver> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const fingerprintOf = (file: string) => readFile(join(data, file), 'utf8').then(fingerprint, () => null);

  /**
   * An article that the outlet has moved is still the one that the library has: it keeps its address, which
   * leads to the new one.
   */
  async function asKnown(draft: Draft, known: FeedItemState | undefined): Promise<Draft> {
    const { file = null, articleUrl: url = null } = known ?? {};
    if (file === null || url === null || (await fingerprintOf(file)) === null) return draft;
    return { ...draft, details: { ...draft.details, url } };
  }

  async function place(given: Draft, known: FeedItemState | undefined, origin: Origin): Promise<Placed> {
    mustBeArticle(given);
    const draft = await asKnown(given, known);
    shelver ??= openShelver(data);
    const plan = await (await shelver).shelve(draft, { story, from, dryRun: true });
    const current = plan.outcome === 'added' ? null : await fingerprintOf(plan.file);
    const isOurs = current === null || ours.get(plan.file)?.has(current) === true;
    const isKnown = ours.has(plan.file);
    // What this item has written itself stands there as long as nobody has changed it.
    const isForeign = plan.outcome !== 'added' && known?.written !== current;
    const isOthers = isForeign && !mayReplace(plan.file, origin.page ?? feed);
    if (origin.isSummary && isForeign && isOurs) {
      return { outcome: 'unchanged', isKnown, isOthers, shelved: plan, written: null, kept: null };
    }
    const hasNews = plan.fresh.length > 0 || plan.gone.length > 0;
    if (plan.outcome === 'unchanged' || (plan.outcome === 'updated' && !isKnown && !hasNews)) {
      // Whoever has written it, it says what the outlet says: from here on it is looked after.
      const written = isOthers ? null : current;
      remember(ours, plan.file, written);
      return { outcome: 'unchanged', isKnown, isOthers, shelved: plan, written, kept: null };
    }
    if (!isOurs || isOthers) {
      const written = isOthers ? null : (known?.written ?? null);
      return { outcome: 'kept', isKnown, isOthers, shelved: plan, written, kept: fingerprint(plan.text) };
    }
    await room.take(plan.file, plan.text);
    const shelved = await write(draft, plan);
    const written = fingerprint(shelved.text);
    remember(ours, shelved.file, written);
    return { outcome: shelved.outcome, isKnown, isOthers, shelved, written, kept: null };
  }

  async function write(draft: Draft, plan: Shelved): Promise<Shelved> {
    // An editor who takes a story away takes its story.yaml away: made again, it would be open to everyone.
    if (wasThere && !(await isFolder(join(data, story)))) throw new GoneError(story);
    if (await writeFileWhole(join(data, plan.file), plan.text, plan.outcome === 'updated')) {
      await keepIntake(join(data, story), plan.article.id, { draft, from, kept: [] });
      return plan;
    }
    // Somebody else has taken the name since the library was read.
    shelver = openShelver(data);
    return (await shelver).shelve(draft, { story, from });
  }

  return {
    fingerprintOf,
    place(draft, known, origin) {
      const placing = last.then(() => place(draft, known, origin));
      last = placing.catch(() => {});
      return placing;
    },
  };
}

/** The folder of a story has been taken away while its feed was looked at. */
class GoneError extends Error {
  override readonly name = 'GoneError';
  readonly code = 'story-gone';

  constructor(story: string) {
    super(`The story ${story} has been taken away meanwhile: nothing was written.`);
  }
}

function filesOf(state: FeedState | undefined): string[] {
  return Object.values(state?.items ?? {}).flatMap(({ file }) => file ?? []);
}

function remember(ours: Map<string, Set<string>>, file: string | null, written: string | null): void {
  if (file === null || written === null) return;
  ours.set(file, (ours.get(file) ?? new Set()).add(written));
}
