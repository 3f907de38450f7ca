/** What became of one question. */
export interface Outcome {
  readonly answerable: boolean;
  /** Place of the first right sentence among the ten best, from 0; `null` when none of them is. */
  readonly rightAt: number | null;
  /** Whether the best sentence lies in the right paragraph; `null` where that is not known. */
  readonly inParagraph: boolean | null;
  /** Confidence of the best sentence, 0 to 1; 0 when nothing was found. */
  readonly confidence: number;
  /** In ms. */
  readonly took: number;
}

/** Shares are from 0 to 1; `null` where there is nothing to take a share of. */
export interface Measures {
  readonly questions: number;
  readonly answerable: number;
  /** Share of answerable questions whose best sentence is right. */
  readonly precisionAt1: number | null;
  /** Share with a right sentence among the five best. */
  readonly recallAt5: number | null;
  /** Mean of 1/place of the first right sentence, 0 beyond the tenth (mean reciprocal rank). */
  readonly mrrAt10: number | null;
  readonly paragraphPrecisionAt1: number | null;
  /** Share of answerable questions that are answered, and of those answers the right ones. */
  readonly answered: number | null;
  readonly answeredRight: number | null;
  /** Share of unanswerable questions that are answered all the same. */
  readonly answeredWrongly: number | null;
  /** How well confidence tells answerable questions from others: area under the ROC curve. */
  readonly auroc: number | null;
  /** Answers by confidence in tenths: how many there are, their mean confidence, the share of right ones. */
  readonly reliability: readonly Reliability[];
  /** In ms. */
  readonly p50: number;
  readonly p95: number;
}

export interface Reliability {
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/**
 * @param outcomes what became of each question
 * @param answerFrom the confidence from which a sentence is shown as the answer
 * @returns what is measured over them
 */
export function measure(outcomes: readonly Outcome[], answerFrom: number): Measures {
  const [known, unknown] = [outcomes.filter(isAnswerable), outcomes.filter((one) => !isAnswerable(one))];
  const shown = (some: readonly Outcome[]) => some.filter(({ confidence }) => confidence >= answerFrom);
  const isRight = ({ rightAt }: Outcome) => rightAt === 0;
  const times = outcomes.map(({ took }) => took).sort((a, b) => a - b);
  return {
    questions: outcomes.length,
    answerable: known.length,
    precisionAt1: share(known, isRight),
    recallAt5: share(known, ({ rightAt }) => rightAt !== null && rightAt < 5),
    mrrAt10: mean(known.map(({ rightAt }) => (rightAt === null ? 0 : 1 / (rightAt + 1)))),
    paragraphPrecisionAt1: share(
      known.filter(({ inParagraph }) => inParagraph !== null),
      ({ inParagraph }) => inParagraph === true,
    ),
    answered: share(known, ({ confidence }) => confidence >= answerFrom),
    answeredRight: share(shown(known), isRight),
    answeredWrongly: share(unknown, ({ confidence }) => confidence >= answerFrom),
    auroc: auroc(
      known.map(({ confidence }) => confidence),
      unknown.map(({ confidence }) => confidence),
    ),
    reliability: reliability(outcomes),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

const isAnswerable = ({ answerable }: Outcome) => answerable;

function share<T>(all: readonly T[], which: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(which).length / all.length;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

/**
 * The chance that a positive scores higher than a negative, a tie counting half (Mann–Whitney U; Hanley and
 * McNeil 1982, https://doi.org/10.1148/radiology.143.1.7063747).
 *
 * @returns 0 to 1; `null` when there are none of either
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const sorted = [...negatives].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = sorted[middle] ?? 0;
      if (one < value || (orEqual && one === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = positives.map((value) => (below(value, false) + below(value, true)) / 2);
  return wins.reduce((total, won) => total + won, 0) / (positives.length * negatives.length);
}

function reliability(outcomes: readonly Outcome[]): Reliability[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    return {
      count: own.length,
      confidence: mean(own.map(({ confidence }) => confidence)) ?? 0,
      right: share(own, ({ rightAt }) => rightAt === 0) ?? 0,
    };
  });
}

/** @param sorted in rising order */
function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}
