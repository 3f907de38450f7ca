import type { Measured, Run } from '../../bench/results.ts';

/** What might have been measured of one peer. */
export function measuredOf(name: string, more: Partial<Measured> = {}): Measured {
  return {
    name,
    version: '1.2.3',
    setup: 'with a stemmer',
    documentation: 'https://example.org/docs',
    sentences: 1200,
    questions: 400,
    precisionAt1: 0.5,
    mrrAt10: 0.6,
    p50: 1.25,
    p95: 12.5,
    build: 1500,
    held: 25_400_000,
    resident: 60_000_000,
    ...more,
  };
}

/** A run of two peers, of which one is asked fewer questions. */
export function runOf(more: Partial<Run> = {}): Run {
  return {
    set: 'ferry-questions',
    sentences: 1200,
    questions: 400,
    peers: [
      measuredOf('Slowfind', { precisionAt1: 0.3, mrrAt10: 0.4, questions: 50 }),
      measuredOf('Nutgraf', { precisionAt1: 0.75, mrrAt10: 0.8 }),
    ],
    growth: [],
    machine: { node: '20.19.0', processor: 'Quiet Processor <9>', cores: 2 },
    command: 'npm run bench -- path/to/ferry-questions',
    ...more,
  };
}

/** The same peers over growing libraries. */
export const GROWTH: readonly Measured[] = [1000, 10_000, 250_000].flatMap((sentences) => [
  measuredOf('Nutgraf', { sentences, questions: 300, p50: 1, p95: sentences / 5000, held: sentences * 1000 }),
  measuredOf('Slowfind', { sentences, questions: 300, p50: 2, p95: sentences / 500, held: sentences * 900 }),
]);
