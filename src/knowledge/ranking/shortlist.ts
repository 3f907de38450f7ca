import type { Corpus } from '../corpus.ts';
import type { Candidate } from '../search/engine.ts';
import { type Held, type Holding, heldOf } from './held.ts';
import { type Inquiry, standingOf } from './inquiry.ts';
import { cosinesAround, type Likenesses } from './likeness.ts';
import { far, front } from './standing.ts';

/** What is known of a candidate before anything is read in it. */
interface Sketch {
  readonly candidate: Candidate;
  readonly inquiry: Inquiry;
  readonly share: Held['share'];
  readonly cosine: number;
  readonly cosineParagraph: number;
}

/**
 * How many candidates are judged in full. Of the right sentences of `train-wiki` 99.5 % are among them, and the
 * first in rank is as often right as when all some 55 are judged, for half of the time.
 */
const AT_MOST = 24;

/** Learned on `train-wiki` as the ranker's are; they only have to keep the right one among so many. */
const WEIGHTS: readonly (readonly [weight: number, of: (sketch: Sketch) => number])[] = [
  [2.1, ({ share }) => share.here],
  [2.9, ({ share }) => share.around],
  [2.0, ({ share }) => share.paragraph],
  [4.7, ({ share }) => share.headline],
  [1.4, ({ candidate, inquiry }) => candidate.score / inquiry.best.score],
  [0.9, ({ candidate, inquiry }) => candidate.paragraphScore / inquiry.best.paragraphScore],
  [0.6, ({ candidate, inquiry }) => front(standingOf(inquiry, candidate.sentence).paragraphPlace)],
  [-1.7, ({ candidate, inquiry }) => far(standingOf(inquiry, candidate.sentence).cosinePlace)],
  [2.1, ({ cosine }) => cosine],
  [2.9, ({ cosineParagraph }) => cosineParagraph],
  // Set by hand: as much as the two before it, of which it is the better judge.
  [5, ({ candidate, inquiry }) => inquiry.deep?.cosines.get(candidate.sentence) ?? 0],
];

/**
 * Picks the candidates that are worth judging in full.
 *
 * @param inquiry the question
 * @param candidates all candidates
 * @param corpus the library
 * @param known what has been looked up for the inquiry
 * @returns the best by a rough sum, in no order
 */
export function shortlisted(
  inquiry: Inquiry,
  candidates: readonly Candidate[],
  corpus: Corpus,
  known: { readonly holding: Holding; readonly cosine: Likenesses },
): readonly Candidate[] {
  if (candidates.length <= AT_MOST) return candidates;
  const rough = candidates.map((candidate) => {
    const { sentence } = candidate;
    const here = known.holding.holds(sentence);
    const { share } = heldOf(inquiry, sentence, corpus, here, known.holding);
    const { cosine, paragraph: cosineParagraph } = cosinesAround(sentence, corpus, known.cosine);
    const sketch = { candidate, inquiry, share, cosine, cosineParagraph };
    return { candidate, sum: WEIGHTS.reduce((sum, [weight, of]) => sum + weight * of(sketch), 0) };
  });
  rough.sort((a, b) => b.sum - a.sum || a.candidate.sentence - b.candidate.sentence);
  return rough.slice(0, AT_MOST).map(({ candidate }) => candidate);
}
