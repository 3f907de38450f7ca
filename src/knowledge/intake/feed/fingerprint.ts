import { createHash } from 'node:crypto';

/**
 * A short name for a text, to tell whether it is still the same.
 *
 * @param text any text
 * @returns 22 letters, digits, hyphens and underscores: 132 bits of its SHA-256
 */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
