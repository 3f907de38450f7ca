import { afterEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { autocompletion } from '../../support/discord-server/interactions.ts';
import type { Json } from '../../support/discord-server/json.ts';
import { echo, type Started, startBot, WAYS } from './harness.ts';

let started: Started;
// A promise that nobody minds, or an exception that nobody catches, makes the run fail.
afterEach(() => started.stop());

async function stillAnswers(): Promise<void> {
  for (const way of WAYS) await started.ask(started.question(way, 'still there?'));
}

const EVENTS: readonly (readonly [string, Json])[] = [
  ['error', {}],
  ['newListener', {}],
  ['GUILD_CREATE', { id: '501' }],
  ['GUILD_DELETE', { id: '777', unavailable: true }],
  ['CHANNEL_UPDATE', { id: '600', type: 999 }],
  ['THREAD_CREATE', { id: '1' }],
  ['THREAD_UPDATE', { id: '700', thread_metadata: null }],
  ['THREAD_LIST_SYNC', { guild_id: '500' }],
  ['MESSAGE_CREATE', { id: '1', channel_id: '600', author: { id: '1' }, content: 5 }],
  ['MESSAGE_DELETE_BULK', {}],
  ['INTERACTION_CREATE', { id: '1', token: 't', type: 99 }],
  ['INTERACTION_CREATE', { id: '2', token: 't', type: 2 }],
  ['INTERACTION_CREATE', { id: '3', token: 't', type: 3, data: null }],
  ['INTERACTION_CREATE', { id: '4', token: 't', type: 4, data: { name: 'ask', options: 'none' } }],
  ['INTERACTION_CREATE', { id: '5', token: 't', type: 5, data: { custom_id: 'x' } }],
];

const FRAMES: readonly Json[] = [
  { op: 0 },
  { op: 0, t: 'READY', s: 1, d: null },
  { op: 0, t: 'MESSAGE_CREATE', s: 2, d: null },
  { op: 0, t: 'INTERACTION_CREATE', s: 3, d: null },
  { op: 11 },
  { op: 99, d: {} },
];

describe('what Discord should not send', () => {
  it('keeps nobody from being answered: events', async () => {
    started = await startBot();
    for (const [t, d] of EVENTS) started.discord.gateway.dispatch(t, d);
    await stillAnswers();
  });

  it.each(FRAMES.map((frame) => [JSON.stringify(frame), frame] as const))(
    'keeps nobody from being answered: %s',
    async (_, frame) => {
      started = await startBot();
      started.discord.gateway.send(frame);
      await stillAnswers();
    },
  );
});

describe('what breaks inside', () => {
  it('keeps nobody from being answered: the ledger', async () => {
    const usual = await memoryLedger(null);
    const broken = new Proxy(usual, {
      get: (target, name) =>
        name === 'close'
          ? target.close
          : new Proxy({}, { get: () => () => Promise.reject(new Error('no disk')) }),
    }) as Ledger;
    started = await startBot(echo, { ledger: broken });
    await stillAnswers();
  });

  it('keeps nobody from being answered: what somebody types', async () => {
    let fails = true;
    started = await startBot(echo, {
      storiesOpenTo: () => {
        if (fails) throw new Error('no library');
        return [];
      },
    });
    started.discord.interact(autocompletion(started.discord, 'ask', { question: 'wh' }, 'question'));
    await expect.poll(() => started.lines.some(({ level }) => level === 'error')).toBe(true);
    fails = false;
    await stillAnswers();
  });
});
