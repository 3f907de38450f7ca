import { isLabel } from '../../speaker.ts';
import { isoDate } from '../dates.ts';
import type { Details, Stated } from '../draft.ts';
import { unreadDateIn } from '../wire-copy/doubts.ts';
import { readHeaderLine } from '../wire-copy/header-line.ts';
import { subjectOf } from '../wire-copy/mail.ts';
import { isOutletName } from '../wire-copy/outlets.ts';
import { headsOf, isCapitals } from './heads.ts';
import { type Item, leftOut, textsOf } from './items.ts';

/** What the lines above the first turn state. */
export interface Header {
  readonly details: Partial<Details>;
  readonly stated: Stated;
  /** The text's items, with the header's lines left out. */
  readonly items: readonly Item[];
}

type Found = Pick<Header, 'details' | 'stated'>;

const NOTHING: Found = { details: {}, stated: {} };
const WHERE = 'a header line';

const TITLE =
  /^(?:(?:full |rush |episode )?transcript|headline|title|story)\s*(?::|[-–—|])\s+(?<value>\S.*)$/i;
const OUTLET =
  /^(?:outlet|publication|publisher|network|station|channel|broadcaster|source)\s*:\s+(?<value>[^:]{2,60})$/i;
const BYLINE =
  /^(?:by(?:line)?:?|reported by:?|author:)\s+(?:[-–—]\s*)?(?<value>\p{Lu}[\p{L}\p{M}.'’-]+(?:,? (?:and |& )?\p{Lu}[\p{L}\p{M}.'’-]+){0,7})$/iu;
const DATED =
  /^(?:(?<updated>(?:last )?updated|modified)|heard|aired?|air(?:ed)? date|broadcast|published|posted|recorded|date|first (?:aired|published)|original(?:ly)? (?:aired|broadcast|published))\b/i;
const OTHER =
  /^(?:show|program(?:me)?|episode|segment|series|section|length|duration|run(?:ning)?[ -]?time|location|place|topic|category|tags?|file|language)\s*:\s+[^.?!]{1,160}$|^\d{1,3}[- ]minutes?(?:,? \d{1,2}[- ]seconds?)? (?:listen|read|watch)\b.{0,30}$|^\d{1,2}:\d{2}(?::\d{2})?$|^heard on\b.{0,80}$|^(?:full |rush |episode |audio |video )?transcript:?$/i;
/** "Host: Dora Lindt" lists; "Host: Good evening …" speaks. */
const PEOPLE =
  /^(?:[Hh]osts?|[Gg]uests?|[Aa]nchors?|[Mm]oderators?|[Ii]nterviewers?|[Pp]articipants|[Ss]peakers|[Pp]resent)\s*:(?:,? (?:(?:and|with|of|the|de|van|von) )*\p{Lu}[\p{L}\p{M}.'’-]+)+$/u;
/** Month, day and year, or ISO 8601, and perhaps a weekday, a time and a zone. */
const DATE_ALONE =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}\.?,? \d{4}|\d{4}-\d{2}-\d{2}(?:T\S+)?)(?:[ ,·|•–-]*(?:at )?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?$/iu;

const DATE_WITHIN =
  /(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\d{4}-\d{2}-\d{2})/u;
/** "on Morning Edition" after a day. */
const AFTER_DAY = /(?<=\d{4}|\d{4}-\d{2}-\d{2})(?!-?\d)/u;

/** A title is no sentence: UTF-16 code units that the longest headlines have, and then some. */
const LONGEST_TITLE = 160;
/** The lines that a header has at most. */
const LONGEST_HEADER = 14;

/**
 * Reads the lines above the first turn: the title, the date, who published it.
 *
 * @param items the text, line by line
 */
export function headerOf(items: readonly Item[]): Header {
  const texts = textsOf(items);
  let found = NOTHING;
  let lines = 0;
  let subject: string | null = null;
  const read: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (item.at === 'said') {
      const line = lines < LONGEST_HEADER ? readLine(item.text, texts, found) : null;
      if (line === null) {
        const above = subject === null ? found : merged(found, of('headline', subject, 'the subject line'));
        return { ...above, items: [...read, ...items.slice(index)] };
      }
      subject ??= subjectOf(item.text);
      found = merged(found, line);
      lines += 1;
      read.push(...leftOut(item.text, 'details'));
    } else read.push(item);
  }
  // All of it looks like a header: then none of it is.
  return { ...NOTHING, items };
}

function merged(first: Found, more: Found): Found {
  return { details: { ...more.details, ...first.details }, stated: { ...more.stated, ...first.stated } };
}

/** What a line of the header states, or `null` where it is none. */
function readLine(line: string, texts: readonly string[], above: Found): Found | null {
  const headline = TITLE.exec(line)?.groups?.value;
  if (headline) return of('headline', headline);
  const outlet = OUTLET.exec(line)?.groups?.value;
  if (outlet) return of('outlet', outlet.trim());
  const dated = readDate(line) ?? readPlace(line);
  if (dated) return dated;
  if (OTHER.test(line) || PEOPLE.test(line)) return NOTHING;
  const byline = BYLINE.exec(line)?.groups?.value;
  if (byline && /^by/i.test(line)) return readByline(line, byline);
  if (unreadDateIn(line) === line) return NOTHING;
  if (/^[^:]{1,30}: \S/.test(line) && isLabel(line.split(':')[0] ?? '') && line.length < LONGEST_TITLE) {
    return NOTHING;
  }
  if (!isTitle(line, texts)) return null;
  if (isOutletName(line)) return of('outlet', line);
  return above.details.headline === undefined ? of('headline', line, 'the first line') : NOTHING;
}

function readDate(line: string): Found | null {
  if (line.length > 100) return null;
  if (DATE_ALONE.test(line)) {
    const date = isoDate(line);
    return date ? of('published', date) : null;
  }
  const dated = DATED.exec(line);
  if (!dated || /[.?!]$/.test(line.replace(/\b[ap]\.m\.$/i, ''))) return null;
  const begin = line.search(DATE_WITHIN);
  const within = begin < 0 ? '' : line.slice(begin);
  const date = isoDate(within) ?? isoDate(within.split(AFTER_DAY, 1)[0] ?? '');
  if (!date) return null;
  return of(dated.groups?.updated ? 'updated' : 'published', date);
}

function readByline(line: string, whole: string): Found {
  const { byline = whole, outlet } = readHeaderLine(line) ?? {};
  const names = of('byline', byline);
  return outlet === undefined ? names : merged(names, of('outlet', outlet));
}

/** "Radio Ellery, May 6, 2024", and whatever else a report's header line says of an outlet and a day. */
function readPlace(line: string): Found | null {
  const { outlet, published } = (line.length < LONGEST_TITLE && readHeaderLine(line)) || {};
  if (published === undefined || !/\p{Lu}/u.test(line)) return null;
  const date = of('published', published);
  return outlet === undefined ? date : merged(date, of('outlet', outlet));
}

function of(
  detail: 'headline' | 'outlet' | 'byline' | 'published' | 'updated',
  value: string,
  where = WHERE,
): Found {
  return { details: { [detail]: value }, stated: { [detail]: where } };
}

/**
 * A short line that ends no sentence, stands once, names no speaker, and has sentences after it. One that asks
 * is a title only where a line of the header or a speaker follows; else it may be the first turn.
 */
function isTitle(line: string, texts: readonly string[]): boolean {
  if (line.length > LONGEST_TITLE || !/\s/.test(line)) return false;
  if (/[.!…,:;–—-]["”’)\]]*$|\p{Ll}{3}[.?!]["”’]? +\p{Lu}/u.test(line)) return false;
  if (/^[\p{Ll}>(["“♪-]/u.test(line) || hasHead(line, texts)) return false;
  if (texts.filter((text) => text === line).length > 1) return false;
  const next = texts[texts.indexOf(line) + 1] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  if (
    /\?["”’]?$/.test(line) &&
    !hasHead(next, texts) &&
    readDate(next) === null &&
    readPlace(next) === null &&
    !OTHER.test(next)
  )
    return false;
  const sentences = texts.filter((text) => /[.?!…]["”’)\]]*$/.test(text));
  return sentences.length >= texts.length / 3;
}

/** "The Long Hour: Who owns the wind" names a speaker only if that name comes back. */
function hasHead(line: string, texts: readonly string[]): boolean {
  return headsOf(line).some(({ form, name }) => {
    if (form === 'alone') return false;
    if (form !== 'colon' || isCapitals(name)) return true;
    return texts.filter((text) => text.startsWith(name)).length > 1;
  });
}
