import type { Entry } from '../ledger/ledger.ts';

/**
 * Counts each person's mark of an answer once, as they last made it: a button can be pressed all day.
 *
 * @param entries all kinds of entries, oldest first
 * @returns the same without marks that the same person has made again of the same question; what nobody is known for stays
 */
export function marksOnce(entries: readonly Entry[]): readonly Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null) last.set(key, entry);
  }
  return entries.filter((entry) => {
    const key = keyOf(entry);
    return key === null || last.get(key) === entry;
  });
}

/** Whether it helped is one mark, of two values; that it is not what was asked another. */
function keyOf({ kind, person, question, outcome }: Entry): string | null {
  if (kind !== 'feedback' || person === null) return null;
  const mark = outcome === 'not-what-i-asked' ? outcome : 'helpful or not';
  return JSON.stringify([person, question, mark]);
}
