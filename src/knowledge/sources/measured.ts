/** What the numbers of a sentence measure, so that only like is held against like. */
import type { Span } from '../answer.ts';
import { contentWords } from '../corpus.ts';
import { clauseOf } from '../evidence/asked-numbers.ts';
import { countsIn, portionsIn, withoutTimesAndShares } from '../evidence/figures.ts';
import { durationsIn, moneyIn } from '../evidence/numbers.ts';
import { type Side, sidesOf } from '../evidence/sides.ts';
import { type Amount, amountOf } from './amount.ts';

type Unit = 'count' | 'share' | 'money' | 'duration';

/** One number of a sentence. */
export interface Measure {
  readonly unit: Unit;
  readonly amount: Amount;
  /** The noun that is counted, as a term; people of all sorts are one. `null` where it cannot be told. */
  readonly counted: string | null;
  /** What became of those who are counted: they died, were hurt, were arrested. */
  readonly fate: string | null;
  readonly side: Side | null;
  /** Whether it is of a year, of each, of a whole country: what makes two numbers two things. */
  readonly scope: string;
  /** Terms of the words that belong to it. */
  readonly about: ReadonlySet<string>;
}

/** Without one of these there is no number; looking for numbers takes 20 times as long. */
const FIGURE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen|half|thirds?|quarters?|hundred|thousand|million|billion|none|nobody|no[ -]one|single)\b/i;
const PEOPLE =
  /^(?:people|person|persons|men and women|victims?|residents?|inhabitants|dead|deaths?|died|killed|fatalities|casualties|lives|injured|injuries|wounded|hurt|arrests?|arrested|missing|of them|toll)$/;
const FATES: readonly (readonly [string, RegExp])[] = [
  ['died', /\b(?:died|dead|dies|die|deaths?|killed|kills|killing|fatalit\w+|lost their lives|death toll)\b/i],
  ['hurt', /\b(?:injur\w+|wounded|hurt)\b/i],
  ['arrested', /\b(?:arrest\w*|detain\w*)\b/i],
  ['missing', /\b(?:missing|unaccounted)\b/i],
  ['evacuated', /\b(?:evacuat\w+|displaced|homeless)\b/i],
  ['rescued', /\b(?:rescu\w+|saved)\b/i],
];
/** Whether a term says what became of people who are counted; the stem of "died" is "dy". */
export function isFate(term: string): boolean {
  return /^(?:dy$|die$|dying|dead|death|kill|fatal|injur|wound|hurt|arrest|detain)/.test(term);
}

/** A part of a number said elsewhere, or what was added to one. */
const PARTLY_BEFORE =
  /\b(?:another|other|additional|further|including|among them|of whom|of which|of the|of its|of those|from) $/i;
const OUT_OF = /\b(?:of|among) (?:those|them|these|the (?:dead|victims|injured|wounded))\b[^;:]*$/i;
const PARTLY_AFTER = /^ (?:more|others?|additional|further|of (?:them|whom|which|those))\b/i;

/**
 * @param text a sentence
 * @param among those of its numbers that matter; `null` for all
 * @returns what each measures that can be compared
 */
export function measuresIn(text: string, among: readonly Span[] | null): Measure[] {
  if (!FIGURE.test(text) || among?.length === 0) return [];
  return [
    ...taken(
      'share',
      text,
      portionsIn(text).filter(({ start, end }) => isShare(text.slice(start, end))),
      among,
    ),
    ...taken('money', text, moneyIn(text), among),
    ...taken('duration', text, durationsIn(text), among),
    ...taken(
      'count',
      text,
      withoutTimesAndShares(text, countsIn(text)).filter(
        (span) => !isShare(text.slice(span.start, span.end)),
      ),
      among,
    ),
  ];
}

function isShare(words: string): boolean {
  return /%|per ?cent|percentage|\b(?:half|thirds?|quarters?|fifths?)\b/i.test(words);
}

function taken(unit: Unit, text: string, spans: readonly Span[], among: readonly Span[] | null): Measure[] {
  const sides = sidesOf(text, spans);
  return spans.flatMap((span, index) => {
    const matters = among === null || among.some(({ start, end }) => start < span.end && span.start < end);
    const partly =
      OUT_OF.test(text.slice(0, span.start)) ||
      PARTLY_BEFORE.test(text.slice(0, span.start)) ||
      PARTLY_AFTER.test(text.slice(span.end));
    const amount = amountOf(text.slice(span.start, span.end));
    if (!matters || partly || amount === null) return [];
    const clause = clauseOf(text, spans, index);
    const behind = text.slice(span.end, spans[index + 1]?.start);
    const about = new Set(
      contentWords(clause)
        .filter(({ word }) => !FRAME.test(word))
        .map(({ term }) => term),
    );
    return [
      {
        unit,
        amount,
        counted: countedIn(behind),
        fate: fateIn(clause),
        side: sides[index] ?? null,
        scope: scopeIn(text.slice(span.start)),
        about,
      },
    ];
  });
}

/** Who says it and when. */
const FRAME =
  /^(?:said|says|told|officials?|police|authorities|coroner|spokes\w+|according|\w+day|least|total|now|risen|rose|far)$/;
const SCOPE =
  /\b(?:(?:a|an|per|each|every) (?:year|month|week|day|hour|person|head|ticket|night|mile)|annually|yearly|monthly|daily|hourly|each|nationwide|statewide|worldwide|across the (?:country|state|county|region|world)|this year|since \d{4})\b/gi;

function scopeIn(text: string): string {
  return [...text.matchAll(SCOPE)]
    .map(([words]) => words.toLowerCase())
    .sort()
    .join(', ');
}

/** The first word behind a number that says something. */
function countedIn(behind: string): string | null {
  const noun = contentWords(behind.split(/[;:,.—]/)[0] ?? '')[0];
  if (!noun || noun.start > 12 || /^(?:against|favou?r|yes|no|ayes?|nays?|opposed)$/.test(noun.word))
    return null;
  return PEOPLE.test(noun.word) ? 'people' : noun.term;
}

function fateIn(clause: string): string | null {
  const told = FATES.filter(([, pattern]) => pattern.test(clause)).map(([name]) => name);
  return told.length === 1 ? (told[0] ?? null) : told.length === 0 ? null : 'several';
}
