import type { Article, Story } from './article.ts';
import { EVERYONE } from './audience.ts';
import { breaths } from './breath.ts';
import type { FeedState } from './feed-state.ts';
import { type Found, type Listing, listLibrary, UNSEEN } from './library/files.ts';
import { type Admission, admit } from './library/newcomers.ts';
import { readSafely } from './library/read-file.ts';
import { storiesIn } from './library/stories.ts';
import { twinsIn } from './library/twins.ts';
import type { Complaint, Problem } from './problem.ts';
import type { StoryFields } from './story-file.ts';

/** What is known of one file: its last version that could be read, and what is wrong with it now. */
export interface LibraryFile {
  readonly found: Found;
  /** When it was read, in ms since the epoch. */
  readonly readAt: number;
  readonly complaints: readonly Complaint[];
  /** `null` for a `story.yaml`, and for an article that could never be read. */
  readonly article: Article | null;
  /** `null` for an article. */
  readonly story: { readonly source: string; readonly story: StoryFields } | null;
  /** By the feeds' addresses; `null` for every other file than a feed's own. */
  readonly feeds: ReadonlyMap<string, FeedState> | null;
}

/** All stories on disk, as they were read. What it holds never changes: reading again makes another. */
export interface Library {
  /** In order of slug. A story that nothing of has changed is the same object as in the library before. */
  readonly stories: readonly Story[];
  readonly problems: readonly Problem[];
  /** By path relative to the library's folder. */
  readonly files: ReadonlyMap<string, LibraryFile>;
  /**
   * Files that somebody seems to be writing or putting back, by path, with how they were found: they are
   * read when they are found the same again.
   */
  readonly unsettled: ReadonlyMap<string, string>;
  /** The folders, and what lies beside them: an empty story is one too. */
  readonly outline: string;
  readonly admission: Admission;
}

/** A file that was changed less than this ago, in ms, may still be being written. */
const SETTLES_IN = 100;
/** How a file is found that is not there: an editor may be about to put its new version there. */
const GONE = 'gone';

/**
 * Reads a library: `<folder>/<story-slug>/story.yaml` and one Markdown file an article.
 *
 * @param folder the library's folder
 * @param before what was read last time: then only files that have changed since are read, and a file that
 *   has become unreadable keeps its last good version
 * @param now ms since the epoch
 * @returns its stories, and every file that could not be used, with line and reason
 * @throws {LibraryError} when the folder itself cannot be read
 */
export async function readLibrary(
  folder: string,
  before: Library | null = null,
  now: number = Date.now(),
): Promise<Library> {
  const listing = await listLibrary(folder);
  const files = new Map<string, LibraryFile>();
  const unsettled = new Map<string, string>();
  const breath = breaths();
  for (const found of listing.files) {
    await breath();
    const path = pathOf(found);
    const last = before?.files.get(path);
    if (last && (last.found.fingerprint === found.fingerprint || found.fingerprint === UNSEEN)) {
      files.set(path, last);
      continue;
    }
    const settled = before?.unsettled.get(path) === found.fingerprint || now - found.modified > SETTLES_IN;
    const ready = settled && !unsettled.has(storyFileOf(found));
    const read = before === null || ready ? await readSafely(folder, found, last, now) : 'changing';
    if (read !== 'changing') files.set(path, last && isRefusedAgain(read, last) ? last : read);
    else {
      unsettled.set(path, found.fingerprint);
      if (last) files.set(path, last);
    }
  }
  const closed = new Set(listing.closed);
  for (const [path, last] of before?.files ?? []) {
    if (files.has(path)) continue;
    // What cannot be looked into has not gone.
    if (closed.has(last.found.slug)) {
      files.set(path, last);
      continue;
    }
    const confirmed = before?.unsettled.get(path) === GONE || last.found.fingerprint === GONE;
    if (confirmed && !keepsAudience(last, listing)) continue;
    if (!confirmed) unsettled.set(path, GONE);
    files.set(path, confirmed ? withoutFile(last) : last);
  }
  const admission = admit(listing, (slug) => files.has(`${slug}/story.yaml`), before?.admission ?? null, now);
  for (const [slug, { seen }] of admission.waiting) unsettled.set(slug, seen);
  const { files: _, ...folders } = listing;
  const outline = JSON.stringify(folders);
  if (before?.outline === outline && isUnchanged(before, files, unsettled)) return before;
  return {
    stories: storiesIn(listing, files, admission.admitted, before),
    problems: problemsIn(listing, files),
    files,
    unsettled,
    outline,
    admission,
  };
}

/** What the system refuses is tried at every look, and is news once. */
function isRefusedAgain(read: LibraryFile, last: LibraryFile): boolean {
  return (
    read.found.fingerprint === UNSEEN &&
    last.found.fingerprint === UNSEEN &&
    JSON.stringify(read.complaints) === JSON.stringify(last.complaints)
  );
}

/** A story whose `story.yaml` is taken away would be open to everyone: it stays as closed as it was. */
function keepsAudience({ found, story }: LibraryFile, { slugs }: Listing): boolean {
  return story !== null && !isForEveryone(story.story) && slugs.includes(found.slug);
}

function isForEveryone({ audience }: StoryFields): boolean {
  return JSON.stringify(audience) === JSON.stringify(EVERYONE);
}

function withoutFile(last: LibraryFile): LibraryFile {
  const reason =
    'The file has gone: who may see the story stays as it was until there is one again, or Nutgraf is restarted.';
  return { ...last, found: { ...last.found, fingerprint: GONE }, complaints: [{ line: null, reason }] };
}

/** Most looks into the folder find nothing new. */
function isUnchanged(before: Library, files: Library['files'], unsettled: Library['unsettled']): boolean {
  return (
    before.unsettled.size === 0 &&
    unsettled.size === 0 &&
    before.files.size === files.size &&
    areAllIn(before.files, files)
  );
}

function areAllIn(before: Library['files'], files: Library['files']): boolean {
  for (const [path, file] of files) if (before.get(path) !== file) return false;
  return true;
}

function problemsIn(listing: Listing, files: ReadonlyMap<string, LibraryFile>): Problem[] {
  const whole = (file: string, reason: string): Problem => ({ file, line: null, reason });
  const misnamed = listing.misnamed.map((file) => {
    const closed = files.has(`${file.slice(0, file.indexOf('/'))}/story.yaml`)
      ? ''
      : ', and the story is open to nobody';
    return whole(file, `The file of a story is called story.yaml: this one is not read${closed}.`);
  });
  return [
    ...misnamed,
    ...listing.closed.map((slug) => whole(slug, 'The folder cannot be read.')),
    ...complaintsIn(files),
    ...twinsIn(listing).problems,
    ...listing.unfit.map((path) => whole(path, 'The name holds characters that cannot be shown: rename it.')),
    ...listing.stray.map((name) => whole(name, 'An article belongs into the folder of its story.')),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}

function complaintsIn(files: ReadonlyMap<string, LibraryFile>): Problem[] {
  const found: Problem[] = [];
  for (const [file, { complaints }] of files) {
    for (const complaint of complaints) found.push({ file, ...complaint });
  }
  return found;
}

/** While it is being written, it may be about to say who must not see what else is new in its story. */
function storyFileOf({ slug }: Found): string {
  return `${slug}/story.yaml`;
}

function pathOf({ slug, name }: Found): string {
  return `${slug}/${name}`;
}
