import { readFileSync } from 'node:fs';

/**
 * @param name a package of the bench
 * @returns the version that is installed. Read from the file, since some packages do not export theirs
 */
export function packageVersion(name: string): string {
  return versionIn(new URL(`../node_modules/${name}/package.json`, import.meta.url));
}

/** @returns the version of Nutgraf itself */
export function ownVersion(): string {
  return versionIn(new URL('../../package.json', import.meta.url));
}

function versionIn(file: URL): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
