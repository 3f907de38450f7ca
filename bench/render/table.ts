import type { Measured } from '../results.ts';
import { megabytes, milliseconds, percent, whole } from './numbers.ts';

/** A column: what stands above, and how it is taken from what was measured. */
export type Column = readonly [string, (one: Measured) => string];

const QUALITY: readonly Column[] = [
  ['P@1', ({ precisionAt1 }) => percent(precisionAt1)],
  ['MRR@10', ({ mrrAt10 }) => percent(mrrAt10)],
];
const COST: readonly Column[] = [
  ['p50 ms', ({ p50 }) => milliseconds(p50)],
  ['p95 ms', ({ p95 }) => milliseconds(p95)],
  ['heap MB', ({ held }) => megabytes(held)],
  ['resident MB', ({ resident }) => megabytes(resident)],
  ['index s', ({ build }) => (build / 1000).toFixed(2)],
];

/** Columns of the comparison over one set. */
export const COMPARISON: readonly Column[] = [
  ['', ({ name }) => name],
  ['version', ({ version }) => version],
  ...QUALITY,
  ...COST,
  ['questions', ({ questions }) => whole(questions)],
];

/** Columns of the comparison over growing libraries. */
export const GROWTH: readonly Column[] = [
  ['sentences', ({ sentences }) => whole(sentences)],
  ['', ({ name }) => name],
  ...COST,
];

/**
 * @param columns what to show
 * @param rows what was measured, a row each
 * @returns a Markdown table: the texts to the left, the numbers to the right
 */
export function table(columns: readonly Column[], rows: readonly Measured[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const isText = ([title]: Column) => title === '' || title === 'version';
  return [
    line(columns.map(([title]) => title)),
    line(columns.map((column) => (isText(column) ? '---' : '--:'))),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row).replaceAll('|', '\\|')))),
  ].join('\n');
}

/**
 * @param peers what was measured
 * @returns the same, the best first; those without a P@1 last
 */
export function bestFirst(peers: readonly Measured[]): Measured[] {
  return [...peers].sort((a, b) => (b.precisionAt1 ?? -1) - (a.precisionAt1 ?? -1));
}
