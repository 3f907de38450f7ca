import type { Article, Story } from './article.ts';
import { readArticle } from './article-file.ts';
import { EVERYONE } from './audience.ts';
import { FEED_STATE_FILE, type FeedState, readFeedStates } from './feed-state.ts';
import { type Found, type Listing, listLibrary, readLeniently, readText } from './library/files.ts';
import type { Complaint, Problem } from './problem.ts';
import { readStory, type StoryFields } from './story-file.ts';

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
  /** By the feeds' addresses; `null` for every other file than `.feeds.json`. */
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
  for (const found of listing.files) {
    const path = pathOf(found);
    const last = before?.files.get(path);
    if (last?.found.fingerprint === found.fingerprint) {
      files.set(path, last);
      continue;
    }
    const settled = before?.unsettled.get(path) === found.fingerprint || now - found.modified > SETTLES_IN;
    const read = before === null || settled ? await readOne(folder, found, last, now) : 'changing';
    if (read !== 'changing') files.set(path, read);
    else {
      unsettled.set(path, found.fingerprint);
      if (last) files.set(path, last);
    }
  }
  for (const [path, last] of before?.files ?? []) {
    if (files.has(path)) continue;
    const confirmed = before?.unsettled.get(path) === GONE || last.found.fingerprint === GONE;
    if (confirmed && !keepsAudience(last, listing)) continue;
    if (!confirmed) unsettled.set(path, GONE);
    files.set(path, confirmed ? withoutFile(last) : last);
  }
  const { files: _, ...folders } = listing;
  const outline = JSON.stringify(folders);
  if (before?.outline === outline && isUnchanged(before, files, unsettled)) return before;
  return {
    stories: storiesIn(listing, files, before),
    problems: problemsIn(listing, files),
    files,
    unsettled,
    outline,
  };
}

async function readOne(
  folder: string,
  found: Found,
  last: LibraryFile | undefined,
  readAt: number,
): Promise<LibraryFile | 'changing'> {
  const text = await readText(folder, found);
  if (text === 'changing') return text;
  const file = { found, readAt, complaints: text.complaints, article: null, story: null, feeds: null };
  if (found.name === FEED_STATE_FILE) return { ...file, complaints: [], feeds: readFeedStates(text.value) };
  const id = found.name.replace(/\.md$/i, '');
  if (found.name !== 'story.yaml') {
    const read = text.value === null ? { ...text, value: null } : readArticle(text.value, id, found.slug);
    const served = read.value === null && last?.article ? ' Its last good version is served.' : '';
    const complaints = read.complaints.map(({ line, reason }) => ({ line, reason: `${reason}${served}` }));
    return { ...file, complaints, article: read.value ?? last?.article ?? null };
  }
  const source = text.value ?? (await readLeniently(folder, found));
  // Without a last version, a file that cannot be read may hold an audience: the story is then not served.
  if (source === null || (text.value === null && !last?.story))
    return { ...file, story: last?.story ?? null };
  const read = readStory(source, found.slug, last?.story ?? null);
  const complaints = text.value === null ? text.complaints : read.complaints;
  // The lines about its audience are compared with those of the last version that was good.
  const good = read.good ? source : (last?.story?.source ?? source);
  return { ...file, complaints, story: read.value && { source: good, story: read.value } };
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

function storiesIn(
  listing: Listing,
  files: ReadonlyMap<string, LibraryFile>,
  before: Library | null,
): Story[] {
  const bySlug = new Map<string, LibraryFile[]>(listing.slugs.map((slug) => [slug, []]));
  for (const file of files.values()) {
    const own = bySlug.get(file.found.slug);
    if (own) own.push(file);
    else bySlug.set(file.found.slug, [file]);
  }
  const known = new Map(before?.stories.map((story) => [story.slug, story]));
  return [...bySlug.keys()].sort().flatMap((slug) => {
    const own = bySlug.get(slug) ?? [];
    const file = own.find(({ found }) => found.name === 'story.yaml');
    const fields = file ? (file.story?.story ?? null) : readStory(null, slug).value;
    if (fields === null) return [];
    const articles = own.flatMap(({ article }) => article ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [story, last] = [{ ...fields, articles }, known.get(slug)];
    return last && isSame(last, story) ? last : story;
  });
}

/** Most looks into the folder find nothing new. */
function isUnchanged(before: Library, files: Library['files'], unsettled: Library['unsettled']): boolean {
  return (
    before.unsettled.size === 0 &&
    unsettled.size === 0 &&
    before.files.size === files.size &&
    [...files].every(([path, file]) => before.files.get(path) === file)
  );
}

function isSame(a: Story, b: Story): boolean {
  const fields = ({ articles: _, ...rest }: Story) => JSON.stringify(rest);
  return (
    a.articles.length === b.articles.length &&
    a.articles.every((article, index) => article === b.articles[index]) &&
    fields(a) === fields(b)
  );
}

function problemsIn(listing: Listing, files: ReadonlyMap<string, LibraryFile>): Problem[] {
  const whole = (file: string, reason: string): Problem => ({ file, line: null, reason });
  return [
    ...listing.closed.map((slug) => whole(slug, 'The folder cannot be read.')),
    ...[...files].flatMap(([file, { complaints }]) =>
      complaints.map((complaint) => ({ file, ...complaint })),
    ),
    ...listing.stray.map((name) => whole(name, 'An article belongs into the folder of its story.')),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}

function pathOf({ slug, name }: Found): string {
  return `${slug}/${name}`;
}
