import type { Corpus } from '../../corpus.ts';
import { type Hit, picked } from '../candidates.ts';
import { CANDIDATES, type Candidate } from '../engine.ts';

/** A paragraph that was found, with its sentences that hold a term, as indexes into the corpus. */
export interface FoundParagraph extends Hit {
  readonly sentences: readonly Hit[];
}

/** Takes what is found, and keeps what may be needed to pick candidates. */
export interface Collector {
  /** Whether a sentence with this sum of its own score and its paragraph's may still be among the best. */
  mayBeSentence(sum: number): boolean;
  mayBeParagraph(score: number): boolean;
  add(paragraph: FoundParagraph): void;
  candidates(corpus: Corpus): Candidate[];
}

/** Beyond them the order shows in which terms were added up. */
const DIGITS = 9;
/** Scores that are nearer to each other than this may be equal when they are rounded. */
const NEAR = 1e-8;

/** @returns a collector, empty */
export function collecting(): Collector {
  const [sums, scores] = [highest(CANDIDATES.sentences), highest(CANDIDATES.paragraphs)];
  const mayBeSentence = (sum: number) => sum >= sums.lowest() - NEAR;
  const mayBeParagraph = (score: number) => score >= scores.lowest() - NEAR;
  const taken: { readonly paragraph: FoundParagraph; readonly best: number }[] = [];

  return {
    mayBeSentence,
    mayBeParagraph,
    add(paragraph) {
      let best = Number.NEGATIVE_INFINITY;
      for (const { score } of paragraph.sentences) {
        const sum = score + CANDIDATES.paragraphWeight * paragraph.score;
        sums.add(sum);
        best = Math.max(best, sum);
      }
      scores.add(paragraph.score);
      taken.push({ paragraph, best });
    },
    candidates(corpus) {
      const left = taken.flatMap(({ paragraph, best }) =>
        mayBeSentence(best) || mayBeParagraph(paragraph.score) ? [paragraph] : [],
      );
      const sentences = left.flatMap((paragraph) => paragraph.sentences);
      return picked(corpus, sentences.map(rounded), left.map(rounded));
    },
  };
}

function rounded({ at, score }: Hit): Hit {
  return { at, score: Number(score.toFixed(DIGITS)) };
}

/** Keeps the highest numbers that are added, and tells the lowest of them: 0 until there are enough. */
function highest(most: number): { add(value: number): void; lowest(): number } {
  const sorted = new Float64Array(most);
  return {
    add(value) {
      if (value <= (sorted[0] ?? 0)) return;
      let at = 1;
      for (; at < most && (sorted[at] ?? 0) < value; at += 1) sorted[at - 1] = sorted[at] ?? 0;
      sorted[at - 1] = value;
    },
    lowest: () => sorted[0] ?? 0,
  };
}
