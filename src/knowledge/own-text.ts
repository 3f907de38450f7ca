/**
 * A text of its own: what was cut out of another keeps all of that in memory, as long as it is itself there. A
 * headline would keep its whole file.
 *
 * @param text any text
 * @returns the same text; takes some 1 µs a thousand letters
 */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
