/**
 * Reads a date in the ways in which pages, feeds and wires write one. Nothing is guessed: a zone whose
 * offset the text does not fix ("ET" is summer or winter) leaves the date without its time, and
 * "4/5/2021", which two countries read in two ways, is no date.
 *
 * @param text the date alone, without words around it
 * @returns an ISO 8601 date or date-time that exists, no more exact than it was stated, or `null`
 */
export function isoDate(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  // The longest real form is some 60 characters; a page can put anything here.
  if (line === '' || line.length > 80) return null;
  return fromDigits(line) ?? fromIso(line) ?? fromWords(line) ?? fromSlashes(line) ?? fromSigns(line);
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The whole words, so that "Marching" is no month. */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';

/** Zones of one offset each: RFC 822's and those that name their summer time (RFC 5322, 4.3). */
const OFFSETS: ReadonlyMap<string, string> = new Map([
  ['z', 'Z'],
  ['ut', 'Z'],
  ['utc', 'Z'],
  ['gmt', 'Z'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['akst', '-09:00'],
  ['akdt', '-08:00'],
  ['hst', '-10:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
]);

function fromDigits(line: string): string | null {
  if (!/^\d+$/.test(line)) return null;
  // Ten digits of seconds begin in 2001, thirteen of milliseconds too: neither can be a day.
  if (line.length === 10) return new Date(Number(line) * 1000).toISOString().replace('.000', '');
  if (line.length === 13) return new Date(Number(line)).toISOString().replace('.000', '');
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(line);
  if (parts === null) return null;
  const day = dayOf(parts[1], parts[2], parts[3]);
  return day === null ? null : withTime(day, clockOf(parts[4], parts[5], parts[6]), '');
}

const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[T ]|, | at )(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+)(?!\d))?)?(?: ?([ap])\.?m\.?)?(.*))?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?:[.,](\d+)(?!\d))?(.*)$/i;

function fromIso(line: string): string | null {
  const dashed = ISO.exec(line);
  if (dashed !== null) {
    const day = dayOf(dashed[1], dashed[3], dashed[4]);
    if (day === null) return null;
    return withTime(day, clockOf(dashed[5], dashed[6], dashed[7], dashed[9], dashed[8]), dashed[10] ?? '');
  }
  const compact = COMPACT.exec(line);
  const day = compact && dayOf(compact[1], compact[2], compact[3]);
  if (compact === null || day === null) return null;
  return withTime(day, clockOf(compact[4], compact[5], compact[6], undefined, compact[7]), compact[8] ?? '');
}

const MONTH_FIRST = new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`, 'i');
const CLOCK = '(\\d{1,2})(?:[:.](\\d\\d)(?::(\\d\\d))?)?(?: ?([ap])\\.?m\\.?)?';
/** "at 6:05 PM EST", after the day, and "6:05 PM EST, " before it. */
const TIME_AFTER = new RegExp(`^(?:,| at| @| -| –| —| \\|)*(?: |, )${CLOCK}(.*)$`, 'i');
const TIME_BEFORE = new RegExp(
  `^${CLOCK}((?: \\(?[a-z]{1,5}\\)?)?)(?:,| on| -| –| —| \\|)* ${WEEKDAY}$`,
  'i',
);
const BEFORE = new RegExp(`^${WEEKDAY}$`, 'i');
/** What pages write before a date. */
const LABEL = /^(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at)?:? |on )/i;

/** "Mon Aug 03 12:45:00 EDT 2015", as Unix's `date` and Java write it. */
const UNIX = /^\w{3} (\w{3} \d\d?) (\d\d:\d\d:\d\d)( [a-z]{3,4})? (\d{4})$/i;

function fromWords(labelled: string): string | null {
  const line = labelled.replace(LABEL, '').replace(UNIX, '$1 $4 $2$3');
  const monthFirst = MONTH_FIRST.exec(line);
  const found = monthFirst ?? DAY_FIRST.exec(line);
  if (found === null) return null;
  const [month, date] = monthFirst === null ? [found[2], found[1]] : [found[1], found[2]];
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const day = dayOf(found[3], String(number), date);
  if (day === null) return null;
  const before = line.slice(0, found.index);
  const after = line.slice(found.index + found[0].length);
  if (BEFORE.test(before)) {
    if (after.trim() === '') return dateOf(day);
    const time = TIME_AFTER.exec(after);
    return time && withTime(day, clockOf(time[1], time[2], time[3], time[4]), time[5] ?? '');
  }
  const time = TIME_BEFORE.exec(before);
  if (time === null || after.trim() !== '') return null;
  return withTime(day, clockOf(time[1], time[2], time[3], time[4]), time[5] ?? '');
}

const SLASHES = new RegExp(
  `^${WEEKDAY}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:,?(?: at)? ${CLOCK}(.*))?$`,
  'i',
);

function fromSlashes(line: string): string | null {
  const parts = SLASHES.exec(line);
  if (parts === null) return null;
  const [, first, , second, year] = parts;
  const readings = [dayOf(year, first, second), dayOf(year, second, first)].filter((day) => day !== null);
  const [one, other] = readings;
  if (one === undefined) return null;
  if (other !== undefined && dateOf(one) !== dateOf(other)) return null;
  return withTime(one, clockOf(parts[5], parts[6], parts[7], parts[8]), parts[9] ?? '');
}

/** "2024年5月7日 18時05分": Chinese and Japanese; "2024년 5월 7일": Korean. */
const SIGNS =
  /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?: ?[(（].{1,3}[)）])?(?: ?(\d{1,2})(?::|[時时点시] ?)(\d{2})分?)?$/;

function fromSigns(line: string): string | null {
  const parts = SIGNS.exec(line);
  const day = parts && dayOf(parts[1], parts[2], parts[3]);
  return parts === null || day === null ? null : withTime(day, clockOf(parts[4], parts[5]), '');
}

/** The day, if the calendar has it. */
function dayOf(year = '', month = '', day = ''): Day | null {
  const found = { year: Number(year), month: Number(month), day: Number(day) };
  if (found.month < 1 || found.month > 12 || found.day < 1 || found.year < 1) return null;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(found.year, found.month, 0);
  return found.day > last.getUTCDate() ? null : found;
}

/** "18:05:00", without seconds where none are stated; `''` where no time is, `null` where it cannot be. */
function clockOf(hour?: string, minute?: string, second?: string, half?: string, fraction?: string) {
  if (hour === undefined) return '';
  // "November 29, 2021 6" states no time.
  if (minute === undefined && half === undefined) return null;
  const stated = Number(hour);
  if (half !== undefined && stated > 12) return null;
  const hours = half === undefined ? stated : (stated % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const parts = `${two(hours)}:${minute ?? '00'}`;
  if (second === undefined) return parts;
  return `${parts}:${second}${fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction}`}`;
}

function withTime(day: Day, clock: string | null, zone: string): string | null {
  if (clock === null) return null;
  if (clock === '') return dateOf(day);
  const name = zone.trim().replace(/^\((.*)\)$/, '$1');
  if (name === '') return `${dateOf(day)}T${clock}`;
  const offset = offsetOf(name);
  if (offset !== null) return `${dateOf(day)}T${clock}${offset}`;
  // A zone, but one without a certain offset: the day is certain, the moment is not.
  return /^[a-z][a-z ./_()-]{0,39}$/i.test(name) ? dateOf(day) : null;
}

function offsetOf(zone: string): string | null {
  const known = OFFSETS.get(zone.toLowerCase());
  if (known !== undefined) return known;
  const parts = /^(?:gmt|utc)? ?([+\-\u2212])(\d\d?)(?::?(\d\d))?(?: ?\([^()]*\))?$/i.exec(zone);
  if (parts === null) return null;
  const [, sign, hours = '', minutes = '00'] = parts;
  // No clock on Earth is more than fourteen hours away from Greenwich.
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return `${sign === '+' ? '+' : '-'}${two(Number(hours))}:${minutes}`;
}

function dateOf({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
