import type { Pair } from '../pair.ts';
import { far, front } from '../standing.ts';

/** What the search engine thinks of a sentence and of its paragraph: BM25, and the place among the others. */
export const ENGINE = {
  score: ({ candidate, inquiry }: Pair) => candidate.score / inquiry.best.score,
  paragraph: ({ candidate, inquiry }: Pair) => candidate.paragraphScore / inquiry.best.paragraphScore,

  /** The place among the others: the first is often right, however little it is ahead. 1, 1/2, 1/3 … */
  paragraphPlace: ({ standing }: Pair) => front(standing.paragraphPlace),

  /** The same more slowly, to tell the tenth from the fortieth. */
  farByParagraph: ({ standing }: Pair) => far(standing.paragraphPlace),
} satisfies Record<string, (pair: Pair) => number>;
