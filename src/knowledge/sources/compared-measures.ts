import { type Amount, compared } from './amount.ts';
import type { Measure } from './measured.ts';

/**
 * Holds the numbers of two sentences against each other.
 *
 * @param ours what one measures
 * @param theirs what the other measures
 * @param asked terms of the question: numbers that are compared stand with the same of them
 * @returns `null` where no two measure the same, or it is not clear whether they say the same
 */
export function comparedMeasures(
  ours: readonly Measure[],
  theirs: readonly Measure[],
  asked: ReadonlySet<string>,
): 'same' | 'different' | null {
  const [clear, others] = [unambiguous(ours), unambiguous(theirs)];
  const found = new Set<'same' | 'different' | 'unclear'>();
  for (const one of clear) {
    for (const other of others) {
      const like = likeness(one, other, asked);
      const outcome = like === null ? null : compared(one.amount, other.amount);
      if (outcome === 'same' || (outcome !== null && like === 'alike')) found.add(outcome);
    }
  }
  if (found.has('different')) return found.has('unclear') ? null : 'different';
  return found.has('same') && !found.has('unclear') ? 'same' : null;
}

/** "Rose from 12 to 17": which of the two holds is not for us to say. */
function unambiguous(measures: readonly Measure[]): Measure[] {
  return measures.filter((one) => !measures.some((other) => other !== one && keyOf(other) === keyOf(one)));
}

function keyOf({ unit, counted, fate, side }: Measure): string {
  return [unit, counted, fate, side].join(' ');
}

/** How much of what stands with two numbers must be the same, where neither sides nor fates tell. */
const ALIKE = 0.4;
/** Numbers further apart than this hardly measure the same, unless people died, or a digit is wrong. */
const APART = 10;

/** `alike`: the same thing by every sign; `likely`: nothing speaks against it. */
function likeness(a: Measure, b: Measure, asked: ReadonlySet<string>): 'alike' | 'likely' | null {
  if (a.unit !== b.unit || a.fate === 'several' || b.fate === 'several') return null;
  if (differ(a.side, b.side) || differ(a.fate, b.fate) || differ(a.counted, b.counted)) return null;
  const shared = [...a.about].filter((term) => b.about.has(term));
  const isAsked = shared.some((term) => asked.has(term));
  const told = a.side === b.side && a.fate === b.fate && (a.side !== null || a.fate !== null);
  const near = shared.length >= ALIKE * new Set([...a.about, ...b.about]).size;
  const sameNoun = a.unit !== 'count' || a.side !== null || (a.counted !== null && a.counted === b.counted);
  const alike = a.scope === b.scope && (a.fate !== null || withinReach(a.amount, b.amount));
  if (alike && sameNoun && (told || (a.side === b.side && a.fate === b.fate && near && isAsked)))
    return 'alike';
  return isAsked || told ? 'likely' : null;
}

function withinReach(a: Amount, b: Amount): boolean {
  const [small, large] = [a.value, b.value].sort((x, y) => x - y);
  if (small === undefined || large === undefined) return false;
  // "$4.2 million" and "$4.2 billion".
  return large <= APART * small || (small >= 1e6 && large === 1000 * small);
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}
