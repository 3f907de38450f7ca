import { afterEach, describe, expect, it, vi } from 'vitest';
import { EVERYONE, NOBODY } from '../../src/knowledge/audience.ts';
import { openEmbargoes } from '../../src/knowledge/embargoes.ts';
import { storyOf } from '../support/articles.ts';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const DAY = 24 * 60 * 60_000;
const at = (time: number) => new Date(time).toISOString();

/** A story that opens to everyone at this time. */
const opening = (time: number) => storyOf([], { audience: { ...EVERYONE, embargo: at(time) } });

/** What was waited for, in ms, and what is done when the wait is over, instead of waiting. */
function waits() {
  const waited: { ms: number | undefined; over: () => void }[] = [];
  const timer = { unref: () => timer } as NodeJS.Timeout;
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((over: () => void, ms?: number) => {
    waited.push({ ms, over });
    return timer;
  }) as typeof setTimeout);
  restored.push(() => spy.mockRestore());
  return waited;
}

const restored: (() => void)[] = [];
afterEach(() => {
  for (const restore of restored.splice(0)) restore();
});

describe('embargoes', () => {
  it('are told of three seconds before the first of them ends, and then the next is waited for', () => {
    const waited = waits();
    let now = NOW;
    const told: string[] = [];
    const embargoes = openEmbargoes(
      () => now,
      (end) => void told.push(at(end)),
    );
    embargoes.watch([opening(NOW + 2 * DAY), opening(NOW + DAY)]);
    expect(waited.map(({ ms }) => ms)).toEqual([DAY - 3_000]);
    now = NOW + DAY - 3_000;
    waited[0]?.over();
    expect(told).toEqual([at(NOW + DAY)]);
    expect(waited.map(({ ms }) => ms)).toEqual([DAY - 3_000, DAY]);
  });

  it('that are over, about to end, or end for nobody are not waited for', () => {
    const waited = waits();
    const embargoes = openEmbargoes(
      () => NOW,
      () => {},
    );
    const closed = storyOf([], { audience: { ...NOBODY, embargo: at(NOW + DAY) } });
    embargoes.watch([opening(NOW - 1), opening(NOW + 3_000), closed, storyOf([])]);
    expect(waited).toEqual([]);
  });

  it('further away than a timer can wait are waited for in steps, and told of once', () => {
    const waited = waits();
    let now = NOW;
    const told: number[] = [];
    const embargoes = openEmbargoes(
      () => now,
      (end) => void told.push(end),
    );
    const end = NOW + 30 * DAY;
    embargoes.watch([opening(end)]);
    const [first] = waited;
    expect(first?.ms).toBe(2 ** 31 - 1);
    now += first?.ms ?? 0;
    first?.over();
    expect(told).toEqual([]);
    expect(waited[1]?.ms).toBe(end - 3_000 - now);
    now = end - 3_000;
    waited[1]?.over();
    expect(told).toEqual([end]);
  });

  it('are no longer waited for once others are, nor once they are closed', async () => {
    const told: number[] = [];
    const embargoes = openEmbargoes(Date.now, (end) => void told.push(end));
    embargoes.watch([opening(Date.now() + 3_020)]);
    embargoes.watch([]);
    embargoes.watch([opening(Date.now() + 3_020)]);
    embargoes.close();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(told).toEqual([]);
  });
});
