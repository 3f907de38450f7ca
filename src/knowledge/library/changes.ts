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
  const isNew = (path: string, file: LibraryFile) => file !== before.files.get(path);
  // What is remembered of feeds changes at every look at them, and is no part of the library.
  const touched = [...after.files].filter(([path, file]) => file.feeds === null && isNew(path, file));
  const broken = touched.filter(([path, file]) => {
    const last = before.files.get(path);
    return (
      file.complaints.length > 0 && (file.article ?? file.story) === (last?.article ?? last?.story ?? null)
    );
  });
  const fine = touched.filter((file) => !broken.includes(file)).map(([path]) => path);
  const changes = {
    added: fine.filter((path) => !before.files.has(path)),
    changed: fine.filter((path) => before.files.has(path)),
    removed: [...before.files]
      .filter(([path, file]) => !file.feeds && !after.files.has(path))
      .map(([path]) => path),
    broken: broken.map(([path]) => path),
  };
  return Object.values(changes).some((paths) => paths.length > 0) ? changes : null;
}
