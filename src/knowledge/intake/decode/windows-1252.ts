/**
 * What the bytes 0x80 to 0x9F mean (https://encoding.spec.whatwg.org/#index-windows-1252). Five mean nothing
 * and stay control characters.
 */
const UPPER = [
  ...['\u20AC', '\x81', '\u201A', '\u0192', '\u201E', '\u2026', '\u2020', '\u2021'],
  ...['\u02C6', '\u2030', '\u0160', '\u2039', '\u0152', '\x8D', '\u017D', '\x8F'],
  ...['\x90', '\u2018', '\u2019', '\u201C', '\u201D', '\u2022', '\u2013', '\u2014'],
  ...['\u02DC', '\u2122', '\u0161', '\u203A', '\u0153', '\x9D', '\u017E', '\u0178'],
];

/**
 * `TextDecoder` cannot be trusted with it: from Node 20.18.3 and 22.13 on it leaves these bytes as control
 * characters, and with them every quotation mark (https://github.com/nodejs/node/issues/60888).
 *
 * @param bytes any, since every byte means something
 * @returns the text
 */
export function fromWindows1252(bytes: Uint8Array): string {
  const wide = Buffer.alloc(2 * bytes.length);
  bytes.forEach((byte, at) => {
    wide.writeUInt16LE(UPPER[byte - 0x80]?.charCodeAt(0) ?? byte, 2 * at);
  });
  // Replaced one by one in a text, 5 MB of them took 170 MB.
  return wide.toString('utf16le');
}
