const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to how many of which unit is said, and what one of it is called. Discord's client rounds as moment.js does. */
const UNITS: readonly { readonly most: number; readonly ms: number; readonly one: string; many: string }[] = [
  { most: 44, ms: SECOND, one: 'a second', many: 'seconds' },
  { most: 44, ms: MINUTE, one: 'a minute', many: 'minutes' },
  { most: 21, ms: HOUR, one: 'an hour', many: 'hours' },
  { most: 25, ms: DAY, one: 'a day', many: 'days' },
  { most: 10, ms: 30.44 * DAY, one: 'a month', many: 'months' },
];
const YEARS = { most: Number.POSITIVE_INFINITY, ms: 365.25 * DAY, one: 'a year', many: 'years' };

/** How a moment is written, by the letter of its style; in English of the United States, as Discord is at first. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { day: 'numeric', month: 'numeric', year: 'numeric' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/**
 * Words a moment (https://discord.com/developers/docs/reference#message-formatting-timestamp-styles). All in UTC, so
 * that it is the same wherever a picture is made.
 *
 * @param seconds since the epoch
 * @param style its letter
 * @param now in ms since the epoch
 * @returns the words; `null` for what is no moment
 */
export function momentShown(seconds: number, style: string, now: number): string | null {
  const date = new Date(seconds * SECOND);
  if (Number.isNaN(date.getTime())) return null;
  if (style === 'R') return relative(date.getTime() - now);
  const written = new Intl.DateTimeFormat('en-US', { ...(STYLES[style] ?? STYLES.f), timeZone: 'UTC' });
  // Which space stands before "AM" depends on the version of Node.
  return written.format(date).replace(/\s/gu, ' ');
}

function relative(ms: number): string {
  const size = Math.abs(ms);
  const unit = UNITS.find(({ most, ms: length }) => Math.round(size / length) <= most) ?? YEARS;
  const count = Math.max(1, Math.round(size / unit.ms));
  const words = count === 1 ? unit.one : `${count} ${unit.many}`;
  return ms > 0 ? `in ${words}` : `${words} ago`;
}
