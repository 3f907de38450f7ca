import fc from 'fast-check';

/** One change of a value that JSON can hold. */
interface Change {
  /** Which of its places, counted round. */
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'nest' | 'repeat' | 'add';
  readonly value: unknown;
}

/** What a platform's values are changed to. */
export interface Kind {
  /** What stands where something else stood. */
  readonly value: fc.Arbitrary<unknown>;
  /** How many changes at most. */
  readonly most: number;
  /** The field that levels are put into, and how many of them. */
  readonly nestedIn: string;
  readonly levels: number;
  /** How often a value stands in its own place, in a list. */
  readonly times: number;
}

type Place = readonly [holder: Record<string, unknown>, key: string];

/** As many as are looked at: what was repeated holds the same again. */
const PLACES = 2_000;
const HOW: readonly Change['how'][] = [
  'drop',
  'drop',
  'replace',
  'replace',
  'replace',
  'nest',
  'repeat',
  'add',
];

/** A `__proto__` of its own, which comes of JSON only. */
export const POLLUTING: unknown = JSON.parse(
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
);

/**
 * @param kind what a platform's values are changed to
 * @returns `changes`, which makes some, and `mutated`, which makes them in a value, one after the other
 */
export function mutations<Value>({ value, most, nestedIn, levels, times }: Kind) {
  function changeAt([holder, key]: Place, { how, value: put }: Change): void {
    switch (how) {
      case 'drop':
        delete holder[key];
        return;
      case 'nest':
        holder[key] = Array.from({ length: levels }).reduce(
          (inside) => ({ [nestedIn]: [inside] }),
          holder[key],
        );
        return;
      case 'repeat':
        holder[key] = Array.from({ length: times }, () => holder[key]);
        return;
      case 'add':
        // As JSON has it: `__proto__` is a name as any other.
        Object.defineProperty(holder, '__proto__', {
          value: put,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        return;
      case 'replace':
        holder[key] = put;
    }
  }

  return {
    changes: (): fc.Arbitrary<readonly Change[]> =>
      fc.array(fc.record({ at: fc.nat(10_000), how: fc.constantFrom(...HOW), value }), { maxLength: most }),
    mutated: (before: Value, made: readonly Change[]): Value =>
      made.reduce((last, change) => {
        const copy = structuredClone(last);
        const places = placesIn(copy);
        const place = places[change.at % Math.max(1, places.length)];
        if (place !== undefined) changeAt(place, change);
        return copy;
      }, before),
  };
}

function placesIn(value: unknown): readonly Place[] {
  const places: Place[] = [];
  const holders = [value];
  for (const holder of holders) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const [key, inside] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      holders.push(inside);
    }
    if (places.length > PLACES) break;
  }
  return places;
}
