import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Every fault, in the order of the report. */
export const FAULTS = /** @type {const} */ ([
  'slack-sockets-cut',
  'slack-sockets-half-open',
  'slack-sockets-refused',
  'discord-gateway-cut',
  'discord-gateway-silent',
  'discord-gateway-away',
  'discord-session-lost',
  'platforms-busy',
  'platforms-failing',
  'platforms-slow',
  'deliveries-twice',
  'deliveries-out-of-order',
  'slow-disk',
  'library-changed',
  'library-grown',
  'loop-blocked',
  'ledger-locked',
  'ledger-away',
  'restarted',
]);

export const USAGE = `npm run soak -- [options]

Runs the whole bot for minutes or hours, as installed: Slack in Socket Mode and over HTTP, Discord, the page and its
API, against platforms on loopback, with faults. Writes what was asked, answered, answered twice and lost, and memory
over time. Ends with 0 only where nothing was lost, nothing answered twice, and memory is flat.

  --minutes N   for how long people ask (default: 10; 0.2 is twelve seconds)
  --rate N      questions a second, of all ways together (default: 20)
  --seed N      of questions and faults, for the same run again (default: a new one, which is printed)
  --faults LIST which faults, with commas between them: ${FAULTS.join(', ')}; none for none (default: all)
  --ledger URL  sqlite, off, or postgres://… of an empty database, which is cut off at times (default: sqlite)
  --out DIR     where report.json, report.txt and memory.svg are written (default: soak/out)`;

/** A command line that cannot be followed. The message is one sentence: what is wrong and what to do. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
  code = 'usage';
}

/**
 * @param {readonly string[]} args what follows the script's name
 * @returns {{ help: boolean, minutes: number, rate: number, seed: number, faults: readonly (typeof FAULTS)[number][], ledger: string, out: string }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { help = false, minutes = '10', rate = '20', seed, faults, ledger = 'sqlite', out } = parsed(args);
  if (ledger !== 'sqlite' && ledger !== 'off' && !/^postgres(?:ql)?:\/\//.test(ledger)) {
    throw new UsageError('--ledger should be sqlite, off or postgres://….');
  }
  return {
    help,
    minutes: numberOf('--minutes', minutes, 0.1, 10_000),
    rate: numberOf('--rate', rate, 0.1, 1_000),
    seed: seed === undefined ? Date.now() % 1_000_000 : numberOf('--seed', seed, 0, 4_294_967_295),
    faults: faultsOf(faults),
    ledger,
    out: resolve(out ?? 'soak/out'),
  };
}

/** @param {string} name @param {string} text @param {number} least @param {number} most */
function numberOf(name, text, least, most) {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new UsageError(`${name} should be a number from ${least} to ${most}.`);
}

/** @param {string} [list] */
function faultsOf(list) {
  if (list === undefined) return FAULTS;
  if (list === 'none') return [];
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !FAULTS.some((known) => known === name));
  if (unknown !== undefined) throw new UsageError(`There is no fault ${unknown}: see --faults below.`);
  return FAULTS.filter((known) => names.includes(known));
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        minutes: { type: 'string' },
        rate: { type: 'string' },
        seed: { type: 'string' },
        faults: { type: 'string' },
        ledger: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}.`);
  }
}
