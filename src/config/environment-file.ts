import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConfigError } from './config-error.ts';

const FILE = '.env';

/**
 * @returns the variables in `.env` in the current folder; none where there is none
 * @throws {ConfigError} where there is one that cannot be read: what is in it would be missing without a word
 */
export function environmentFile(): Readonly<Record<string, string>> {
  try {
    const found = statSync(FILE, { throwIfNoEntry: false });
    if (found === undefined) return {};
    // Docker makes a folder where a file to mount is missing. A pipe will do: keepers of passwords hand it over so.
    if (found.isDirectory())
      throw new ConfigError([`${FILE} is a folder: put a file in its place, or move it away.`]);
    // A mark of the order of bytes before UTF-8 is no letter of a name.
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(FILE)));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if (error instanceof TypeError) throw new ConfigError([`${FILE} is not UTF-8: save it as UTF-8 text.`]);
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([`${FILE} cannot be read (${code}): let Nutgraf read it, or move it away.`]);
  }
}
