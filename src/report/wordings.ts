/** A way in which something was asked. */
export interface Wording {
  /** As it was typed, on one line. */
  readonly text: string;
  readonly count: number;
}

/**
 * The ways in which one thing was asked. Those that differ in case, marks or spaces only are one way, shown as it was
 * typed most often; where two are as usual, the one that was typed with more care stands for both.
 *
 * @param texts questions as they were typed, oldest first, each as often as it was asked
 * @returns the most usual first
 */
export function usualWordings(texts: readonly string[]): readonly Wording[] {
  const ways = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const line = oneLine(text);
    const way = ways.get(bare(line)) ?? new Map<string, number>();
    ways.set(bare(line), way);
    way.set(line, (way.get(line) ?? 0) + 1);
  }
  return [...ways.values()]
    .map((way) => ({ text: mostUsual(way), count: [...way.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || care(b.text) - care(a.text) || a.text.length - b.text.length);
}

function mostUsual(way: ReadonlyMap<string, number>): string {
  const [first] = [...way].sort(([a, x], [b, y]) => y - x || care(b) - care(a));
  return first?.[0] ?? '';
}

/** A capital at its beginning and a mark at its end: whoever types these seldom mistypes the rest. */
function care(text: string): number {
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  return isShouted ? -1 : (/^\p{Lu}/u.test(text) ? 1 : 0) + (/\p{L}\?$/u.test(text) ? 1 : 0);
}

/**
 * @param text what somebody typed
 * @returns the same on one line, without characters that act on whatever shows it: control characters, halves of pairs,
 *   and marks that turn the direction of what follows
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function bare(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim() || text
  );
}
