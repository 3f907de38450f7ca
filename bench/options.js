import { parseArgs } from 'node:util';

const SIZES = [10_000, 50_000, 250_000, 1_000_000];

export const USAGE = `npm run bench -- [options] SET

Puts the questions of one set to Nutgraf and to other search libraries, and writes docs/bench.md and
docs/bench.svg. The libraries are installed in bench/ when they are not there yet.

A SET is an official SQuAD 1.1 or 2.0 file (.json, from https://rajpurkar.github.io/SQuAD-explorer/), or the
path of a pair SET.articles.jsonl.gz and SET.questions.jsonl.gz, as for nutgraf eval.

  --limit N    put at most N questions, evenly spread
  --growth     also measure time and memory from 1,000 to 250,000 sentences
  --ledger     measure instead what the ledger costs an answer, over data/: no SET is needed, and only that
               section of bench.md is written
  --web        measure instead how the page stands a thousand requests a second: no SET is needed, and it only
               prints what it finds
  --seconds N  for how long (default: 60)
  --cluster    measure instead Nutgraf in memory, on MiniSearch and beside an OpenSearch cluster over growing
               libraries: two nodes are started on this machine, or OPENSEARCH_URL names others; only that section of
               bench.md is written, and docs/bench-cluster.svg
  --sizes N,N  how large those are, in sentences (default: ${SIZES.join(',')})
  --out DIR    write there (default: docs)`;

/** A command line that cannot be followed. The message is one sentence: what is wrong and what to do. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
  code = 'usage';
}

/**
 * @param {readonly string[]} args what follows the script's name
 * @returns {{ help: boolean, set: string, limit: number | null, growth: boolean, ledger: boolean | undefined, web?: number, cluster?: readonly number[], out: string }}
 *   `ledger`: whether the ledger is measured, and no peer; `web`: for how many seconds the page is asked instead;
 *   `cluster`: over libraries of how many sentences it is measured beside a cluster instead, smallest first
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { values, positionals } = parsed(args);
  const { help = false, limit, growth = false, ledger, out = 'docs' } = values;
  const [set, ...more] = positionals;
  if (help) return { help, set: '', limit: null, growth, ledger, out };
  if (values.web) return { help, set: '', limit: null, growth, ledger, web: secondsOf(values.seconds), out };
  if (ledger) {
    if (set !== undefined) throw new UsageError('--ledger takes no set: it asks the library that ships.');
    return { help, set: '', limit: null, growth, ledger, out };
  }
  if (set === undefined) {
    throw new UsageError(
      'There is no set: name a SQuAD file (.json), or a pair by its path without .articles.jsonl.gz.',
    );
  }
  if (more.length > 0) throw new UsageError('One set is measured at a time: name one only.');
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    throw new UsageError('--limit should be a whole number from 1.');
  }
  if (values.cluster) return { help, set, limit: null, growth, ledger, cluster: sizesOf(values.sizes), out };
  return { help, set, limit: limit === undefined ? null : Number(limit), growth, ledger, out };
}

/** @param {string} [sizes] */
function sizesOf(sizes) {
  if (sizes === undefined) return SIZES;
  const all = sizes.split(',').map((size) => (/^[1-9]\d{2,7}$/.test(size) ? Number(size) : Number.NaN));
  if (all.some(Number.isNaN)) {
    throw new UsageError('--sizes should be whole numbers from 100, with commas between them.');
  }
  return [...new Set(all)].sort((a, b) => a - b);
}

/** @param {string} [seconds] */
function secondsOf(seconds = '60') {
  if (!/^[1-9]\d{0,3}$/.test(seconds))
    throw new UsageError('--seconds should be a whole number from 1 to 9999.');
  return Number(seconds);
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        limit: { type: 'string' },
        growth: { type: 'boolean' },
        ledger: { type: 'boolean' },
        web: { type: 'boolean' },
        seconds: { type: 'string' },
        cluster: { type: 'boolean' },
        sizes: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
