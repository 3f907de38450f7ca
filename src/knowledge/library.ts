import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, Story } from './article.ts';
import { readArticle } from './article-file.ts';
import type { Problem, Read } from './problem.ts';
import { readStory } from './story-file.ts';

/** All stories on disk, as they were read. */
export interface Library {
  /** In order of slug. */
  readonly stories: readonly Story[];
  readonly problems: readonly Problem[];
}

/** The library's folder cannot be read at all. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';

  /**
   * @param code `missing`, `not-a-folder` or `unreadable`
   * @param message one sentence: what is wrong and what to do
   * @param cause what the file system said
   */
  constructor(
    readonly code: 'missing' | 'not-a-folder' | 'unreadable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** A story's longest transcript has some 100 KB; beyond this it is no article but a mistake. */
const LARGEST_FILE = 5 * 1024 * 1024;

/**
 * Reads a library: `<folder>/<story-slug>/story.yaml` and one Markdown file an article.
 *
 * @param folder the library's folder
 * @returns its stories, and every file that could not be used, with line and reason
 * @throws {LibraryError} when the folder itself cannot be read
 */
export async function readLibrary(folder: string): Promise<Library> {
  const names = await namesIn(folder);
  const problems: Problem[] = [];
  const stories: Story[] = [];
  for (const name of names) {
    if (!(await isFolder(join(folder, name)))) {
      if (/\.md$/i.test(name)) {
        problems.push({ file: name, line: null, reason: 'An article belongs into the folder of its story.' });
      }
      continue;
    }
    const story = await readStoryFolder(folder, name, problems);
    if (story) stories.push(story);
  }
  return { stories, problems };
}

async function readStoryFolder(folder: string, slug: string, problems: Problem[]): Promise<Story | null> {
  const files = await readdir(join(folder, slug)).catch(() => null);
  if (files === null) {
    problems.push({ file: slug, line: null, reason: 'The folder cannot be read.' });
    return null;
  }
  const settle = <T>(file: string, read: Read<T>): T | null => {
    problems.push(...read.complaints.map((complaint) => ({ file: `${slug}/${file}`, ...complaint })));
    return read.value;
  };
  const storyFile = files.includes('story.yaml') ? await readText(join(folder, slug, 'story.yaml')) : null;
  const story = settle('story.yaml', storyOf(storyFile, slug));
  const articles: Article[] = [];
  for (const file of files.filter((name) => /^[^.].*\.md$/i.test(name)).sort()) {
    const text = await readText(join(folder, slug, file));
    const article = settle(
      file,
      text.value === null
        ? { ...text, value: null }
        : readArticle(text.value, file.replace(/\.md$/i, ''), slug),
    );
    if (article) articles.push(article);
  }
  return story && { ...story, articles };
}

/** A story file that is there but cannot be read may hold an audience: the story is then not served. */
function storyOf(file: Read<string> | null, slug: string): Read<Omit<Story, 'articles'>> {
  if (file === null) return readStory(null, slug);
  return file.value === null ? { value: null, complaints: file.complaints } : readStory(file.value, slug);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith('.') && name !== 'node_modules').sort();
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
        throw new LibraryError(
          'missing',
          `There is no folder ${folder}: name the library's with --data.`,
          error,
        );
      case 'ENOTDIR':
        throw new LibraryError(
          'not-a-folder',
          `${folder} is a file: --data names the library's folder.`,
          error,
        );
      default:
        throw new LibraryError(
          'unreadable',
          `The folder ${folder} cannot be read: check its permissions.`,
          error,
        );
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readText(path: string): Promise<Read<string>> {
  const failed = (reason: string): Read<string> => ({ value: null, complaints: [{ line: null, reason }] });
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) return failed('The file is larger than 5 MB, which no article is.');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return text.includes('\0') ? failed('The file is not text.') : { value: text, complaints: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(
      code === undefined || code.startsWith('ERR_ENCODING')
        ? 'The file is not UTF-8 text: save it as UTF-8.'
        : `The file cannot be read (${code}).`,
    );
  }
}
