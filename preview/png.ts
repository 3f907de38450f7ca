import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as a browser takes it is four times as large as it has to be: this writes it with 256 colours. */

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 3 without and 4 with transparency. */
  readonly depth: number;
  /** Row by row. */
  readonly bytes: Buffer;
}

/** The keyword under which a picture notes what it was made from. */
const KEYWORD = 'Source';
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** Sum of the squares of the differences of all channels, of 255 each. */
const TOLD_APART = 64;

/**
 * Writes a picture with 256 colours: frequent ones, and for each other the nearest of those. In a picture of
 * letters some 0.4 % of the pixels change, by a shade.
 *
 * @param png 8 bits a channel, not interlaced, as Chromium writes it
 * @param source noted in the picture; {@link sourceOf} reads it
 * @returns the PNG, which shows the same
 */
export function smaller(png: Uint8Array, source: string): Buffer {
  const { width, height, depth, bytes } = pixelsOf(png);
  const counts = new Map<number, number>();
  const colorAt = (pixel: number) => bytes.readUIntBE(pixel * depth, depth);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const color = colorAt(pixel);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const colors = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  const palette = chosen(colors, depth);
  const indexes = new Map(colors.map((color) => [color, nearest(color, palette, depth)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows[pixel + Math.floor(pixel / width) + 1] = indexes.get(colorAt(pixel)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const split = palette.map((color) => channels(color, depth));
  return written([
    { type: 'IHDR', data: header },
    { type: 'tEXt', data: Buffer.from(`${KEYWORD}\0${source}`, 'latin1') },
    { type: 'PLTE', data: Buffer.from(split.flatMap((color) => color.slice(0, 3))) },
    { type: 'tRNS', data: Buffer.from(split.map((color) => color[3] ?? 255)) },
    { type: 'IDAT', data: deflateSync(rows, { level: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}

/**
 * @param png a picture
 * @returns what it notes that it was made from; `null` where it notes nothing
 */
export function sourceOf(png: Uint8Array): string | null {
  const note = chunksOf(png).find(({ type, data }) => type === 'tEXt' && data.includes(`${KEYWORD}\0`));
  return note === undefined ? null : note.data.toString('latin1').slice(KEYWORD.length + 1);
}

/** The most frequent first, but of shades that nobody tells apart one only, so that rare colours have a place. */
function chosen(colors: readonly number[], depth: number): readonly number[] {
  const distinct: number[] = [];
  for (const color of colors) {
    if (distinct.length === MOST_COLORS) break;
    if (distinct.every((other) => distance(color, other, depth) >= TOLD_APART)) distinct.push(color);
  }
  return [...new Set([...distinct, ...colors])].slice(0, MOST_COLORS);
}

function nearest(color: number, palette: readonly number[], depth: number): number {
  const exact = palette.indexOf(color);
  if (exact >= 0) return exact;
  const distances = palette.map((other) => distance(color, other, depth));
  return distances.indexOf(Math.min(...distances));
}

function distance(color: number, other: number, depth: number): number {
  const wanted = channels(other, depth);
  return channels(color, depth).reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0);
}

function channels(color: number, depth: number): number[] {
  return Array.from({ length: depth }, (_, index) => Math.floor(color / 256 ** (depth - 1 - index)) % 256);
}

/** https://www.w3.org/TR/png-3/#9Filters */
function pixelsOf(png: Uint8Array): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header[9] === 6 ? 4 : 3;
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * depth;
  const bytes = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const place = row * stride + at;
      const left = at < depth ? 0 : (bytes[place - depth] ?? 0);
      const above = row === 0 ? 0 : (bytes[place - stride] ?? 0);
      const corner = row === 0 || at < depth ? 0 : (bytes[place - stride - depth] ?? 0);
      bytes[place] = (raw[place + row + 1] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return { width, height, depth, bytes };
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
      if (Number(toLeft) <= Number(toAbove) && Number(toLeft) <= Number(toCorner)) return left;
      return Number(toAbove) <= Number(toCorner) ? above : corner;
    }
    default:
      return 0;
  }
}

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function written(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}
