import type { Flatness } from '../counting/flatness.ts';
import type { Latency } from '../counting/latency.ts';
import type { Sum } from '../counting/sum.ts';

/** A run, and what came of it. */
export interface Run {
  readonly minutes: number;
  readonly rate: number;
  readonly seed: number;
  readonly ledger: string;
  readonly node: string;
  readonly ways: readonly Sum[];
  readonly total: Sum;
  readonly faults: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  readonly corrections: { readonly expected: number; readonly missing: readonly string[] };
  readonly memory: readonly {
    readonly bot: string;
    readonly heap: Flatness;
    readonly resident: Flatness;
    readonly last: { readonly heap: number; readonly resident: number };
  }[];
  /** Lines of the log that tell of something wrong, by their message. */
  readonly complaints: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

const HEAD = [
  'way',
  'asked',
  'answered',
  'twice',
  'wrong',
  'lost',
  'refused',
  'failed',
  'untaken',
  'undelivered',
];
const TIMES = ['gone', 'p50', 'p99', 'p50 !', 'p99 !'];

/**
 * @param run what came of it
 * @returns the report as text
 */
export function summaryOf(run: Run): string {
  const { minutes, rate, seed, ledger, node, ways, total, faults, corrections, memory, complaints, wrong } =
    run;
  const rows = [[...HEAD, ...TIMES], ...[...ways, total].map(rowOf)];
  const counted = new Map<string, number>();
  for (const { name } of faults) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [
    `${minutes} minutes, ${rate} questions a second wanted and ${(total.asked / minutes / 60).toFixed(1)} asked, seed ${seed}, ledger ${ledger}, Node ${node}`,
    '',
    ...aligned(rows),
    '',
    'Times are in ms: p50 and p99 while nothing was wrong, and those with ! while something was.',
    `Corrections: ${corrections.expected - corrections.missing.length} of ${corrections.expected} arrived.`,
    `Faults: ${[...counted].map(([name, times]) => `${name} ×${times}`).join(', ') || 'none'}.`,
    ...memory.map(
      ({ bot, heap, resident, last }) =>
        `Memory of ${bot}: heap ${megabytes(last.heap)} at the end, ${grows(heap)}; resident ${megabytes(last.resident)}, ${grows(resident)}.`,
    ),
    ...(Object.keys(complaints).length === 0 ? [] : ['', 'The log told of:']),
    ...Object.entries(complaints).map(([message, times]) => `  ${times} × ${message}`),
    '',
    ...(wrong.length === 0 ? ['Clean.'] : ['Not clean:', ...wrong.map((each) => `- ${each}`)]),
    '',
  ].join('\n');
}

function rowOf(sum: Sum): string[] {
  const { way, asked, answered, twice, wrong, lost, refused, failed, excused, calm, rough } = sum;
  const counts = [asked, answered, twice, wrong, lost, refused, failed];
  const excuses = [excused.untaken, excused.undelivered, excused.gone];
  return [way, ...[...counts, ...excuses].map(String), ...timesOf(calm), ...timesOf(rough)];
}

function timesOf({ count, p50, p99 }: Latency): string[] {
  return count === 0 ? ['-', '-'] : [String(Math.round(p50)), String(Math.round(p99))];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 1),
      )
      .join(' ')
      .trimEnd(),
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function grows({ isFlat, perQuestion, allowed }: Flatness): string {
  const by = `${Math.round(perQuestion)} bytes a question`;
  return isFlat === null ? `${by} (too short a run to tell)` : `${by} (${allowed} are allowed)`;
}
