/**
 * `npm run licences`: writes docs/licences.md, what is installed to run Nutgraf and under which licences,
 * read from the lock file. `npm test` fails where the page and the lock file differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('..', import.meta.url);

/**
 * A package as the lock file has it.
 * @typedef {{ version: string, license?: string, dev?: boolean, optional?: boolean, os?: string[],
 *   hasInstallScript?: boolean, integrity?: string, resolved?: string }} Locked
 */

/** @returns {Map<string, Locked>} by the folder that each is installed in */
export function lockedPackages() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8'));
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''));
}

/**
 * @param {string} folder
 * @returns {string} the name of the package that is installed there
 */
export function packageName(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** @returns {string} the page, as Markdown */
export function licencesPage() {
  const running = [...lockedPackages()].filter(([, { dev }]) => dev !== true);
  /** @type {Map<string, Set<string>>} */
  const byLicence = new Map();
  for (const [folder, { license = 'none stated', version }] of running) {
    const those = byLicence.get(license) ?? new Set();
    byLicence.set(license, those.add(`${packageName(folder)} ${version}`));
  }
  const sections = [...byLicence]
    .toSorted(([, some], [, others]) => others.size - some.size)
    .map(([licence, those]) => `## ${licence}\n${[...those].toSorted().join(' · ')}\n`);
  return [
    '# Licences of what runs',
    '',
    'Nutgraf is under the MIT licence. These packages are installed by `npm ci --omit=dev`, each with its licence in its own folder; those for one operating system only are installed on that one. Written by `npm run licences`, from the lock file; `npm run sbom` prints a CycloneDX document of all packages with their checksums, those that only development needs marked as such.',
    '',
    'The typeface Literata, which the build copies into `dist/web` beside its licence, is under the SIL Open Font License 1.1. The table of token vectors is distilled from all-MiniLM-L6-v2 (Apache-2.0), and the word frequencies are counts: [models/](../models) says where they come from.',
    '',
    ...sections,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('docs/licences.md', ROOT), licencesPage());
}
