import { constants } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { QuestionSetError } from '../question-set.ts';

/**
 * Reads a file of JSON lines, compressed when its name ends in `.gz`.
 *
 * @param path the file
 * @returns what each line holds; empty lines are passed over
 * @throws {QuestionSetError} when it cannot be read, with the line
 */
export async function linesOf(path: string): Promise<unknown[]> {
  const text = await textOf(path);
  return text.split('\n').flatMap((line, index): unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new QuestionSetError(`${path}:${index + 1}: this is not JSON: one object a line.`);
    }
  });
}

/** More is no text in Node. Without a limit a file of some MB could be unpacked to 4 GB first. */
const LIMITS = { maxOutputLength: constants.MAX_STRING_LENGTH };

/**
 * @param path a text file, compressed when its name ends in `.gz`
 * @returns its text
 * @throws {QuestionSetError} when it cannot be read
 */
export async function textOf(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes, LIMITS) : bytes).toString('utf8');
  } catch (error) {
    const { code = 'it is damaged' } = error as NodeJS.ErrnoException;
    throw new QuestionSetError(
      `${path} cannot be read (${code}): name a set by its path without .articles.jsonl.gz, or a .json or .jsonl file.`,
    );
  }
}
