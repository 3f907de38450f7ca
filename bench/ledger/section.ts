import { milliseconds, whole } from '../render/numbers.ts';
import type { Machine } from '../results.ts';
import { section as marked } from '../sections.ts';
import type { Load, Measured } from './measured.ts';

/** One load, and what was measured under it. */
export interface Measurement {
  readonly load: Load;
  readonly measured: readonly Measured[];
}

/**
 * @param measurements what was measured
 * @param questions how many questions each round has
 * @param machine where
 * @returns the section of `docs/bench.md`
 */
export function section(
  measurements: readonly Measurement[],
  questions: number,
  { node, processor, cores }: Machine,
): string {
  return marked(
    'ledger',
    `## What the ledger costs an answer

\`\`\`sh
npm run bench -- --ledger
\`\`\`

Time from a question's arrival at the desk to the call that posts its answer, over the library that ships, with the ledger in each store. Each question opens a thread of its own, so that the ledger is asked for all that it can be.

${table(measurements)}

- **against off**: p50 and p95 over those of the desk without a ledger. By how much "off, once more" is not 1, two measurements of the same differ.
- ${whole(questions)} questions a round and desk, ${loads(measurements)}. The desks take turns in one process, a few questions at a time; what a ledger still has to write is waited for before the next desk's turn.
- No answer waits for a write. What it waits for is reads: of its thread, unless it begins one, and of what is set for its channel and workspace, which is at hand for five seconds once it was read.
- PostgreSQL runs on the same machine, over a socket, with its own defaults. What it takes of the same cores is in the figures; a network's way there and back, twice a question, is not.
- Node ${node}, ${processor}, ${cores} cores.`,
  );
}

function table(measurements: readonly Measurement[]): string {
  const rows = measurements.flatMap(({ load, measured }) =>
    measured.map(({ name, p50, p95, against }, at) => {
      const ratios = at === 0 ? ['', ''] : [against.p50.toFixed(2), against.p95.toFixed(2)];
      return [pace(load), name, milliseconds(p50), milliseconds(p95), ...ratios];
    }),
  );
  const head = ['asked', 'ledger', 'p50 ms', 'p95 ms', 'p50 against off', 'p95 against off'];
  const rule = head.map((_, at) => (at < 2 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function loads(measurements: readonly Measurement[]): string {
  return measurements.map(({ load }) => `${whole(load.rounds)} rounds ${pace(load)}`).join(', ');
}

function pace({ pause }: Load): string {
  return pause === 0 ? 'without a pause' : `${pause} ms apart`;
}
