import { isLabel } from '../../speaker.ts';
import { beginsPlainly, type Head, type HeadForm, headsOf, isCapitals } from './heads.ts';
import { eachSaid, type Item, said, textsOf } from './items.ts';
import { STAMP } from './stamp.ts';

/** Chooses, for a line, the head that it begins with. */
type Reading = (text: string) => Head | null;

const MARKED = /^(?:>{2,3})\s*/;
const DASHED = /^[-–—]\s+/;
const STAMPED = new RegExp(`^${STAMP}\\s+`);

/**
 * Marks where speakers begin. What one line shows is not enough ("Remember this: …"): a form is trusted
 * when other lines have it too.
 *
 * @param items divided as far as they can be
 * @param timed whether they are captions, where a dash is a change of speakers and no list
 */
export function withTurns(items: readonly Item[], timed: boolean): Item[] {
  const texts = textsOf(items);
  const read = readingOf(texts);
  const marked = texts.filter((text) => MARKED.test(text)).length > 1;
  const dashed = timed && texts.filter((text) => DASHED.test(text)).length > 1;
  const stamped = texts.filter((text) => STAMPED.test(text)).length > Math.max(2, texts.length / 2);
  const turn = (text: string): Item[] => [{ at: 'turn', speaker: null }, ...said(text)];
  return eachSaid(items, (text, { afterSpaces }) => {
    const head = read(text);
    if (head) return [{ at: 'turn', speaker: head.name }, ...said(head.rest)];
    // A note about the transcript is not said by whoever spoke last.
    if (isNote(text)) return turn(text);
    const bare = stamped ? text.replace(STAMPED, '') : text;
    if (marked && MARKED.test(bare)) return turn(bare.replace(MARKED, ''));
    if (dashed && DASHED.test(bare)) return turn(bare.replace(DASHED, ''));
    return said(bare, afterSpaces);
  });
}

function isNote(text: string): boolean {
  const label = /^([^:]{1,30}):\s/.exec(text)?.[1];
  return label !== undefined && isLabel(label);
}

function readingOf(texts: readonly string[]): Reading {
  const found = texts.map(headsOf);
  const certain = [colonReading(found), stampReading(found), letterReading(found), bracketReading(found)];
  const sure = (text: string) => first(certain, text);
  // Names without a mark are looked for only where hardly any has one.
  if (texts.filter((text) => sure(text)).length > 1) return sure;
  const alone = aloneReading(texts, found);
  const capitals = capitalsReading(texts, found);
  return (text) => first([...certain, alone, capitals], text);
}

function first(readings: readonly Reading[], text: string): Head | null {
  for (const read of readings) {
    const head = read(text);
    if (head) return head;
  }
  return null;
}

const NOTHING: Reading = () => null;

function ofForm(heads: readonly Head[], form: HeadForm): Head[] {
  return heads.filter((head) => head.form === form);
}

function counted(heads: readonly Head[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of heads) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * A name in capitals, one that comes back, or, where there are no capitals, one of several: "Remember
 * this: …" and "SPOILER: …" are alone of their kind.
 */
function colonReading(found: readonly Head[][]): Reading {
  const heads = ofForm(found.flat(), 'colon');
  const counts = counted(heads);
  const names = [...counts.keys()];
  const often = (name: string) => (counts.get(name) ?? 0) > 1;
  const capitals = names.some((name) => name.length > 1 && isCapitals(name));
  const several = !capitals && names.length > 1;
  const accepted = ({ name, sure }: Head) => {
    if (!sure) return often(name) && !beginsPlainly(name);
    if (isCapitals(name)) return heads.length > 1 || found.length < 3;
    return (often(name) && several) || (!beginsPlainly(name) && (often(name) || several));
  };
  return (text) => ofForm(headsOf(text), 'colon').find(accepted) ?? null;
}

function stampReading(found: readonly Head[][]): Reading {
  if (ofForm(found.flat(), 'stamp').length < 2) return NOTHING;
  return (text) => ofForm(headsOf(text), 'stamp')[0] ?? null;
}

/** Some interviews change between "Q:", "Q." and "Q -": a question of any of them counts for all. */
function letterReading(found: readonly Head[][]): Reading {
  const all = found.flat();
  const questions = [...ofForm(all, 'letter'), ...ofForm(all, 'colon')].filter(({ name }) => name === 'Q');
  if (questions.length < 2) return NOTHING;
  return (text) => ofForm(headsOf(text), 'letter')[0] ?? null;
}

/** Sounds stand in brackets too: of names two come, and one comes back. */
function bracketReading(found: readonly Head[][]): Reading {
  const counts = counted(ofForm(found.flat(), 'bracket'));
  // One by one: as arguments of one call, 120,000 names are more than the stack holds.
  if (counts.size < 2 || ![...counts.values()].some((count) => count > 1)) return NOTHING;
  return (text) => ofForm(headsOf(text), 'bracket')[0] ?? null;
}

/** Lines that hold a name and nothing else: some come back, and each has something said under it. */
function aloneReading(texts: readonly string[], found: readonly Head[][]): Reading {
  const above = found.map((heads, index) => {
    const next = found[index + 1];
    const spoken = next !== undefined && ofForm(next, 'alone').length === 0;
    return spoken ? ofForm(heads, 'alone') : [];
  });
  const counts = counted(above.flat());
  const often = [...counts.values()].filter((count) => count > 1).length;
  const inCapitals = [...counts.keys()].filter((name) => isCapitals(name) && / /.test(name)).length;
  if (counts.size < 2 || (often === 0 && inCapitals < 2)) return NOTHING;
  const accepted = new Set(
    [...counts.keys()].filter(
      (name) => (counts.get(name) ?? 0) > 1 || isCapitals(name) || (often > 0 && isFullName(name)),
    ),
  );
  const lines = new Set(texts.filter((_, index) => above[index]?.some(({ name }) => accepted.has(name))));
  return (text) => (lines.has(text) ? (ofForm(headsOf(text), 'alone')[0] ?? null) : null);
}

function isFullName(name: string): boolean {
  const words = name.split(' ');
  return words.length > 1 && words.length < 5 && !beginsPlainly(name);
}

/** Names in capitals before what is said: they come back, or there are several of two words. */
function capitalsReading(texts: readonly string[], found: readonly Head[][]): Reading {
  const counts = counted(ofForm(found.flat(), 'capitals'));
  const often = (name: string) => (counts.get(name) ?? 0) > 1;
  const read: Reading = (text) => {
    const heads = ofForm(headsOf(text), 'capitals').filter(({ name }) => !ENDS_IN_WORD.test(name));
    const known = heads.find(({ name }) => often(name));
    return known ?? heads.find(({ name }) => / /.test(name)) ?? null;
  };
  const names = texts.map((text) => read(text)?.name).filter((name) => name !== undefined);
  const share = names.length / texts.length;
  const several = new Set(names).size > 1 || names.length > 2;
  return several && share >= LEAST_SHARE ? read : NOTHING;
}

/** "ALINA MOSS I think", "ALINA MOSS U.S. officials": the last is no part of the name. */
const ENDS_IN_WORD = /(?:^| )(?:I|A|OK|TV|U\.S\.|U\.K\.|U\.N\.|E\.U\.|US|UK|UN|EU|NO|YES)$/;

/** Of the lines of a transcript; wrapped ones have about seven lines to a turn. */
const LEAST_SHARE = 0.12;
