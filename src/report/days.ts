import type { Entry, Period } from '../ledger/ledger.ts';
import { dayOf, midnight } from './period.ts';

/** A day, by the machine's clock, or several that are shown as one. */
export interface Day {
  /** ISO 8601 date of its first day. */
  readonly day: string;
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: number;
}

/**
 * @param questions questions of a period, oldest first
 * @param period the period
 * @returns each of its days, oldest first
 */
export function daysIn(questions: readonly Entry[], { from, to }: Period): readonly Day[] {
  const counts = new Map<string, { asked: number; answered: number }>();
  for (const { at, outcome } of questions) {
    const day = dayOf(at);
    const { asked, answered } = counts.get(day) ?? { asked: 0, answered: 0 };
    counts.set(day, { asked: asked + 1, answered: answered + (outcome === 'answered' ? 1 : 0) });
  }
  const days: Day[] = [];
  const first = Math.max(from, Math.min(questions[0]?.at ?? to, to - MOST_EMPTY_MS));
  for (let time = midnight(first, 0); time < to; time = midnight(time, 1)) {
    const { asked, answered } = counts.get(dayOf(time)) ?? { asked: 0, answered: 0 };
    days.push({ day: dayOf(time), asked, answered, unanswered: asked - answered });
  }
  return days;
}

/** A period that began long before the first question is shown from it on, in ms: two months are shown whole. */
const MOST_EMPTY_MS = 62 * 24 * 60 * 60_000;

/** More columns than these cannot be told apart. */
const MOST_SHOWN = 62;
const SPANS = [1, 7, 28, 91, 364] as const;

/** Days as they are shown: so many in one. */
export interface Spans {
  /** How many days each of them has; the last may have fewer. */
  readonly length: number;
  readonly spans: readonly Day[];
}

/**
 * @param days every day of a period
 * @returns the same where they are few; weeks, four weeks, quarters or years where they are many
 */
export function spansOf(days: readonly Day[]): Spans {
  const length = SPANS.find((each) => days.length / each <= MOST_SHOWN) ?? 364;
  const spans: Day[] = [];
  for (let at = 0; at < days.length; at += length) {
    const some = days.slice(at, at + length);
    const sum = (take: (day: Day) => number) => some.reduce((total, day) => total + take(day), 0);
    spans.push({
      day: some[0]?.day ?? '',
      asked: sum(({ asked }) => asked),
      answered: sum(({ answered }) => answered),
      unanswered: sum(({ unanswered }) => unanswered),
    });
  }
  return { length, spans };
}

/** @returns "Questions per day", "per week" or "per 28 days" */
export function perSpan(length: number): string {
  const name = { 1: 'day', 7: 'week', 364: 'year' }[length] ?? `${length} days`;
  return `Questions per ${name}`;
}
