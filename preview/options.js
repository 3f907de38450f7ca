import { parseArgs } from 'node:util';

export const USAGE = `npm run preview:slack -- [options]

Shows every kind of message as Slack would, light and dark: the code that answers in Slack makes them, from
real answers. Writes index.html and a page for each.

  --out DIR    write there (default: preview/out)
  --png        also take a picture of each, with the Chromium of this machine
  --docs       also take those pictures that the documentation shows: docs/slack-*.png`;

/** A command line that cannot be followed. The message is one sentence: what is wrong and what to do. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
  code = 'usage';
}

/**
 * @param {readonly string[]} args what follows the script's name
 * @returns {{ help: boolean, out: string | null, png: boolean, docs: boolean }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { help = false, out = null, png = false, docs = false } = parsed(args);
  return { help, out, png, docs };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        out: { type: 'string' },
        png: { type: 'boolean' },
        docs: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
