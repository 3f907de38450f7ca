import { isoDate } from '../dates.ts';
import { creditForm } from './credit.ts';
import { isKicker } from './kicker.ts';
import { isNamelike, isPersonName } from './names.ts';
import { beginsAsOutlet, isOutletAfterName, isOutletName, isRole } from './outlets.ts';

/** The details that a header can state. */
export type HeaderDetail = 'outlet' | 'headline' | 'byline' | 'published' | 'updated' | 'url';

/** What one line states; nothing, where it is a header line of which no detail is read. */
export type Reading = Partial<Readonly<Record<HeaderDetail, string>>>;

const FIELDS: readonly (readonly [RegExp, HeaderDetail | null])[] = [
  [
    /^(?:first published|publication date|pub(?:lish)?(?:ed)? date|pub date|published|posted|date|dated|issued|released|created)(?: on| at)?$/i,
    'published',
  ],
  [/^(?:last )?(?:updated|modified|edited|revised)(?: on| at)?$/i, 'updated'],
  [/^(?:headline|title|hed)$/i, 'headline'],
  [/^(?:source|outlet|publication|publisher|newspaper|agency)$/i, 'outlet'],
  [/^(?:by|byline|authors?|written by|reporters?|writers?)$/i, 'byline'],
  [/^(?:url|link|permalink|canonical|web ?page)$/i, 'url'],
  [
    /^(?:from|to|cc|bcc|sent|subject|reply-to|slug|keywords?|category|section|word ?count|words|priority|eds|desk|embargo(?:ed)?|language|format|service|topics?|tags?|codes?)$/i,
    null,
  ],
];
const LABEL = /^([a-z][a-z -]{1,22}?)\s*:\s*(?!\s)(.*)$/i;
const DATE_LABEL =
  /^(?:(?:first |last )?(?:published|updated|posted|modified)|date)(?: on| at)?:? +(?! )(?=.*\d)/i;
const BYLINE =
  /^(?:by|(?:words|story|text|written|reporting|interview(?:ed)?|review(?:ed)?|compiled|as told to) by|words:|text:)\s+(\S.*)$/i;
/** A day without its year, a weekday, a time: a date line of which nothing can be read. The last point of "a.m." stands between words. */
const DATE_WORDS =
  /^(?:(?:first |last )?(?:published|updated|posted|on|at|today|yesterday|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|days?|hours?|minutes?|ago|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]\.?m|gmt|bst|utc|[ecmp][sd]?t|\d{1,4}(?:st|nd|rd|th|am|pm)?)(?:[\s.,:/-]+|$))+$/i;
/** A writer's address or account, alone. */
const ACCOUNT = /^(?:@\w{2,30}|[\w.-]+@[\w.-]+\.\w+)$/;
/** "Port Ellery (AFP) Mar 3, 2025" */
const PLACED = /^[^()]{2,40} \(([^()]{2,30})\),? (.{6,30})$/;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/**
 * @param line from above the story
 * @returns what it states, or `null` when it is no header line
 */
export function readHeaderLine(line: string): Reading | null {
  if (line.length > 250) return null;
  // Pages that print day and time next to each other paste as "March 3, 20259:41 PM".
  // A byline's own address says nothing of the report.
  const text = line
    .replace(/(\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)/, '$1 ')
    .replace(/(?<=^by .{4,60}) ?[,|]? (?:[\w.-]+@[\w.-]+\.\w+|@\w+)$/i, '');
  const whole = readPart(text) ?? readPlaceInPaper(text);
  if (whole && Object.keys(whole).length > 0) return whole;
  const parts = text
    .split(
      /(?:(?<!\s)\s+)?[|•·]\s*|(?<!\s)\s+[–—/]\s+|[,;]?(?<!\blast|\s)\s+(?=(?:last )?updated\b)|(?<=\d)\s+(?=by \p{L})/iu,
    )
    .filter((part) => part !== '');
  // A date that cannot be read is a header line all the same.
  const unread = whole ?? (isLabelled(text) && text.length < 60 && /\d/.test(text) ? {} : null);
  if (parts.length < 2 || parts.length > 6) return unread;
  const readings = parts.map((part) => readPart(part) ?? besideOthers(part));
  if (readings.some((reading) => reading === null)) return unread;
  return Object.assign({}, ...readings.toReversed()) as Reading;
}

/**
 * @param text a line
 * @returns the detail of which it is the label alone ("Headline:", "Published"), its value being the next line
 */
export function labelAlone(text: string): HeaderDetail | null {
  if (text.length > 24) return null;
  const label = text.replace(/(?<!\s)\s*:$/, '');
  const field = FIELDS.find(([name]) => name.test(label))?.[1] ?? null;
  return text.endsWith(':') || field === 'published' || field === 'updated' ? field : null;
}

/**
 * @param text a header line
 * @returns whether it says itself which detail it states
 */
export function isLabelled(text: string): boolean {
  const label = LABEL.exec(text)?.[1];
  return label !== undefined && FIELDS.some(([name]) => name.test(label));
}

function readPart(text: string): Reading | null {
  if (isKicker(text) || ACCOUNT.test(text)) return {};
  return (
    readDate(text) ?? readByline(text) ?? readLabelled(text) ?? (ADDRESS.test(text) ? urlOf(text) : null)
  );
}

/** In a line of several parts a name or an outlet needs no "By". */
function besideOthers(text: string): Reading | null {
  if (isOutletName(text)) return { outlet: text };
  if (isPersonName(text)) return { byline: text };
  return isRole(text) || creditForm(text) === 'sure' || /^\d+ min(?:ute)?s?(?: read)?$/i.test(text)
    ? {}
    : null;
}

/** "Northern Herald, 11 May 2024", "Saturday 11 May 2024, Northern Herald", with a page or without. */
function readPlaceInPaper(text: string): Reading | null {
  if (text.length > 100 || !/\d{4}/.test(text)) return null;
  const [, agency = '', when = ''] = PLACED.exec(text) ?? [];
  const placed = isOutletName(agency) ? isoDate(when) : null;
  if (placed !== null) return { outlet: agency, published: placed };
  const whole = text.replace(/,? (?:page|p\.) ?\w{1,4}$/i, '');
  for (const { index } of whole.matchAll(/, /g)) {
    const [before, after] = [whole.slice(0, index), whole.slice(index + 2)];
    for (const [names, day] of [
      [before, after],
      [after, before],
    ] as const) {
      const parts = names.split(', ');
      const date = parts.every((part) => isNamelike(part) && part.split(' ').length <= 4)
        ? isoDate(day)
        : null;
      if (date === null) continue;
      // "Port Ellery, 4 June 2024": a place and a day.
      const outlet = parts.find(isOutletName);
      return outlet === undefined ? { published: date } : { outlet, published: date };
    }
  }
  return null;
}

function readDate(text: string): Reading | null {
  const label = DATE_LABEL.exec(text)?.[0] ?? '';
  const date = isoDate(text) ?? isoDate(text.slice(label.length));
  const field = /updated|modified/i.test(label) ? 'updated' : 'published';
  if (date !== null) return { [field]: date };
  return text.length < 60 && /\d|day$/i.test(text) && DATE_WORDS.test(text) ? {} : null;
}

function readLabelled(text: string): Reading | null {
  const match = LABEL.exec(text);
  const [, label = '', value = ''] = match ?? [];
  const found = FIELDS.find(([name]) => name.test(label));
  if (!found) return null;
  const field = found[1];
  if (field === null || value === '') return {};
  if (field === 'published' || field === 'updated') {
    const date = isoDate(value);
    // "Last Updated: January 28": a day without its year states nothing.
    if (date === null) return DATE_WORDS.test(value) ? {} : null;
    return { [field]: date };
  }
  if (field === 'url') return ADDRESS.test(value) ? urlOf(value) : null;
  if (field === 'byline') return readByline(`By ${value}`);
  return { [field]: value };
}

function urlOf(text: string): Reading {
  return URL.canParse(text) && /^https?:/i.test(text) ? { url: text } : {};
}

function readByline(text: string): Reading | null {
  const named = BYLINE.exec(text)?.[1];
  if (named === undefined || named.length > 160) return null;
  // The names end where something else begins: ", The Post", " for The Post", " in London".
  for (const { names, rest } of cutsOf(named)) {
    if (!areNames(names)) continue;
    const beside = rest.split(/,\s+/).map(readBesideName);
    if (beside.every((reading) => reading !== null))
      return Object.assign({ byline: names }, ...beside) as Reading;
  }
  const outlet = named.replace(/ staff$/i, '');
  return isOutletName(outlet) ? { outlet } : null;
}

const CUT =
  /,\s+(?:(?:for|of|with) )?|(?<!\s)\s+(?:for|in|of|at|with)\s+|(?<!\s)\s+(?=(?:The )?Associated Press$|AP \p{Lu}|Reuters$)|(?:(?<!\s)\s+)?\(|$/gu;

/** The longest names first, so that "Jane Dowd, Bill Trask" are two writers. */
function cutsOf(text: string): { readonly names: string; readonly rest: string }[] {
  return [...text.matchAll(CUT)]
    .map(({ index, 0: cut }) => ({
      names: text.slice(0, index),
      rest: text.slice(index + cut.length).replace(/\)$/, ''),
    }))
    .toReversed();
}

/** What can follow a name: an outlet, a date, what the writer does, a place. */
function readBesideName(text: string): Reading | null {
  const paper = text.replace(/ staff(?: (?:writer|reporter))?$/i, '');
  if (paper !== text && isOutletName(paper)) return { outlet: paper };
  if (text === '' || isRole(text)) return {};
  const date = isoDate(text);
  if (date !== null) return { published: date };
  if (isOutletAfterName(text)) return { outlet: text };
  return isNamelike(text) ? {} : null;
}

function areNames(text: string): boolean {
  const names = text.split(/,\s+(?:and\s+)?|(?<!\s)\s+(?:and|&)\s+/);
  return (
    names.length <= 8 &&
    names.every((name) => isPersonName(name) && !isRole(name) && !isOutletName(name) && !beginsAsOutlet(name))
  );
}
