import { parseArgs } from 'node:util';

export const USAGE = `npm run mutation -- [options] [PATH …]

Changes src/knowledge in thousands of places, one at a time, and runs the tests that come by there: a change
that no test notices is written down. PATHs (such as src/knowledge/quote.ts or src/knowledge/words) narrow it.

  --sample N    of the mutants, take this part (0 to 1, default 1), chosen by --seed
  --seed N      (default 1)
  --patience N  how long tests may run for one mutant before it counts as unnoticed, in ms (default 3000)
  --workers N   processes at a time (default 2)
  --out FILE    where the unnoticed ones are written (default mutation/dist/unnoticed.md)`;

/** A command line that cannot be followed. The message is one sentence: what is wrong and what to do. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
  code = 'usage';
}

/**
 * @typedef {{ help: boolean, paths: readonly string[], sample: number, seed: number, patience: number,
 *   workers: number, out: string }} Options
 */

/**
 * @param {string[]} args what follows the script's name
 * @returns {Options}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { values, positionals } = parsed(args);
  /** @param {'sample' | 'seed' | 'patience' | 'workers'} name @param {number} most */
  const number = (name, most) => {
    const read = Number(values[name]);
    if (Number.isFinite(read) && read > 0 && read <= most) return read;
    throw new UsageError(`--${name} takes a number above 0 and up to ${most}, not "${values[name]}".`);
  };
  return {
    help: values.help,
    paths: positionals.length === 0 ? ['src/knowledge'] : positionals,
    sample: number('sample', 1),
    seed: number('seed', 2 ** 31),
    patience: number('patience', 600_000),
    workers: number('workers', 64),
    out: values.out,
  };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        sample: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        patience: { type: 'string', default: '3000' },
        workers: { type: 'string', default: '2' },
        out: { type: 'string', default: 'mutation/dist/unnoticed.md' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
