import type { Evaluation } from '../../evaluation/evaluate.ts';
import { printableLine } from '../../printable.ts';

/** Columns: what stands above, and how it is taken from what was measured. */
const COLUMNS: readonly (readonly [string, (evaluation: Evaluation) => string])[] = [
  ['set', ({ name }) => printableLine(name)],
  ['sentences', ({ sentences }) => sentences.toLocaleString('en')],
  ['questions', ({ measures }) => measures.questions.toLocaleString('en')],
  ['P@1', ({ measures }) => percent(measures.precisionAt1)],
  ['R@5', ({ measures }) => percent(measures.recallAt5)],
  ['MRR@10', ({ measures }) => percent(measures.mrrAt10)],
  ['paragraph P@1', ({ measures }) => percent(measures.paragraphPrecisionAt1)],
  ['answered', ({ measures }) => percent(measures.answered)],
  ['of these right', ({ measures }) => percent(measures.answeredRight)],
  ['answered wrongly', ({ measures }) => percent(measures.answeredWrongly)],
  ['AUROC', ({ measures }) => measures.auroc?.toFixed(3) ?? '–'],
  ['p50 ms', ({ measures }) => measures.p50.toFixed(1)],
  ['p95 ms', ({ measures }) => measures.p95.toFixed(1)],
];

/**
 * @param evaluations what was measured of each set
 * @returns a table, a column for each set: names of measures are long, and sets are few
 */
export function tableOf(evaluations: readonly Evaluation[]): string {
  const rows = COLUMNS.map(([title, take]) => [title, ...evaluations.map(take)]);
  const widths = [0, ...evaluations.map((_, index) => index + 1)].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function percent(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(1);
}
