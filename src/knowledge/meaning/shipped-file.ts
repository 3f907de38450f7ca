import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the files lie that are not code: beside `dist/`, or beside `src/` where the code is run unbuilt. */
const FOLDER = 'models';

/**
 * @param path of a file under `models/`
 * @returns its whole path
 * @throws {Error} when it is not there: the installation is not whole
 */
export function shippedFile(path: string): string {
  const first = dirname(fileURLToPath(import.meta.url));
  for (let folder = first; ; folder = dirname(folder)) {
    const file = join(folder, FOLDER, path);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) {
      throw new Error(`${FOLDER}/${path} is missing: install Nutgraf again, or restore that file.`);
    }
  }
}
