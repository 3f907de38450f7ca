import { parseArgs } from 'node:util';

const PLATFORMS = ['slack', 'discord', 'web'];

export const USAGE = `npm run preview:slack -- [options]
npm run preview:discord -- [options]
npm run preview:web

Shows every kind of message as the platform would, light and dark: the code that answers there makes them, from
real answers. Writes index.html and a page for each.

  --out DIR    write there (default: preview/out/slack, preview/out/discord)
  --png        also take a picture of each, with the Chromium of this machine
  --docs       also take those pictures that the documentation shows: docs/slack-*.png, docs/discord-*.png

The page needs no stand-in: preview:web starts it, and takes the pictures docs/web-*.png of it.`;

/** A command line that cannot be followed. The message is one sentence: what is wrong and what to do. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
  code = 'usage';
}

/**
 * @param {readonly string[]} args what follows the script's name: a platform, or none for Slack, and options
 * @returns {{ help: boolean, platform: string, out: string | null, png: boolean, docs: boolean }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { values, positionals } = parsed(args);
  const { help = false, out = null, png = false, docs = false } = values;
  const [platform = 'slack', ...more] = positionals;
  if (!PLATFORMS.includes(platform) || more.length > 0) {
    throw new UsageError(
      `Name one platform, of ${PLATFORMS.join(' and ')}, instead of “${positionals.join(' ')}”.`,
    );
  }
  return { help, platform, out, png, docs };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        out: { type: 'string' },
        png: { type: 'boolean' },
        docs: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
