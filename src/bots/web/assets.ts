import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A file that the page is made of. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** `null` where compressing saves nothing. */
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/** What the page is made of besides its HTML, all of it in memory: some 120 KB. */
export interface Assets {
  /** @returns the address of a file, which changes with its content: `/assets/page.1a2b3c4d.css` */
  href(name: AssetName): string;
  /** @returns the file at such an address, or `null` */
  at(path: string): Asset | null;
  /** @returns the file itself, for those that have an address of their own */
  file(name: AssetName): Asset;
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
} as const;

const NAMES = [
  'page.css',
  'page.js',
  'embed.js',
  'literata-latin-400-normal.woff2',
  'literata-latin-700-normal.woff2',
  'literata-latin-ext-400-normal.woff2',
  'literata-latin-ext-700-normal.woff2',
] as const;
export type AssetName = (typeof NAMES)[number];

/**
 * Reads the files, once. Style sheets name fonts as `url(NAME)`, and get their addresses here.
 *
 * @param folder where the build has put them: `dist/web`
 * @returns the files
 * @throws what `readFileSync` throws where the build is not whole
 */
export function openAssets(folder: string): Assets {
  const files = new Map<AssetName, Asset>();
  const paths = new Map<AssetName, string>();
  const add = (name: AssetName, body: Buffer) => {
    const asset = assetOf(name, body);
    const [, base, ending] = /^(.*)\.(\w+)$/.exec(name) ?? [];
    files.set(name, asset);
    paths.set(name, `/assets/${base}.${asset.etag.slice(1, 11)}.${ending}`);
  };
  const href = (name: AssetName) => paths.get(name) ?? `/assets/${name}`;
  for (const name of NAMES) if (!name.endsWith('.css')) add(name, readFileSync(join(folder, name)));
  const style = readFileSync(join(folder, 'page.css'), 'utf8');
  const isFont = (name: string): name is AssetName => paths.has(name as AssetName);
  add(
    'page.css',
    Buffer.from(
      style.replace(/url\(([\w.-]+)\)/g, (all, name) => (isFont(name) ? `url(${href(name)})` : all)),
    ),
  );
  const byPath = new Map([...paths].map(([name, path]) => [path, name]));
  const file = (name: AssetName): Asset => {
    const found = files.get(name);
    if (found === undefined) throw new RangeError(`there is no file ${name}`);
    return found;
  };
  return {
    href,
    file,
    at(path) {
      const name = byPath.get(path);
      return name === undefined ? null : file(name);
    },
  };
}

function assetOf(name: AssetName, body: Buffer): Asset {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
  // A font is compressed already.
  const isText = ending !== 'woff2';
  return {
    type: TYPES[ending],
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
    body,
    gzip: isText ? gzipSync(body, { level: 9 }) : null,
    brotli: isText ? brotliCompressSync(body) : null,
  };
}
