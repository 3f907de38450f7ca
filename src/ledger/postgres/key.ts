import { createHash } from 'node:crypto';
import { escaped } from '../text.ts';

/** In characters, of at most four bytes each: an index takes rows of some 2,700 bytes. */
const LONGEST = 400;

/**
 * @param names what something is called
 * @returns a text for an index, the same for the same names and no others, which can be read where it is short
 */
export function keyOf(...names: readonly string[]): string {
  // An escaped text holds no line break.
  const key = names.map(escaped).join('\n');
  if (key.length <= LONGEST) return key;
  return `\n${createHash('sha256').update(key).digest('base64url')}`;
}
