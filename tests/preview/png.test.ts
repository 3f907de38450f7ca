import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smaller, sourceOf } from '../../preview/png.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** @param rows each begins with the number of its filter */
function png(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const image = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function partOf(picture: Buffer, wanted: string): Buffer {
  const at = picture.indexOf(wanted);
  return picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4));
}

/** The colours of a picture with a palette, row by row. */
function colors(picture: Buffer, width: number): string[] {
  const palette = partOf(picture, 'PLTE');
  const rows = inflateSync(partOf(picture, 'IDAT'));
  return [...rows]
    .filter((_, index) => index % (width + 1) > 0)
    .map((index) => palette.subarray(index * 3, index * 3 + 3).toString('hex'));
}

describe('a smaller picture', () => {
  it('shows the same, by whichever filter its rows were written', () => {
    const rows = [
      [0, 10, 20, 30, 200, 0, 0],
      [1, 10, 20, 30, 190, 236, 226],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 95, 246, 241],
      [4, 0, 0, 0, 0, 0, 0],
    ];
    expect(colors(smaller(png(2, rows), ''), 2)).toEqual(Array(5).fill(['0a141e', 'c80000']).flat());
  });

  it('keeps the frequent colours and gives a rare shade the nearest of them', () => {
    const shades = Array.from({ length: 300 }, (_, index) => [
      (index * 97) % 256,
      (index * 31) % 256,
      index % 256,
    ]);
    const row = [0, ...Array(50).fill([1, 2, 3]).flat(), ...shades.flat()];
    const found = colors(smaller(png(350, [row]), ''), 350);
    expect(found.slice(0, 50)).toEqual(Array(50).fill('010203'));
    expect(new Set(found).size).toBeLessThanOrEqual(256);
    for (const [index, shade] of shades.entries()) {
      const got = Buffer.from(found[index + 50] ?? '', 'hex');
      for (const [channel, value] of shade.entries()) {
        expect(Math.abs((got[channel] ?? 0) - value)).toBeLessThanOrEqual(24);
      }
    }
  });

  it('notes what it was made from', () => {
    const plain = png(1, [[0, 1, 2, 3]]);
    expect(sourceOf(plain)).toBeNull();
    expect(sourceOf(smaller(plain, '0123abcd'))).toBe('0123abcd');
  });
});
