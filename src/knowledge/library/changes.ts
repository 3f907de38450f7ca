import type { Library, LibraryFile } from '../library.ts';

/** What is new in a library, as paths relative to its folder. */
export interface LibraryChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files that have become unreadable; what was known of them is served. */
  readonly broken: readonly string[];
}

/**
 * @param before a library
 * @param after the same, read again
 * @returns what has changed between them; `null` when nothing has that anybody would see
 */
export function changesBetween(before: Library, after: Library): LibraryChanges | null {
  const touched = differing(after, before);
  const broken = touched.filter(({ file, last }) => {
    const isLastGood =
      file.article === null
        ? file.story?.source === last?.story?.source
        : file.article === (last?.article ?? null);
    return file.complaints.length > 0 && isLastGood;
  });
  const those = new Set(broken);
  const fine = touched.filter((file) => !those.has(file));
  const changes = {
    added: pathsOf(fine.filter(({ last }) => last === undefined)),
    changed: pathsOf(fine.filter(({ last }) => last !== undefined)),
    removed: pathsOf(differing(before, after).filter(({ last }) => last === undefined)),
    broken: pathsOf(broken),
  };
  return Object.values(changes).some((paths) => paths.length > 0) ? changes : null;
}

interface Touched {
  readonly path: string;
  readonly file: LibraryFile;
  /** The same in the other library; `undefined` where it is not served there. */
  readonly last: LibraryFile | undefined;
}

/** In order. */
function pathsOf(touched: readonly Touched[]): string[] {
  return touched.map(({ path }) => path).sort();
}

/** What is served of a library and is not the same in another: one look at each file, since most are the same. */
function differing(library: Library, other: Library): Touched[] {
  const found: Touched[] = [];
  for (const [path, file] of library.files) {
    const its = other.files.get(path);
    const last = its !== undefined && isServed(its, other) ? its : undefined;
    if (file !== last && isServed(file, library)) found.push({ path, file, last });
  }
  return found;
}

/** What is remembered of feeds changes at every look at them; what waits to become a story is not served yet. */
function isServed({ feeds, found }: LibraryFile, { admission }: Library): boolean {
  return feeds === null && !admission.waiting.has(found.slug);
}
