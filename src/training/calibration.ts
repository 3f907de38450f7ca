import { chanceOf, type Judged, type Odds } from './confidence.ts';

/** Answers that were given with about the same confidence. */
export interface Step {
  /** Mean confidence, 0 to 1. */
  readonly confidence: number;
  /** The share of them that is right, 0 to 1. */
  readonly right: number;
  readonly answers: number;
}

const STEPS = 10;

/** @returns what confidence was worth, in steps of a tenth, lowest first */
export function calibrationOf(odds: Odds, judged: readonly Judged[]): Step[] {
  const steps = Array.from({ length: STEPS }, (): { chance: number; right: boolean }[] => []);
  for (const one of judged) {
    const chance = chanceOf(odds, one);
    steps[Math.min(STEPS - 1, Math.floor(chance * STEPS))]?.push({ chance, right: one.right });
  }
  const share = (sum: number, of: number) => Math.round((sum / of) * 1000) / 1000;
  return steps
    .filter((step) => step.length > 0)
    .map((step) => ({
      confidence: share(
        step.reduce((sum, { chance }) => sum + chance, 0),
        step.length,
      ),
      right: share(step.filter(({ right }) => right).length, step.length),
      answers: step.length,
    }));
}
