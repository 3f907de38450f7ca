import type { LedgerLog } from './queue/health.ts';
import type { Store } from './store.ts';

/** What a ledger knows of the key that it is opened with: nothing yet, that it is the one before, or another. */
export type KeyIs = 'unknown' | 'same' | 'other';

/**
 * @param kept the mark of the key that the bots last began with; `null` where none is kept
 * @param mark that of the key at hand
 * @returns what that says of the key
 */
export function keyIs(kept: string | null, mark: string): KeyIs {
  if (kept === null) return 'unknown';
  return kept === mark ? 'same' : 'other';
}

/**
 * Says so where the ledger was begun with another key: nothing fails by that, things are merely not found any more.
 *
 * @param store as it was opened
 * @param isLasting whether this key is from now on the one that others are compared with: the bots' is, that of a
 *   command in some shell is not
 * @param log where it is told
 */
export async function heedKey(store: Store, isLasting: boolean, log: LedgerLog): Promise<void> {
  const { is, keep } = store.keyMark;
  if (is === 'other') log.warn({ code: 'other-key' }, OTHER_KEY);
  // Where it cannot be kept just now, the next start says the same again.
  if (isLasting && is !== 'same') await keep().catch(() => undefined);
}

const OTHER_KEY =
  'LEDGER_KEY is not the one that the bots last began with: workspaces that installed the app before are not let in, and what people asked before is neither found nor forgotten by their name. Set the key from before, if there was one, or install the app again.';
