import fc from 'fast-check';
import type { Json } from '../../support/discord-server/json.ts';
import { hostileText } from '../support/hostile.ts';
import { mutations, POLLUTING } from '../support/mutations.ts';

/** What nobody expects where something else stood. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  'NaN',
  '201',
  '300',
  '500',
  '600',
  '../600',
  '%2e%2e/600',
  '600/messages',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  [{}],
  { id: '1' },
  'x'.repeat(100_000),
  '9'.repeat(30), // biome-ignore format: one list of values
  POLLUTING,
];

/** @returns whatever JSON can hold */
export function anything(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 2, arbitrary: hostileText() },
    { weight: 1, arbitrary: fc.integer() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

/** Changes of what Discord sends. */
export const { changes, mutated } = mutations<Json>({
  value: anything(),
  most: 4,
  nestedIn: 'components',
  levels: 50,
  times: 3,
});
