/**
 * SQLite ends a text at its first NUL when it is read through `libsql`, PostgreSQL takes none at all, and half a
 * surrogate pair does not survive UTF-8: two names would become one. JSON's escapes are safe from all of it, and
 * leave most texts as they are.
 *
 * @param text any string
 * @returns the same as a text that a column gives back whole
 */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * @param column what {@link escaped} wrote
 * @returns the text; `null` for anything else
 */
export function unescaped(column: unknown): string | null {
  if (typeof column !== 'string') return null;
  try {
    const text: unknown = JSON.parse(`"${column}"`);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
