import { crc32 } from 'node:zlib';
import { breaths } from '../../breath.ts';
import { type Bytes, DIMENSIONS, type Key } from './vector.ts';

const KEY = 32;
const CHECK = 4;

/** Size of a record in bytes: key, vector, and a CRC-32 of both. */
export const RECORD = KEY + DIMENSIONS + CHECK;

/** A vector as it is kept. */
export type Entry = readonly [Key, Bytes];

/** @returns the records of vectors, one after the other */
export function recordsOf(entries: readonly Entry[]): Buffer {
  const all = Buffer.alloc(entries.length * RECORD);
  for (const [at, [key, vector]] of entries.entries()) {
    const record = all.subarray(at * RECORD, (at + 1) * RECORD);
    record.write(key, 0, KEY, 'latin1');
    record.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), KEY);
    record.writeUInt32LE(crc32(record.subarray(0, KEY + DIMENSIONS)), KEY + DIMENSIONS);
  }
  return all;
}

/** What a file of records holds. */
export interface Records {
  readonly entries: readonly Entry[];
  /** Whether a record is spoilt. One that was cut short at the end, as by a power failure, is not: it is left out. */
  readonly spoilt: boolean;
}

/**
 * Reads a file's records in pieces of a few ms, so that questions are answered meanwhile.
 *
 * @param content a file's bytes
 * @param isWanted whether the vector of a key is to be read; all are checked, at some 1 µs each
 * @returns its records
 */
export async function entriesIn(content: Buffer, isWanted: (key: Key) => boolean): Promise<Records> {
  const breath = breaths();
  const entries: Entry[] = [];
  const last = Math.floor(content.length / RECORD) - 1;
  let spoilt = false;
  for (let at = 0; at <= last; at += 1) {
    await breath();
    const record = content.subarray(at * RECORD, (at + 1) * RECORD);
    if (crc32(record.subarray(0, KEY + DIMENSIONS)) !== record.readUInt32LE(KEY + DIMENSIONS)) {
      spoilt = true;
      continue;
    }
    const key = record.toString('latin1', 0, KEY);
    if (isWanted(key)) entries.push([key, new Int8Array(record.subarray(KEY, KEY + DIMENSIONS))]);
  }
  return { entries, spoilt };
}
