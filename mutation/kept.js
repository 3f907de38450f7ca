/** What is known of a bundle, kept beside it until anything changes that it was made from. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('./processes.js').Baseline} Baseline
 * @typedef {{ modules: [path: string, hash: string][], made: string, baseline?: Baseline }} Kept
 *   `made`: a hash of what made it
 */

const HERE = dirname(fileURLToPath(import.meta.url));

/** @param {string} text */
export const hashOf = (text) => createHash('sha256').update(text).digest('base64url');

/** What makes and runs bundles: this folder's own code, and the packages that it was installed with. */
const MADE = hashOf(
  readdirSync(HERE)
    .filter((name) => name.endsWith('.js') || name === 'package-lock.json')
    .toSorted()
    .map((name) => readFileSync(join(HERE, name), 'utf8'))
    .join(),
);

/** @param {string} bundle */
const noteOf = (bundle) => bundle.replace(/\.mjs$/, '.json');

/**
 * @param {string} bundle a path
 * @param {(path: string) => string} hashed the hash of a module as it is now; throws where there is none
 * @returns {Kept | undefined} `undefined` where it has to be made anew
 */
export function keptOf(bundle, hashed) {
  if (!existsSync(bundle) || !existsSync(noteOf(bundle))) return undefined;
  /** @type {Kept} */
  const kept = JSON.parse(readFileSync(noteOf(bundle), 'utf8'));
  const isSame = kept.modules.every(([path, hash]) => existsSync(path) && hashed(path) === hash);
  return kept.made === MADE && isSame ? kept : undefined;
}

/**
 * @param {string} bundle
 * @param {(path: string) => string} hashed
 * @param {readonly string[]} paths what the bundle was made of
 * @returns {Kept}
 */
export function keep(bundle, hashed, paths) {
  /** @type {Kept} */
  const kept = { modules: paths.map((path) => [path, hashed(path)]), made: MADE };
  writeFileSync(noteOf(bundle), JSON.stringify(kept));
  return kept;
}

/**
 * Adds what was measured to what is kept of a bundle.
 * @param {string} bundle
 * @param {Kept} kept
 * @param {Baseline} baseline
 */
export function keepBaseline(bundle, kept, baseline) {
  writeFileSync(noteOf(bundle), JSON.stringify({ ...kept, baseline }));
}
