import type { Readable } from 'node:stream';

/** Longest line, in UTF-16 code units: a question has at most 1,000. What is longer is no line of questions. */
const LONGEST = 1024 * 1024;

/**
 * Reads lines one at a time, however long the whole is. Only a line feed ends one: JSON may hold U+2028 in a text, at
 * which `node:readline` breaks. What is no UTF-8 becomes U+FFFD.
 *
 * @param input bytes or text
 * @yields {string | null} each line without its end; `null` for one that is longer than 1 MB, which is not kept
 * @throws what the stream ends with
 */
export async function* linesOf(input: Readable): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let line: string | null = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    const [first = '', ...others] = text.split('\n');
    line = joined(line, first);
    for (const other of others) {
      yield line;
      line = joined('', other);
    }
  }
  line = joined(line, decoder.decode());
  if (line !== '') yield line;
}

function joined(begin: string | null, more: string): string | null {
  return begin === null || begin.length + more.length > LONGEST ? null : begin + more;
}
