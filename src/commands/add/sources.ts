import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import type { Fetcher } from '../../fetch/fetch.ts';
import { decode, IntakeError, MAX_BYTES, type Material, tooLarge } from '../../knowledge/intake/index.ts';
import { UsageError } from '../command.ts';

/** Something that a person has named to be added. */
export type Item =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'stdin' };

/** Endings of what is read when a folder is named; other files in it are passed over. */
const READ = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml']);

/**
 * @param named what stands on the command line: files, folders, addresses, `-`
 * @returns each item, folders as the files in them, in order of their names
 * @throws {UsageError} for a folder with nothing to read in it
 */
export async function itemsOf(named: readonly string[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const name of named) {
    if (name === '-') items.push({ kind: 'stdin' });
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) items.push({ kind: 'address', url: name });
    else items.push(...(await filesAt(name)));
  }
  return items;
}

/** What is no folder is an item, also when it is not there: it is told when its turn comes. */
async function filesAt(path: string): Promise<Item[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [{ kind: 'file', path }];
  const named = (await namesBelow(path))
    .filter((name) => READ.has(extname(name).toLowerCase()))
    .filter((name) => !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(name))
    .sort()
    .map((name) => join(path, name));
  const files: Item[] = [];
  for (const file of named) if (await staysIn(path, file)) files.push({ kind: 'file', path: file });
  if (files.length === 0) throw new UsageError(`There is no text, Markdown or HTML file in ${path}.`);
  return files;
}

/**
 * Folders that links lead to are not looked into: two links to the folder that they stand in would be 2⁴⁰ folders, one to
 * `/` the whole machine. What they lead to within the folder is found where it is.
 */
async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** A folder may come from anybody, and a link in it must not bring a file of this machine into the library. */
async function staysIn(folder: string, file: string): Promise<boolean> {
  // What leads nowhere is told when its turn comes.
  const real = await Promise.all([realpath(folder), realpath(file)]).catch(() => null);
  return real === null || real[1].startsWith(real[0].endsWith(sep) ? real[0] : `${real[0]}${sep}`);
}

/** What an item is called where its outcome is told. */
export function nameOf(item: Item): string {
  return item.kind === 'file' ? item.path : item.kind === 'address' ? item.url : 'standard input';
}

/**
 * Reads an item as text.
 *
 * @param item the item
 * @param from where standard input and addresses are read
 * @returns its text and what is known of it
 * @throws {IntakeError} for what is no text or too large
 * @throws {FetchError} for an address that cannot be fetched
 */
export async function materialOf(
  item: Item,
  from: { readonly stdin: Readable; readonly fetcher: () => Promise<Fetcher> },
): Promise<Material> {
  switch (item.kind) {
    case 'file': {
      const bytes = await bytesOf(item.path);
      return { text: decode(bytes), name: basename(item.path), address: null, contentType: null };
    }
    case 'stdin':
      return { text: decode(await drained(from.stdin)), name: null, address: null, contentType: null };
    case 'address': {
      const fetched = await (await from.fetcher()).fetch(item.url);
      if (fetched.kind === 'unchanged') throw new Error('nothing was asked of the server that it could keep');
      const { bytes, contentType, url } = fetched;
      return { text: decode(bytes, { contentType }), name: null, address: url, contentType };
    }
  }
}

/** How often a file is looked at that somebody is writing, and how long apart in ms. */
const LOOKS = 10;
const APART = 100;

/** A file that changes while it is read is read again: half an article would look like a whole one. */
async function bytesOf(path: string): Promise<Uint8Array> {
  for (let look = 0; look < LOOKS; look += 1) {
    const before = await stat(path).catch((error: unknown) => {
      throw unreadable(error);
    });
    // A pipe would keep whoever opens it waiting: it is read as standard input.
    if (!before.isFile()) throw new IntakeError('not-text', 'This is no file: pipe it in, and name -.');
    if (before.size > MAX_BYTES) throw tooLarge();
    const bytes = await readFile(path).catch((error: unknown) => {
      throw unreadable(error);
    });
    const after = await stat(path).catch(() => null);
    if (after?.size === before.size && after.mtimeMs === before.mtimeMs && bytes.length === before.size) {
      return bytes;
    }
    await new Promise((resolve) => setTimeout(resolve, APART));
  }
  throw new IntakeError('unreadable', 'It is being written: add it once it is done.');
}

function unreadable(error: unknown): IntakeError {
  const { code } = error as NodeJS.ErrnoException;
  const message =
    code === 'ENOENT'
      ? 'There is no such file: name a file, an address that begins with https://, or - for standard input.'
      : `It cannot be read (${code}): check its permissions.`;
  return new IntakeError('unreadable', message, error);
}

async function drained(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    size += bytes.length;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
