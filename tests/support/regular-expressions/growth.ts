import { analyse } from 'scslre';
import { attacksOn, textOf } from './attacks.ts';
import { compile } from './program.ts';
import { stepsOf } from './steps.ts';

/** Sizes of a text that is tried at first, and of one that has to prove it, in UTF-16 code units. */
const FIRST = [250, 500] as const;
const PROOF = [1_000, 2_000] as const;
/** Twice the text takes twice the steps, and four times where they grow as its square: between the two. */
const MOST_GROWTH = 2.7;
/** As many steps as are counted. The square of the longest text has as many. */
const MOST_STEPS = 4_000_000;
/** Fewer steps than this for each character are no growth to speak of. */
const FEW_STEPS = 5;

/**
 * By what an expression can be made to take more steps than in proportion to its text.
 *
 * Two ways of looking, since neither sees everything: `scslre` proves from the form, and knows texts that repeat
 * one character; the other counts the steps of a matcher for texts that repeat pieces of what the expression fits.
 *
 * @returns what was found, in words; `null` where nothing was
 */
export function growthOf(source: string, flags: string): string | null {
  const report = analyse({ source, flags }, { maxReports: 1 }).reports[0];
  if (report) return `${report.type} of ${JSON.stringify(report.character.pick)}`;
  const compiled = compile(source, flags);
  const grows = (text: (size: number) => string, [small, large]: readonly [number, number]): boolean => {
    const few = stepsOf(compiled, text(small), MOST_STEPS);
    if (few < FEW_STEPS * small) return false;
    return few === Number.POSITIVE_INFINITY || stepsOf(compiled, text(large), MOST_STEPS) / few > MOST_GROWTH;
  };
  for (const attack of attacksOn(compiled, flags)) {
    const text = (size: number) => textOf(attack, size);
    if (grows(text, FIRST) && grows(text, PROOF)) return `steps for ${JSON.stringify(attack)}`;
  }
  return null;
}
