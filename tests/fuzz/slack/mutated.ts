import fc from 'fast-check';
import type { Json } from '../../support/slack-server/json.ts';
import { hostileText } from '../support/hostile.ts';

/** One change of a payload. */
interface Change {
  /** Which of its places, counted round. */
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'nest' | 'repeat' | 'add';
  readonly value: unknown;
}

const polluting = JSON.parse(
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": 1}}}',
);

/** What nobody expects where something else stood, and what was made to be taken for ours. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u200b',
  '0',
  'NaN',
  'T1',
  'T9',
  'U1',
  'U2',
  'C1',
  'D1',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  [{}],
  polluting,
  'x'.repeat(100_000),
  'https://hooks.slack.com.evil.example/x',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'message_changed',
  'bot_message',
  '{"q":"Who opened the sluice gate?","s":"sluice"}',
  '{"q":"and then?","e":[{"q":"Who opened the sluice gate?","a":["sluice","post",0,60]}]}',
  '{"q":"Who opened it?","x":[["sluice","post",-1,1e400]]}',
  '{"q":"Who opened it?","x":[["sluice","post",0,9007199254740991]],"o":["told","context99"]}',
  '{"k":"AAAAAAAAAAAAAAAA"}',
  '{"q":',
  'helpful {"q":5}',
];

/** @returns some changes, which {@link mutated} makes */
export function changes(): fc.Arbitrary<readonly Change[]> {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 3, arbitrary: hostileText() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const how = fc.constantFrom<Change['how']>(
    'drop',
    'drop',
    'replace',
    'replace',
    'replace',
    'nest',
    'repeat',
    'add',
  );
  return fc.array(fc.record({ at: fc.nat(10_000), how, value }), { maxLength: 3 });
}

/** @returns the payload with the changes made, one after the other */
export function mutated(payload: Json, made: readonly Change[]): Json {
  return made.reduce<Json>((before, change) => {
    const copy = structuredClone(before);
    const places = placesIn(copy);
    const place = places[change.at % Math.max(1, places.length)];
    if (place !== undefined) changeAt(place, change);
    return copy;
  }, payload);
}

type Place = readonly [holder: Record<string, unknown>, key: string];

/** As many as are looked at: what was repeated holds the same again. */
const PLACES = 2_000;

function placesIn(payload: unknown): readonly Place[] {
  const places: Place[] = [];
  const holders = [payload];
  for (const holder of holders) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const [key, value] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      holders.push(value);
    }
    if (places.length > PLACES) break;
  }
  return places;
}

/** Deeper than anything that Slack sends, and less deep than what no JSON writer can write. */
const DEEP = 300;

function changeAt([holder, key]: Place, { how, value }: Change): void {
  switch (how) {
    case 'drop':
      delete holder[key];
      return;
    case 'nest':
      holder[key] = Array.from({ length: DEEP }).reduce((inside) => ({ elements: [inside] }), holder[key]);
      return;
    case 'repeat':
      holder[key] = Array.from({ length: 20 }, () => holder[key]);
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
    case 'replace':
      holder[key] = value;
  }
}
