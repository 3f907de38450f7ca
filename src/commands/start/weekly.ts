import type { Bot } from '../../bots/bot.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';

/** Looks whether it is time, in ms. */
const EVERY = 10 * 60_000;
/** Monday, from eight in the morning of the machine's clock: what was asked in the week before is known. */
const DAY = 1;
const HOUR = 8;
const WEEK = 7;

/** What posts the report once a week. */
export interface Weekly {
  close(): void;
}

/**
 * Posts the week's report to a Slack channel on Mondays, once, however often the process is started.
 *
 * @param bots the bots that are on
 * @param options where to, what it is made of, and where it is told that it failed
 * @returns what ends it
 */
export function weeklyOf(
  bots: readonly Bot[],
  options: {
    readonly channel: string | null;
    readonly knowledge: Pick<Knowledge, 'stories'>;
    readonly ledger: Ledger;
    readonly log: Log;
    readonly now?: () => number;
  },
): Weekly {
  const { channel, knowledge, ledger, log, now = Date.now } = options;
  const announce = bots.find((bot) => bot.announce !== undefined)?.announce;
  if (channel === null || announce === undefined) return { close: () => undefined };

  async function look(): Promise<void> {
    const date = new Date(now());
    if (date.getDay() !== DAY || date.getHours() < HOUR) return;
    const today = dayOf(date);
    const name = `weekly report of ${today}`;
    try {
      if ((await ledger.posts.get(name)) !== null) return;
      const [{ periodOf }, { reportOf }, { summaryOf }] = await Promise.all([
        import('../../report/period.ts'),
        import('../../report/report.ts'),
        import('../../report/summary.ts'),
      ]);
      const before = new Date(date);
      before.setDate(before.getDate() - WEEK);
      const yesterday = new Date(date);
      yesterday.setDate(yesterday.getDate() - 1);
      const period = periodOf(dayOf(before), dayOf(yesterday), now());
      if (period === null || channel === null || announce === undefined) return;
      const entries = await ledger.journal.within(period);
      const report = reportOf(entries, { period, story: null, place: null, stories: knowledge.stories });
      const message = await announce(channel, summaryOf(report));
      await ledger.posts.set(name, { channel, message });
    } catch (error) {
      log.error({ err: error }, 'the weekly report could not be posted, and is tried again');
    }
  }

  const timer = setInterval(() => void look(), EVERY);
  timer.unref();
  void look();
  return { close: () => clearInterval(timer) };
}

/** "2026-11-25", as the machine's clock has it. */
function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
