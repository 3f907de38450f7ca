import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { paced } from '../../../bench/cluster/paced.ts';

describe('questions at a steady rate', () => {
  it('are asked one after the other, over and over, whether they are answered or not', async () => {
    const asked: string[] = [];
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const stop = paced(
      (text) => {
        asked.push(text);
        return answered;
      },
      ['one', 'two', 'three'],
      100,
    );
    await setTimeout(100);
    const outcome = stop();
    answer();
    const { questions, errors } = await outcome;
    expect(questions).toBeGreaterThan(3);
    expect(questions).toBe(asked.length);
    expect(asked.slice(0, 4)).toEqual(['one', 'two', 'three', 'one']);
    expect(errors).toBe(0);
  });

  it('count from when they were due: what keeps the process busy keeps all waiting that came meanwhile', async () => {
    const stop = paced(async () => {}, ['one'], 100);
    const end = performance.now() + 200;
    while (performance.now() < end);
    const { questions, longest, p50 } = await stop();
    expect(questions).toBeGreaterThanOrEqual(20);
    expect(longest).toBeGreaterThan(150);
    expect(p50).toBeGreaterThan(50);
  });

  it('are counted where they fail', async () => {
    const stop = paced(() => Promise.reject(new Error('no cluster (a test)')), ['one'], 50);
    const { questions, errors } = await stop();
    expect(questions).toBeGreaterThan(0);
    expect(errors).toBe(questions);
  });
});
