import fc from 'fast-check';
import type { Json } from '../../support/discord-server/json.ts';
import { hostileText } from '../support/hostile.ts';

/** One change of a value that JSON can hold. */
interface Change {
  /** Which of its places, counted round. */
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'nest' | 'repeat' | 'add';
  readonly value: unknown;
}

const DEEP = 50;
const deep = (value: unknown): unknown =>
  Array.from({ length: DEEP }).reduce((inside) => ({ components: [inside] }), value);

/** What nobody expects where something else stood. A `__proto__` of its own comes of JSON only. */
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
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
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

/** @returns some changes, which {@link mutated} makes */
export function changes(): fc.Arbitrary<readonly Change[]> {
  const how = fc.constantFrom('drop', 'drop', 'replace', 'replace', 'replace', 'nest', 'repeat', 'add');
  const change = fc.record({ at: fc.nat(10_000), how, value: anything() });
  return fc.array(change as fc.Arbitrary<Change>, { maxLength: 4 });
}

/** @returns the value with the changes made, one after the other */
export function mutated(value: Json, made: readonly Change[]): Json {
  return made.reduce<Json>((before, change) => {
    const copy = structuredClone(before);
    const places = placesIn(copy);
    const place = places[change.at % Math.max(1, places.length)];
    if (place !== undefined) changeAt(place, change);
    return copy;
  }, value);
}

type Place = readonly [holder: Record<string, unknown>, key: string];

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

function changeAt([holder, key]: Place, { how, value }: Change): void {
  switch (how) {
    case 'drop':
      delete holder[key];
      return;
    case 'nest':
      holder[key] = deep(holder[key]);
      return;
    case 'repeat':
      holder[key] = Array.from({ length: 3 }, () => holder[key]);
      return;
    case 'add':
      // As JSON has it: `__proto__` is a name as any other.
      Object.defineProperty(holder, '__proto__', {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return;
    default:
      holder[key] = value;
  }
}
