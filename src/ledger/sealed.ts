import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { InstallationStore } from './ledger.ts';
import { LedgerError } from './ledger-error.ts';

/** Of how a text is sealed: the first byte, so that it can be done in another way later. */
const VERSION = 1;
const CIPHER = 'aes-256-gcm';
/** In bytes. A random nonce is safe for 2^32 texts with one key (NIST SP 800-38D, 8.3). */
const NONCE = 12;
/** In bytes: the longest that GCM has. */
const TAG = 16;

/**
 * Seals a text: version, nonce, cipher text, tag.
 *
 * @param key 32 bytes
 * @param name what the text is kept under; a text that was moved to another name does not open
 * @param text any string
 * @returns base64url
 */
export function seal(key: Buffer, name: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(bound(name));
  // UTF-16 gives every string back as it was; UTF-8 cannot write half a surrogate pair.
  const hidden = Buffer.concat([cipher.update(text, 'utf16le'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, hidden, cipher.getAuthTag()]).toString('base64url');
}

/**
 * Opens what {@link seal} sealed.
 *
 * @param key 32 bytes
 * @param name what the text is kept under
 * @param sealed base64url
 * @returns the text; `null` where it was sealed with another key, for another name, or has been changed
 */
export function unseal(key: Buffer, name: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG) return null;
  try {
    const nonce = bytes.subarray(1, 1 + NONCE);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
      .setAAD(bound(name))
      .setAuthTag(bytes.subarray(-TAG));
    const text = decipher.update(bytes.subarray(1 + NONCE, -TAG));
    return Buffer.concat([text, decipher.final()]).toString('utf16le');
  } catch {
    return null;
  }
}

/** What is not hidden and cannot be changed either. */
function bound(name: string): Buffer {
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(name, 'utf16le')]);
}

/**
 * @param rows where the sealed texts are kept
 * @param key 32 bytes; `null` where there is none: then nothing can be stored, and nothing is found
 * @returns a store that seals what it is given
 */
export function sealedInstallations(rows: InstallationStore, key: Buffer | null): InstallationStore {
  return {
    async get(workspace) {
      const sealed = key === null ? null : await rows.get(workspace);
      return key === null || sealed === null ? null : unseal(key, workspace, sealed);
    },
    async set(workspace, installation) {
      if (key === null) {
        throw new LedgerError(
          'no-key',
          'An installation holds tokens, which are kept sealed only: set LEDGER_KEY to at least 16 random characters.',
        );
      }
      await rows.set(workspace, seal(key, workspace, installation));
    },
    remove: (workspace) => rows.remove(workspace),
  };
}
