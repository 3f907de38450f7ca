import { isoDate } from '../dates.ts';
import { isNamelike } from './names.ts';

/** What the first words of a report state. */
export interface Dateline {
  /** As it is written in the brackets; `null` when no agency is named. */
  readonly outlet: string | null;
  /** ISO 8601, only where the year is stated. */
  readonly date: string | null;
}

/** No dateline is longer: "PLACE, Region, Month 29, 2021 (Agency) —". */
const LONGEST = 110;
const WITH_AGENCY = /^([^()—–:;!?"“”]{0,80}?)\s*\(([^()]{2,40})\)\s*[-–—]{1,3}\s+[\p{L}“"‘']/u;
const WITH_SLASHES = /^([^()—–:;!?"“”]{3,80}?)\s*\/([\p{L}\p{N} ]{2,40})\/\s*[-–—]{1,3}\s+\S/u;
const PLACE_ONLY = /^([^()—–:;!?"“”]{3,80}?)\s*(?:\s[-–—]{1,3}|[–—]{1,2}|--)\s*\S/;
/** What stands before a dash in capitals and is no place. */
const NO_PLACE =
  /^\(?(?:FILES?|PHOTOS?|PICTURES?|IMAGES?|WATCH|VIDEO|READ|RELATED|MORE|NOTES?|UP NEXT|SEE)\b/;
const DAY =
  /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,9}\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,9}\.?)(?:,? \d{4})?$/i;

/**
 * @param paragraph on one line
 * @returns what its dateline states, or `null` when it does not begin with one
 */
export function readDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST + 20);
  if (!/[-–—]\s?\S/.test(head) || NO_PLACE.test(head)) return null;
  const agency = WITH_AGENCY.exec(head) ?? (head.includes('/') ? WITH_SLASHES.exec(head) : null);
  if (agency) {
    const [, before = '', named = ''] = agency;
    const place = placeOf(before);
    if (place === null) return null;
    // "PARIS (March 4, 2021) —" names a day where an agency could stand.
    const day = isoDate(named) ?? place.date;
    if (DAY.test(named)) return { outlet: null, date: day };
    return isNamelike(named) || /^[a-z]{2,5}$/.test(named) ? { outlet: named, date: day } : null;
  }
  const bare = PLACE_ONLY.exec(head);
  const place = bare?.[1] ? placeOf(bare[1]) : null;
  if (place === null || place.name === '' || !isShouted(place.name)) return null;
  return { outlet: null, date: place.date };
}

/** "PORT ELLERY, Maine, Nov. 29, 2021": a name, then perhaps a day. Nothing at all before "(CNN) —" is one too. */
function placeOf(text: string): { readonly name: string; readonly date: string | null } | null {
  const day = DAY.exec(text);
  const name = (day ? text.slice(0, day.index) : text).replace(/(?<![\s,])[\s,]+$/, '');
  if (name !== '' && !isNamelike(name.replaceAll('/', ' '))) return null;
  return { name, date: day ? isoDate(day[0]) : null };
}

/** Without an agency, only capital letters tell a dateline from a sentence that begins with a name. */
function isShouted(name: string): boolean {
  const city = name.split(',')[0] ?? '';
  return /\p{Lu}{3}/u.test(city) && !/\p{Ll}{2}/u.test(city);
}
