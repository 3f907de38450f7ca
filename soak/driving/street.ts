import type { Question } from '../counting/tally.ts';
import type { Asked } from './questions.ts';

/** A way to ask. */
export interface Way {
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  /** @returns what was asked; `null` where there is nothing yet that it could be asked about */
  ask(asked: Asked): Question | null;
}

/** Where people ask, in several ways. */
export interface Street {
  readonly ways: readonly Way[];
}
