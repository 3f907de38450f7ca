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
  const [had, has] = [servedIn(before), servedIn(after)];
  const touched = [...has].filter(([path, file]) => file !== had.get(path));
  const broken = touched.filter(([path, file]) => {
    const last = had.get(path);
    const isLastGood =
      file.article === null
        ? file.story?.source === last?.story?.source
        : file.article === (last?.article ?? null);
    return file.complaints.length > 0 && isLastGood;
  });
  const fine = touched.filter((file) => !broken.includes(file)).map(([path]) => path);
  const changes = {
    added: fine.filter((path) => !had.has(path)),
    changed: fine.filter((path) => had.has(path)),
    removed: [...had.keys()].filter((path) => !has.has(path)),
    broken: broken.map(([path]) => path),
  };
  return Object.values(changes).some((paths) => paths.length > 0) ? changes : null;
}

/** What is remembered of feeds changes at every look at them; what waits to become a story is not served yet. */
function servedIn({ files, admission }: Library): ReadonlyMap<string, LibraryFile> {
  const served = [...files].filter(
    ([, { feeds, found }]) => feeds === null && !admission.waiting.has(found.slug),
  );
  return new Map(served);
}
