import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../../../src/bots/slack/calls/failure.ts';
import { openPace } from '../../../../src/bots/slack/calls/pace.ts';

describe('messages to a channel', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('leave at once when there was none, and a second apart otherwise, in order', async () => {
    const pace = openPace();
    const sent: [string, number][] = [];
    const began = performance.now();
    const send = (name: string, channel: string) =>
      pace.inTurn(channel, async () => sent.push([name, performance.now() - began]));
    const all = [send('a', 'C1'), send('b', 'C1'), send('c', 'C1'), send('d', 'C2')];
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([
      ['a', 0],
      ['d', 0],
    ]);
    await vi.advanceTimersByTimeAsync(2_000);
    await Promise.all(all);
    expect(sent.slice(2)).toEqual([
      ['b', 1_000],
      ['c', 2_000],
    ]);
    await vi.advanceTimersByTimeAsync(1_500);
    await send('e', 'C1');
    expect(sent.at(-1)).toEqual(['e', 3_500]);
  });

  it('do not wait for one that is slow, nor for one that failed', async () => {
    const pace = openPace();
    const failed = pace.inTurn('C1', async () => Promise.reject(new Error('no'))).catch(() => 'failed');
    void pace.inTurn('C1', () => new Promise(() => {}));
    const next = pace.inTurn('C1', async () => 'sent');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failed).toBe('failed');
    expect(await next).toBe('sent');
  });

  it('are refused at once where their turn would be too late, however many there are', async () => {
    const pace = openPace();
    const send = () => pace.inTurn('C1', async () => 'sent').catch((error: unknown) => failureOf(error).kind);
    const all = Array.from({ length: 1_000 }, send);
    expect(await Promise.all(all.slice(31))).toEqual(Array.from({ length: 969 }, () => 'limited'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await Promise.all(all.slice(0, 31))).toEqual(Array.from({ length: 31 }, () => 'sent'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await send()).toBe('sent');
  });
});
