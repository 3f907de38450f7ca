import { readArticle } from '../article-file.ts';
import { isNobody, NOBODY } from '../audience.ts';
import { isFeedStateFile, readFeedStates } from '../feed-state.ts';
import type { LibraryFile } from '../library.ts';
import type { Complaint } from '../problem.ts';
import { readStory, type StoryFields } from '../story-file.ts';
import { readLeniently, readText } from './file-text.ts';
import type { Found } from './files.ts';

/**
 * Reads one file. One on which a reader fails in a way that nobody has thought of costs the others nothing.
 *
 * @param folder the library's folder
 * @param found the file, as it was found
 * @param last what was known of it; `undefined` for a new one
 * @param readAt ms since the epoch
 * @returns what is known of it now; `'changing'` when somebody is writing it
 */
export async function readSafely(
  folder: string,
  found: Found,
  last: LibraryFile | undefined,
  readAt: number,
): Promise<LibraryFile | 'changing'> {
  try {
    return await readOne(folder, found, last, readAt);
  } catch (error) {
    const reason = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    const kept = last ?? { article: null, feeds: null };
    return { ...kept, found, readAt, ...closed([{ line: null, reason }], last) };
  }
}

async function readOne(
  folder: string,
  found: Found,
  last: LibraryFile | undefined,
  readAt: number,
): Promise<LibraryFile | 'changing'> {
  const text = await readText(folder, found);
  if (text === 'changing') return text;
  const file = {
    found: text.found,
    readAt,
    complaints: text.complaints,
    article: null,
    story: null,
    feeds: null,
  };
  if (isFeedStateFile(found.name)) return { ...file, complaints: [], feeds: readFeedStates(text.value) };
  const id = found.name.replace(/\.md$/i, '');
  if (found.name !== 'story.yaml') {
    const read = text.value === null ? { ...text, value: null } : readArticle(text.value, id, found.slug);
    const served = read.value === null && last?.article ? ' Its last good version is served.' : '';
    const complaints = read.complaints.map(({ line, reason }) => ({ line, reason: `${reason}${served}` }));
    return { ...file, complaints, article: read.value ?? last?.article ?? null };
  }
  const source = text.value ?? (await readLeniently(folder, found));
  // Without a last version, a file that cannot be read may hold an audience: the story is then not served.
  if (text.value === null && !last?.story) return file;
  // Nor is it known whether the lines about that are as they were.
  if (source === null) return { ...file, ...closed(file.complaints, last) };
  const read = readStory(source, found.slug, last?.story ?? null);
  const told = text.value === null ? text.complaints : read.complaints;
  const complaints = read.good ? told : withRest(told, inForce(read.value, last));
  // The lines about its audience are compared with those of the last version that was good.
  const good = read.good ? source : (last?.story?.source ?? source);
  return { ...file, complaints, story: read.value && { source: good, story: read.value } };
}

/** What serves in the place of a `story.yaml` that cannot be read as it is now. */
function inForce(story: StoryFields | null, last: LibraryFile | undefined): string {
  if (isNobody(story?.audience))
    return ' Nobody may see the story until it is mended, since it may say who must not.';
  return last?.story ? ' Its last good version is in force.' : '';
}

/** The story of a file that may say by now who must not see it. */
function closed(
  complaints: readonly Complaint[],
  last: LibraryFile | undefined,
): Pick<LibraryFile, 'story' | 'complaints'> {
  if (!last?.story) return { complaints, story: null };
  const story = { ...last.story.story, audience: NOBODY };
  return { complaints: withRest(complaints, inForce(story, last)), story: { ...last.story, story } };
}

function withRest(complaints: readonly Complaint[], rest: string): Complaint[] {
  return complaints.map(({ line, reason }) => ({ line, reason: `${reason}${rest}` }));
}
