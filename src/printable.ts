/** What acts on a terminal: everything of C0, DEL and C1 but the tab and the line break. */
const ACTING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Overrides, embeddings and isolates: nothing on a terminal ends them, so that they would turn what is ours as well. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
/** Line breaks of Unicode, which some terminals break at, and others swallow: words on both sides stay apart. */
const BREAKING = /[\u000B\u000C\u0085\u2028\u2029]/g;

/**
 * Makes a text fit for a terminal. Escape codes in an article, a file's name or a question would act on it: they
 * could clear it, rename its window, write to its clipboard, or write over what stands there.
 *
 * @param text any text, of several lines perhaps
 * @returns the text without control characters, but with its line breaks and tabs
 */
export function printable(text: string): string {
  return text.replace(BREAKING, ' ').replace(ACTING, '').replace(TURNING, '');
}

/**
 * @param text any text
 * @returns as {@link printable}, on one line: a line break in a headline could look like a line of ours
 */
export function printableLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(TURNING, '');
}

/** What JSON lets stand in a text although it acts on a terminal. */
const ACTING_IN_JSON = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/**
 * @param value anything that JSON can hold
 * @param indent columns of an indentation; one line without it
 * @returns JSON that reads back to the very value, and does nothing to a terminal
 */
export function printableJson(value: unknown, indent?: number): string {
  return inertJson(JSON.stringify(value, null, indent));
}

/** @returns the same JSON with what acts on a terminal written as escapes, which mean the same */
export function inertJson(json: string): string {
  return json.replace(
    ACTING_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
