import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from '../knowledge/intake/index.ts';

/**
 * In bytes of articles that are remembered of one feed: five thousand of 5 KB. All of them are held in memory, and pages
 * of some megabytes each, two hundred in a look, would fill it within the hour, again after each start.
 */
const MOST = 25_000_000;

/**
 * In bytes: what a sentence takes at least, however short it is. Those of news copy have 120 letters. A page may have
 * 25,000 paragraphs of one letter, and 25 MB of such pages were eight million sentences: over a gigabyte, and seconds for
 * a question that all of them match.
 */
const SENTENCE = 100;

/**
 * In UTF-16 code units of one article: five times the longest transcript. It is divided into sentences on the thread that
 * answers, and 3 million of one-letter sentences took five seconds.
 */
const LONGEST = 500_000;

/** The room that a feed has for its articles. */
export interface Room {
  /** @throws {NoRoomError} when the file would take more than it does, and there is no room for it */
  take(file: string, text: string): Promise<void>;
}

/** A feed brings more text than there is room for. */
class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
  readonly code = 'no-room';

  constructor(what: string) {
    super(`${what}: add the article by hand.`);
  }
}

/** @throws {NoRoomError} when it is longer than any article */
export function mustBeArticle({ paragraphs }: Draft): void {
  const length = paragraphs.reduce((total, paragraph) => total + paragraph.length, 0);
  if (length > LONGEST)
    throw new NoRoomError('This is longer than any article, so it is not taken from a feed');
}

/** What a text takes, in bytes. */
function sizeOf(text: string): number {
  let ends = 0;
  for (const _ of text.matchAll(/[\p{Sentence_Terminal}\n]/gu)) ends += 1;
  return Math.max(Buffer.byteLength(text), ends * SENTENCE);
}

const TOO_MUCH =
  'This feed has brought more text within a month than any story has, so no more of it is taken';

/**
 * @param data the library's folder
 * @param files those that are remembered of the feed, relative to it; they are looked at when something is taken first
 * @returns the room that is left beside them
 */
export function openRoom(data: string, files: Iterable<string>): Room {
  let measured: Promise<Map<string, number>> | null = null;
  let total = 0;

  async function measure(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for (const file of new Set(files)) {
      const size = await readFile(join(data, file), 'utf8').then(sizeOf, () => 0);
      sizes.set(file, size);
      total += size;
    }
    return sizes;
  }

  return {
    async take(file, text) {
      measured ??= measure();
      const sizes = await measured;
      const [before, size] = [sizes.get(file) ?? 0, sizeOf(text)];
      if (size > before && total - before + size > MOST) throw new NoRoomError(TOO_MUCH);
      total += size - before;
      sizes.set(file, size);
    },
  };
}
