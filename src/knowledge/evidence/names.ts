/** Spans of a text that name a person, an organisation or a place. Offsets are UTF-16 code units. */
import type { Span } from '../answer.ts';
import { STARTERS } from '../words/abbreviations.ts';
import { FUNCTION_WORDS } from '../words/function-words.ts';
import { spansOf } from './spans.ts';

const STATES = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island
South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming Ala. Ariz. Ark.
Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C.
N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Va. Vt. Wash. W.Va. Wis. Wyo. D.C.`;
const REGIONS = `Europe Asia Africa America North_America South_America Latin_America Australia Antarctica Oceania
Middle_East U.S. US USA U.K. UK EU Britain England Scotland Wales United_States United_Kingdom`;

/** A run of words with capitals, and the small words that names hold together. */
const NAME =
  /\b\p{Lu}[\p{L}\p{M}'’.-]*(?:(?: (?:of|the|and|for|de|del|da|di|van|von|der|bin|al|&|du|la|le))? (?=\p{Lu})\p{Lu}[\p{L}\p{M}\p{N}'’-]*)*/gu;
/** Last (or only) words of what is no person. */
const NO_PERSON =
  /(?:Union|Board|Authority|Ministry|Administration|Federation|Foundation|Office|Store|Service|Department|Company|Corp|Inc|Court|University|College|School|Street|Avenue|City|County|State|States|House|Senate|Congress|Party|Committee|Council|Commission|Agency|Bureau|Center|Centre|Institute|Association|Group|Bank|Press|Times|Post|News|League|Church|Act|Bill|War|Day|Conference|Championship|Cup|Museum|Park|River|Lake|Mountains?|Island|Islands|Ocean|Sea|Empire|Kingdom|Republic)s?$/;
const ROLES =
  /\b(?:officials?|spokes\w+|presidents?|directors?|managers?|workers?|employees?|experts?|leaders?|chiefs?|members?|police|officers?|ministers?|mayors?|governors?|judges?|lawyers?|union|board|company|agency|voters?|residents?|doctors?|scientists?|researchers?|critics?|owners?|founders?|authors?|coach|captain|players?|teachers?|students?|people|men|women|families|governments?|regulators?|investigators?|prosecutors?|activists?|protesters|soldiers?|king|queen|bishops?|pope)\b/gi;
const TITLES =
  'president|chair|chairman|chairwoman|chief|director|minister|mayor|governor|senator|judge|justice|king|queen|pope|bishop|coach|captain|secretary|general|colonel|sheriff|professor|doctor|member|spokes\\w+|owner|founder|author|leader|ceo|Mr\\.|Mrs\\.|Ms\\.|Dr\\.|Sen\\.|Rep\\.|Gov\\.|Gen\\.';
const TITLE_BEFORE = new RegExp(String.raw`\b(?:${TITLES}) $`, 'i');
/** In UTF-16 code units. A sentence may be as long as an article: for each of its names only what stands close is read. */
const LONGEST_TITLE = 40;
const TITLE_AFTER = new RegExp(
  String.raw`^,? (?:is |was )?(?:the |a |an |its |their )?(?:\w+ ){0,2}(?:${TITLES})\b`,
  'i',
);
const WHERE =
  /\b(?:in|near|outside|into|around|across|throughout)\s(?:the\s)?(?:(?:north|south|east|west|central|eastern|western|northern|southern|downtown)\w*\s)?(?=\p{Lu})/gu;

/** Names of any kind. The first word of a sentence counts only with a second, or when it names nothing else. */
export function namesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(NAME)) {
    const words = match[0].split(' ');
    let start = match.index;
    if (isOrdinary(words[0] ?? '')) {
      // "Before the Bessemer election": the name begins with its next capital.
      const next = words.findIndex((word, index) => index > 0 && /^\p{Lu}/u.test(word));
      if (next < 0) continue;
      start += words.slice(0, next).join(' ').length + 1;
    }
    const end = match.index + match[0].replace(/['’]s$|(?<![.'’-])[.'’-]+$/u, '').length;
    if (
      end > start &&
      !/^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*$/.test(
        text.slice(start, end),
      )
    ) {
      found.push({ start, end });
    }
  }
  return found;
}

/** Words that have a capital only because a sentence begins with them. */
function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase();
  return FUNCTION_WORDS.has(lower) || STARTERS.has(lower);
}

/**
 * People by their names: two words or more that name no body and no place, or one word after a title
 * ("Mayor Hale") or before one ("Hale, the mayor").
 */
export function peopleIn(text: string): Span[] {
  const places = startsOf(placesIn(text));
  return namesIn(text).filter((span) => {
    const name = text.slice(span.start, span.end);
    if (/ (?:of|and|for|&) /.test(name) || NO_PERSON.test(name) || places.has(span.start)) return false;
    if (/ /.test(name)) return true;
    return (
      TITLE_BEFORE.test(text.slice(Math.max(0, span.start - LONGEST_TITLE), span.start)) ||
      TITLE_AFTER.test(text.slice(span.end))
    );
  });
}

/** Names share nothing with each other: where one begins, it is that one. */
function startsOf(names: readonly Span[]): ReadonlySet<number> {
  return new Set(names.map(({ start }) => start));
}

/** People by what they are, such as "a spokeswoman". */
export function rolesIn(text: string): Span[] {
  return spansOf(text, ROLES);
}

/** Bodies by their form: "… Board", "Department of …", abbreviations in capitals. */
export function bodiesIn(text: string): Span[] {
  return namesIn(text).filter(({ start, end }) => {
    const name = text.slice(start, end);
    return NO_PERSON.test(name) || / (?:of|and|for|&) /.test(name) || /^[A-Z]{2,6}$/.test(name);
  });
}

/** Bodies, and companies: a single name that is no place's. */
export function organisationsIn(text: string): Span[] {
  const places = startsOf(placesIn(text));
  const bodies = startsOf(bodiesIn(text));
  return namesIn(text).filter(
    ({ start, end }) => bodies.has(start) || (!places.has(start) && !text.slice(start, end).includes(' ')),
  );
}

/** Places: states, countries and continents by name, other names after "in", "near" and their like. */
export function placesIn(text: string): Span[] {
  const after = new Set([...text.matchAll(WHERE)].map((match) => match.index + match[0].length));
  return namesIn(text).filter((span) => after.has(span.start) || isAmong(gazetteer().all, text, span));
}

/** States of the U.S., by their names and as the AP Stylebook shortens them. */
export function statesIn(text: string): Span[] {
  return namesIn(text).filter((span) => isAmong(gazetteer().states, text, span));
}

/** Countries and continents. */
export function countriesIn(text: string): Span[] {
  return namesIn(text).filter((span) => isAmong(gazetteer().countries, text, span));
}

/** "Mass." is a state, and "Mass" is held in a church. */
function isAmong(known: ReadonlySet<string>, text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  return known.has(name) || (text[end] === '.' && known.has(`${name}.`));
}

interface Gazetteer {
  readonly states: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

let known: Gazetteer | undefined;

/** Countries come from ICU by their ISO 3166 codes; made at the first question that asks for a place (2 ms). */
function gazetteer(): Gazetteer {
  if (known) return known;
  const words = (list: string) => list.split(/\s+/).map((name) => name.replaceAll('_', ' '));
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const named = codes.map((code) => regions.of(code)).filter((name) => name !== undefined);
  const states = new Set(words(STATES));
  const countries = new Set([...words(REGIONS), ...named]);
  known = { states, countries, all: new Set([...states, ...countries]) };
  return known;
}
