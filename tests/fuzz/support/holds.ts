import fc from 'fast-check';
import { watched } from '../../support/watchdog.ts';

/**
 * How often each property is tried, and from which seed. `npm test` tries the same few hundred inputs every
 * time, so that a change is judged by itself; `npm run fuzz` tries others each time, and more of them.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const SEED = process.env.FUZZ_SEED === undefined ? 20_261_126 : Number(process.env.FUZZ_SEED);

/** What is known of a property besides the property itself. */
export interface Known<Input> {
  /** Inputs that it once did not hold for. They are tried first, every time. */
  readonly kept?: readonly Input[];
  /** Of the runs, how many this one takes, from 0 to 1: for properties whose every run costs much. */
  readonly share?: number;
}

/**
 * Holds a property against inputs that are made up, each within a budget of time (`tests/support/watchdog.ts`).
 *
 * @param input what makes the inputs
 * @param property throws where it does not hold
 */
export function holds<Input>(
  input: fc.Arbitrary<Input>,
  property: (made: Input) => void,
  known: Known<Input> = {},
): void {
  fc.assert(
    fc.property(input, (made) => watched(made, () => property(made))),
    parameters(known),
  );
}

/** The same for what is not done at once. */
export async function holdsLater<Input>(
  input: fc.Arbitrary<Input>,
  property: (made: Input) => Promise<void>,
  known: Known<Input> = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(input, (made) => watched(made, () => property(made))),
    parameters(known),
  );
}

function parameters<Input>({ kept = [], share = 1 }: Known<Input>): fc.Parameters<[Input]> {
  return {
    seed: SEED,
    numRuns: Math.max(10, Math.round(RUNS * share)) + kept.length,
    examples: kept.map((each) => [each] as [Input]),
    endOnFailure: false,
    interruptAfterTimeLimit: 600_000,
  };
}
