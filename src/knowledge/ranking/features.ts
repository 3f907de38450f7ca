import { AROUND } from './features/around.ts';
import { DEEP } from './features/deep.ts';
import { ENGINE } from './features/engine.ts';
import { FORM } from './features/form.ts';
import { KIND_FEATURES } from './features/kind.ts';
import { MEANING } from './features/meaning.ts';
import { ORDER } from './features/order.ts';
import { WORDS } from './features/words.ts';
import type { Pair } from './pair.ts';

/**
 * What can be said of a question and a sentence as one number. Each is small, pure, and on a scale from
 * -1 to 1, so that weights can be compared.
 */
export const FEATURES: Readonly<Record<string, (pair: Pair) => number>> = {
  ...WORDS,
  ...AROUND,
  ...ENGINE,
  ...ORDER,
  ...FORM,
  ...KIND_FEATURES,
  ...MEANING,
  ...DEEP,
};
