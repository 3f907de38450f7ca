import { isLabel, NAME_FORM } from '../../speaker.ts';
import { beginsPlainly, headsOf, isCapitals } from './heads.ts';
import { eachSaid, type Item, said, textsOf } from './items.ts';

const AFTER_END = String.raw`(?=\p{L})(?<=[.?!…"”’)\]–—-]\s{1,9})`;
const COLON = new RegExp(
  String.raw`${AFTER_END}(?<name>${NAME_FORM})(?:, [^:.?!\n]{2,60})?(?:\s*\([^()\n]{1,160}\))?:(?=\s)`,
  'gu',
);
/** Two words in capitals before a sentence; one may be any abbreviation: "NASA The …". */
const CAPITALS = new RegExp(
  String.raw`${AFTER_END}(?<name>(?:\p{Lu}[\p{Lu}\p{M}.'’-]+)(?: \p{Lu}[\p{Lu}\p{M}.'’-]+){1,3})(?=,? (?:\p{Lu}\p{Ll}|I['’ ]))`,
  'gu',
);
/** "Q. Who ordered it? A. The mayor did." */
const LETTERS = new RegExp(
  String.raw`${AFTER_END}(?<name>Q|A)(?:[.)]|\s?[-–—])\s+(?=[“"‘']?[\p{Lu}\p{N}])`,
  'gu',
);
const LETTER_AT_START = /^(?:Q|A)(?:[.):]|\s?[-–—])\s/;
const MARK = /(?<=\s)(?=>{2,3}\s?\S)/g;

/** Divides a line before each speaker who begins inside it: some transcripts arrive on one line. */
export function dividedAtSpeakers(items: readonly Item[]): Item[] {
  const texts = textsOf(items);
  const counts = countsOf(texts);
  return eachSaid(items, (text, { afterSpaces }) => {
    const marks = [...text.matchAll(MARK)].map(({ index }) => index);
    const from = Math.max(1, headEnd(text));
    const inside = [...marks, ...speakersIn(text, counts)].filter((index) => index >= from);
    const cuts = [0, ...new Set(inside)].sort((one, other) => one - other);
    return cuts.flatMap((cut, index) => said(text.slice(cut, cuts[index + 1]), index === 0 && afterSpaces));
  });
}

/** The "Jane Doe" of "Dr. Jane Doe: …" begins nothing. */
function headEnd(text: string): number {
  const head = headsOf(text).find(({ form }) => form === 'colon' || form === 'stamp');
  return head === undefined ? 0 : text.length - head.rest.length;
}

function speakersIn(text: string, counts: ReadonlyMap<string, number>): number[] {
  const often = (name: string) => (counts.get(name) ?? 0) > 1;
  const colons = [...text.matchAll(COLON)].filter(({ groups: { name = '' } = {} }) => {
    const bare = withoutRole(name);
    return !isLabel(bare) && (isCapitals(bare) || (often(bare) && !beginsPlainly(bare)));
  });
  // Once a line begins with a name in capitals that comes back, another may come but once.
  const trusted = headsOf(text).some(
    ({ form, name }) => form === 'capitals' && / /.test(name) && often(name),
  );
  const capitals = [...text.matchAll(CAPITALS)].filter(
    ({ groups: { name = '' } = {} }) => trusted || often(name),
  );
  // "He got an A. The class" divides nothing where no line asks or answers by its letter.
  const asked = (counts.get('Q') ?? 0) > 1 && LETTER_AT_START.test(text);
  const letters = asked ? [...text.matchAll(LETTERS)] : [];
  return [...colons, ...capitals, ...letters].map(({ index }) => index);
}

/** How often a name begins something, at the beginning of a line or inside one. */
function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const text of texts) {
    for (const name of new Set(headsOf(text).map((head) => head.name))) add(name);
    for (const { groups } of text.matchAll(COLON)) add(withoutRole(groups?.name ?? ''));
    for (const { groups } of text.matchAll(CAPITALS)) add(groups?.name ?? '');
    for (const { groups } of text.matchAll(LETTERS)) add(groups?.name ?? '');
  }
  return counts;
}

function withoutRole(name: string): string {
  const [bare = ''] = name.split(', ');
  const bracket = bare.indexOf('(');
  return bracket < 0 ? bare : bare.slice(0, bracket).trimEnd();
}
