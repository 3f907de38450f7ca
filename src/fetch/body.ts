import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { BY_HAND, FetchError } from './fetch-error.ts';
import { MAX_CODINGS } from './limits.ts';
import { type Headers, headerOf } from './status.ts';

type Decompress = (bytes: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>;

const [gunzipped, unbrotlied, inflated, inflatedRaw] = [
  promisify<Uint8Array, ZlibOptions, Buffer>(gunzip),
  promisify<Uint8Array, ZlibOptions, Buffer>(brotliDecompress),
  promisify<Uint8Array, ZlibOptions, Buffer>(inflate),
  promisify<Uint8Array, ZlibOptions, Buffer>(inflateRaw),
];

const DECOMPRESS: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', gunzipped],
  ['x-gzip', gunzipped],
  ['br', unbrotlied],
  // "deflate" is meant with a zlib header, and sent by some without (RFC 9110, 8.4.1.2).
  ['deflate', (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflated : inflatedRaw)(bytes, options)],
  ['identity', (bytes) => Promise.resolve(bytes)],
]);

/** What is asked for. */
export const ACCEPT_ENCODING = 'gzip, br, deflate';

/**
 * Reads a body. It is counted while it arrives, and again while it is decompressed: of what is beyond the
 * limit nothing is kept.
 *
 * @param url where it comes from
 * @param limit in bytes, both as sent and decompressed
 * @returns the decompressed bytes
 * @throws FetchError `too-large` or `bad-encoding`; whatever the body itself fails with
 */
export async function readBody(
  url: URL,
  headers: Headers,
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  const codings = codingsOf(url, headers);
  if (Number(headerOf(headers, 'content-length')) > limit) throw tooLarge(url, limit);
  let bytes: Uint8Array = await collected(url, body, limit);
  for (const decompress of codings) bytes = await decompressed(url, bytes, decompress, limit);
  return bytes;
}

/** In the order in which they are undone, which is the reverse of that of the header. */
function codingsOf(url: URL, headers: Headers): Decompress[] {
  const named = [headers['content-encoding'] ?? []].flat().join(',').toLowerCase();
  const names = named.split(',').flatMap((name) => name.trim() || []);
  const codings = names.flatMap((name) => DECOMPRESS.get(name) ?? []);
  if (codings.length < names.length || codings.length > MAX_CODINGS) {
    throw badEncoding(url, 'a way that was not asked for');
  }
  return codings.reverse();
}

async function collected(url: URL, body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decompressed(
  url: URL,
  bytes: Uint8Array,
  decompress: Decompress,
  limit: number,
): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: limit });
  } catch (error) {
    // zlib stops at the first chunk that goes beyond.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(url, limit);
    throw badEncoding(url, 'a damaged form', error);
  }
}

function tooLarge(url: URL, limit: number): FetchError {
  return new FetchError(
    'too-large',
    url.href,
    `${url.host} sends more than ${limit / 1_000_000} MB, which is no article: check the address, or save the text as a file and add that.`,
  );
}

function badEncoding(url: URL, how: string, cause?: unknown): FetchError {
  return new FetchError(
    'bad-encoding',
    url.href,
    `${url.host} sends the page compressed in ${how}: ${BY_HAND}.`,
    { cause },
  );
}
