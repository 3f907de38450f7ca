import type { Bot } from '../../bots/bot.ts';
import { once } from '../../bots/once.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';

/** Looks whether it is time, in ms. */
const EVERY = 10 * 60_000;
/** In ms: what was left to another process is looked for again. */
const AGAIN = 20_000;
/** Monday, from eight in the morning of the machine's clock: what was asked in the week before is known. */
const DAY = 1;
const HOUR = 8;
const WEEK = 7;

/** What posts the report once a week. */
export interface Weekly {
  /** Ends; what is being posted is finished first. */
  close(): Promise<void>;
}

/**
 * Posts the week's report to a Slack channel on Mondays, once, however often the process is started, and however many
 * processes share the ledger.
 *
 * @param bots the bots that are on
 * @param options where to, what it is made of, and where it is told that it failed
 * @returns what ends it
 */
export function weeklyOf(
  bots: readonly Pick<Bot, 'name' | 'announce'>[],
  options: {
    readonly channel: string | null;
    readonly knowledge: Pick<Knowledge, 'stories'>;
    readonly ledger: Pick<Ledger, 'posts' | 'journal' | 'inbox'>;
    readonly log: Log;
    readonly now?: () => number;
  },
): Weekly {
  const { channel, knowledge, ledger, log, now = Date.now } = options;
  const announce = bots.find(({ name }) => name === 'slack')?.announce;
  if (channel === null || announce === undefined) return { close: async () => undefined };
  const post = { channel, announce };
  let looking: Promise<void> | null = null;
  let later: NodeJS.Timeout | undefined;
  let closed = false;

  async function lookNow(): Promise<void> {
    const date = new Date(now());
    if (date.getDay() !== DAY || date.getHours() < HOUR) return;
    const today = dayOf(date);
    const name = `weekly report of ${today}`;
    const isPosted = async () => (await ledger.posts.get(name)) !== null;
    try {
      if (await isPosted()) return;
      const isHere = await once(ledger.inbox, { bot: 'slack', what: `weekly:${today}`, now }, async () => {
        if (!(await isPosted())) await postReport(name, date);
      });
      if (!isHere) lookLater();
    } catch (error) {
      log.error({ err: error }, 'the weekly report could not be posted, and is tried again');
    }
  }

  async function postReport(name: string, date: Date): Promise<void> {
    const [{ boundedEntries }, { periodOf }, { reportOf }, { summaryOf }] = await Promise.all([
      import('../../report/bounded.ts'),
      import('../../report/period.ts'),
      import('../../report/report.ts'),
      import('../../report/summary.ts'),
    ]);
    const period = periodOf(dayOf(daysBefore(date, WEEK)), dayOf(daysBefore(date, 1)), now());
    if (period === null) return;
    // Made where people wait for answers: of 20,000 different questions it would take half a minute.
    const { entries } = await boundedEntries(await ledger.journal.within(period), null, () => null);
    const report = reportOf(entries, { period, story: null, place: null, stories: knowledge.stories });
    const message = await post.announce(post.channel, summaryOf(report), name);
    await ledger.posts.set(name, { channel: post.channel, message });
  }

  function look(): void {
    looking ??= lookNow().finally(() => {
      looking = null;
    });
  }

  function lookLater(): void {
    if (closed) return;
    clearTimeout(later);
    later = setTimeout(look, AGAIN).unref();
  }

  const timer = setInterval(look, EVERY);
  timer.unref();
  look();
  return {
    async close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(later);
      await looking;
    },
  };
}

function daysBefore(date: Date, days: number): Date {
  const before = new Date(date);
  before.setDate(before.getDate() - days);
  return before;
}

/** "2026-11-25", as the machine's clock has it. */
function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
