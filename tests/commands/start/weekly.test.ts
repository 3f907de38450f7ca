import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Weekly, weeklyOf } from '../../../src/commands/start/weekly.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { rememberingLog } from '../../support/remembering-log.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  // A Monday, by the machine's clock.
  vi.setSystemTime(new Date(2026, 10, 23, 9, 0, 7));
  onTestFinished(() => void vi.useRealTimers());
});

/** Processes that post to the same channel, and what they have posted. */
async function channel() {
  const ledger = await memoryLedger(null);
  const posted: string[] = [];
  const posting: string[] = [];

  function process(
    name: string,
    { doing = async () => {}, own = {} }: { doing?: () => Promise<void>; own?: Partial<Ledger> } = {},
  ) {
    const { log, lines } = rememberingLog();
    const announce = async (to: string) => {
      posting.push(name);
      await doing();
      posted.push(`${name} ${to}`);
      return `${posted.length}.0`;
    };
    const weekly: Weekly = weeklyOf([{ name: 'web' }, { name: 'slack', announce }], {
      ...{ channel: 'C1', knowledge: { stories: [] }, ledger: { ...ledger, ...own }, log },
    });
    onTestFinished(() => void weekly.close());
    return { weekly, lines };
  }
  return { ledger, posted, posting, process };
}

/** Lets time pass, and whatever needs none. */
async function pass(ms: number) {
  for (let left = ms; left >= 0; left -= 1_000) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 1_000));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const until = async (isSo: () => boolean) => {
  while (!isSo()) {
    await vi.advanceTimersByTimeAsync(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const slow = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
const never = () => new Promise<never>(() => undefined);

it('of processes that share a ledger, one posts the weekly report, however long that takes', async () => {
  const { posted, posting, process } = await channel();
  const processes = ['a', 'b', 'c'].map((name) => process(name, { doing: slow(2 * MINUTE) }));
  await until(() => posting.length > 0);
  await pass(25 * MINUTE);
  expect(posted).toHaveLength(1);
  expect(posting).toHaveLength(1);
  for (const { lines } of processes) expect(lines).toEqual([]);
  vi.setSystemTime(new Date(2026, 10, 30, 8, 30));
  await pass(11 * MINUTE);
  expect(posted).toHaveLength(2);
});

it('it is not posted again by one that had looked before it was, and was slow to go on', async () => {
  const { ledger, posted, process } = await channel();
  let delay = 40_000;
  const posts: Ledger['posts'] = {
    ...ledger.posts,
    async get(name) {
      const found = await ledger.posts.get(name);
      const ms = delay;
      delay = 0;
      if (ms > 0) await slow(ms)();
      return found;
    },
  };
  process('a', { own: { posts } });
  process('b');
  await until(() => posted.length > 0);
  await pass(2 * MINUTE);
  expect(posted).toEqual(['b C1']);
});

it('it is posted once, however often the process is started on that day, and on no other', async () => {
  const { posted, process } = await channel();
  const first = process('a');
  await until(() => posted.length > 0);
  await first.weekly.close();
  process('b');
  await pass(MINUTE);
  vi.setSystemTime(new Date(2026, 10, 24, 9));
  process('c');
  await pass(11 * MINUTE);
  expect(posted).toEqual(['a C1']);
});

it('what a process has begun that died is posted by another, within a minute', async () => {
  const { ledger, posted, posting, process } = await channel();
  let isDead = false;
  const inbox: Ledger['inbox'] = {
    ...ledger.inbox,
    accept: (delivery) => (isDead ? never() : ledger.inbox.accept(delivery)),
  };
  const die = () => {
    isDead = true;
    return never();
  };
  process('a', { doing: die, own: { inbox } });
  await until(() => posting.length > 0);
  process('b');
  await pass(MINUTE);
  expect(posted).toEqual(['b C1']);
});

it('what could not be posted is told, and posted later', async () => {
  const { posted, process } = await channel();
  let failures = 1;
  const doing = async () => {
    if (failures-- > 0) throw new Error('no way there');
  };
  const { lines } = process('a', { doing });
  await until(() => lines.length > 0);
  await pass(11 * MINUTE);
  expect(lines).toMatchObject([{ level: 'error', fields: { err: { message: 'no way there' } } }]);
  expect(posted).toEqual(['a C1']);
});

it('a process that ends finishes what it posts, and keeps that it did', async () => {
  const { ledger, posted, posting, process } = await channel();
  const { weekly } = process('a', { doing: slow(3_000) });
  await until(() => posting.length > 0);
  const closed = weekly.close().then(() => [...posted]);
  await pass(4_000);
  expect(await closed).toEqual(['a C1']);
  expect(await ledger.posts.get('weekly report of 2026-11-23')).toEqual({ channel: 'C1', message: '1.0' });
});

it('of thousands of different questions it groups as many as keep nobody waiting, and says that there were more', async () => {
  const asked = Array.from({ length: 1_000 }, (_, at) => ({
    ...{ kind: 'question', place: 'web', person: null, outcome: 'not-in-story', confidence: 0, quoted: null },
    question: `Who sails ferry ${at}?`,
    at: new Date(2026, 10, 18, 12, 0, 0, at).getTime(),
  }));
  const ledger = await memoryLedger(null);
  const { log } = rememberingLog();
  const texts: string[] = [];
  const announce = async (_: string, { lines }: { readonly lines: readonly { readonly text: string }[] }) => {
    texts.push(...lines.map(({ text }) => text));
    return '1.0';
  };
  const weekly = weeklyOf([{ name: 'slack', announce }], {
    ...{ channel: 'C1', knowledge: { stories: [] }, log },
    ledger: { ...ledger, journal: { ...ledger.journal, within: async () => asked as never } },
  });
  onTestFinished(() => void weekly.close());
  await until(() => texts.length > 0);
  expect(texts[0]).toContain('1,000 questions');
  expect(texts).toContain('At least 295 other things not answered');
});
