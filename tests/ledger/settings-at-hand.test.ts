import { expect, it, onTestFinished, vi } from 'vitest';
import type { Settings } from '../../src/ledger/ledger.ts';
import { settingsAtHand } from '../../src/ledger/queue/settings.ts';

function counted() {
  const kept = new Map<string, Settings>();
  const state = { reads: 0, broken: false };
  const store = settingsAtHand({
    async get(place) {
      state.reads += 1;
      if (state.broken) throw new Error('away');
      return kept.get(place) ?? {};
    },
    async change(place, change) {
      kept.set(place, { ...kept.get(place), ...change });
    },
  });
  return { store, state };
}

it('reads what is set for a place once for many questions', async () => {
  const { store, state } = counted();
  await Promise.all([store.get('a'), store.get('a'), store.get('b')]);
  expect(await store.get('a')).toEqual({});
  expect(state.reads).toBe(2);
});

it('tells at once of a change by this process, also of one that a read has met', async () => {
  const { store } = counted();
  await store.get('a');
  const changing = store.change('a', { story: 'ferry' });
  const meanwhile = store.get('a');
  await Promise.all([changing, meanwhile]);
  expect(await store.get('a')).toEqual({ story: 'ferry' });
});

it('tells what was set last while the store cannot be read, but for what it cannot have kept', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { store, state } = counted();
  await store.change('a', { story: 'ferry' });
  await store.get('a');
  await store.get('b');
  vi.advanceTimersByTime(6_000);
  state.broken = true;
  expect(await store.get('a')).toEqual({ story: 'ferry' });
  await store.change('b', { story: 'mill' });
  await expect(store.get('b')).rejects.toThrow('away');
});

it('tells nothing of what a read has found that a change has overtaken', async () => {
  let answer = (_: Settings): void => undefined;
  const reading = new Promise<Settings>((resolve) => {
    answer = resolve;
  });
  const reads = [() => reading, () => Promise.reject(new Error('away'))];
  const store = settingsAtHand({
    get: () => (reads.shift() ?? (() => Promise.resolve({})))(),
    change: async () => undefined,
  });
  const overtaken = store.get('a');
  await store.change('a', { followUps: false });
  answer({ followUps: true });
  await overtaken;
  await expect(store.get('a')).rejects.toThrow('away');
});

it('remembers no failure', async () => {
  const { store, state } = counted();
  state.broken = true;
  await expect(store.get('a')).rejects.toThrow('away');
  state.broken = false;
  expect(await store.get('a')).toEqual({});
});
