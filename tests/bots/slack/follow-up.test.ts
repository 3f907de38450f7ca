import { afterEach, expect, it } from 'vitest';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const ROOMS: Newsroom[] = [];
afterEach(async () => {
  await Promise.all(ROOMS.splice(0).map(({ started }) => started.stop()));
});

/** Two processes with one ledger, of which the second cannot read what `away` names. */
async function twoRooms(away: ReadonlySet<'threads' | 'settings'>) {
  const ledger = await memoryLedger(null);
  const get =
    (name: 'threads' | 'settings') =>
    (key: string): Promise<never> =>
      away.has(name) ? Promise.reject(new Error('away')) : (ledger[name].get(key) as Promise<never>);
  const cut: Ledger = {
    ...ledger,
    threads: { ...ledger.threads, get: get('threads') },
    settings: { ...ledger.settings, get: get('settings') },
  };
  const first = await openNewsroom(undefined, { ledger });
  const second = await openNewsroom(undefined, { ledger: cut });
  ROOMS.push(first, second);
  return { ledger, first, second };
}

it.each(['threads', 'settings'] as const)(
  'answers a question in a thread late where the ledger cannot tell at once (%s)',
  async (name) => {
    const away = new Set([name]);
    const { first, second } = await twoRooms(away);
    await first.mention('C1', 'Who owns the ferry?', { ts: '17.5' });
    await first.settled();
    await second.write('C1', 'What does a ticket cost?', { thread: '17.5', ts: '18.1' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(second.slack.messages('C1', '17.5')).toHaveLength(0);
    away.clear();
    await second.slack.until(() => second.slack.messages('C1', '17.5').length > 0);
    await second.settled();
    expect(second.slack.messages('C1', '17.5').map(({ message }) => seen(message).text)).toEqual([
      expect.stringContaining('$3.50'),
    ]);
  },
);

it('keeps quiet where the channel turns out to want no follow-ups', async () => {
  const away = new Set(['settings'] as const);
  const { ledger, first, second } = await twoRooms(away);
  await ledger.settings.change('slack/channel/C1', { followUps: false });
  await first.mention('C1', 'Who owns the ferry?', { ts: '17.5' });
  await first.settled();
  await second.write('C1', 'What does a ticket cost?', { thread: '17.5', ts: '18.1' });
  away.clear();
  await second.settled();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(second.slack.messages('C1', '17.5')).toHaveLength(0);
});
