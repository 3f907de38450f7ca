import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** A folder that is a library for one test. */
export interface LibraryFolder {
  readonly path: string;
  /** Writes files, by path within the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
}

const made: string[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

/** Makes a folder with these files; it goes when the test ends. */
export async function libraryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<LibraryFolder> {
  const folder = await heldFolder(files);
  made.push(folder.path);
  return folder;
}

/** Makes a folder with these files, for all tests of a file; it goes when it is removed. */
export async function heldFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<LibraryFolder & { remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'nutgraf-library-'));
  const write = async (more: typeof files) => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
  };
  await write(files);
  return { path, write, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The file of an invented article with this body. */
export function articleFile(body: string, fields: Readonly<Record<string, string>> = {}): string {
  const front = Object.entries({ outlet: 'The Post', headline: 'Council votes', ...fields });
  return `---\n${front.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n\n${body}\n`;
}
