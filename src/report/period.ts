import type { Period } from '../ledger/ledger.ts';

/** The longest that `--since 7d` and its like take, in days: ten years. */
const MOST_DAYS = 3_660;

/**
 * Reads a period as people write it on a command line. Days are those of the machine's clock, as editors see it.
 *
 * @param since `7d` (today and the six days before), `2w`, or a date: its first moment; `undefined` for `7d`
 * @param until a date, which still belongs to the period, or a date with a time, exclusive; `undefined` for now
 * @param now in ms since the epoch
 * @returns the period, or `null` where one of the two cannot be read
 */
export function periodOf(since: string | undefined, until: string | undefined, now: number): Period | null {
  const to = until === undefined ? now + 1 : endOf(until);
  if (to === null) return null;
  const days = daysIn(since ?? '7d');
  const from = days === null ? momentOf(since ?? '') : midnight(Math.min(to - 1, now), 1 - days);
  return from === null ? null : { from, to };
}

/** @returns how many days "7d" or "2w" says; `null` for anything else */
function daysIn(text: string): number | null {
  const [, count, unit] = /^(\d{1,4})([dw])$/.exec(text.trim().toLowerCase()) ?? [];
  const days = Number(count) * (unit === 'w' ? 7 : 1);
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

/** @returns a date's first moment, or a moment; `null` for a text that is neither */
function momentOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim()) ?? [];
  if (year === undefined) return WITH_TIME.test(text.trim()) ? finite(Date.parse(text.trim())) : null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date.getTime() : null;
}

const WITH_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/;

function endOf(text: string): number | null {
  const moment = momentOf(text);
  return moment === null || WITH_TIME.test(text.trim()) ? moment : midnight(moment, 1);
}

function finite(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}

/**
 * @param time in ms since the epoch
 * @param days how many days later, negative for earlier
 * @returns the first moment of that day: days of 23 and 25 hours are days too
 */
export function midnight(time: number, days: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** @returns "2026-11-25", by the machine's clock */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join(
    '-',
  );
}

/** @returns "2026-11-25 14:05", by the machine's clock */
export function momentText(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${dayOf(time)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @returns the last day of a period, which is exclusive at its end */
export function lastDayOf({ from, to }: Period): string {
  return dayOf(Math.max(from, to - 1));
}
