import { expect, it } from 'vitest';
import { stateStore } from '../../../../../src/bots/slack/workspace/installing/state.ts';

const options = { scopes: ['commands'] };
const at = (minutes: number) => new Date(1_800_000_000_000 + minutes * 60_000);

it('is taken for ten minutes, by every process that has the secret', async () => {
  const [one, other] = [stateStore('secret', options), stateStore('secret', options)];
  const state = await one.generateStateParam(options, at(0));
  expect(await other.verifyStateParam(at(10), state)).toEqual(options);
  await expect(one.verifyStateParam(at(10.1), state)).rejects.toMatchObject({ code: 'bad-state' });
  expect(await one.verifyStateParam(at(-0.5), state)).toEqual(options);
});

it('is not taken twice, from the future, or under another secret', async () => {
  const store = stateStore('secret', options);
  const state = await store.generateStateParam(options, at(0));
  await expect(stateStore('another', options).verifyStateParam(at(0), state)).rejects.toThrow();
  await expect(store.verifyStateParam(at(-2), state)).rejects.toThrow();
  await store.verifyStateParam(at(1), state);
  await expect(store.verifyStateParam(at(1), state)).rejects.toThrow('used before');
});

it('is another each time, and fit for an address and a cookie', async () => {
  const store = stateStore('secret', options);
  const states = await Promise.all(
    Array.from({ length: 50 }, () => store.generateStateParam(options, at(0))),
  );
  expect(new Set(states).size).toBe(50);
  for (const state of states) expect(state).toMatch(/^[\w.-]{1,200}$/);
});

it.each([0, 1, 2])('is not taken when its part %i was changed', async (part) => {
  const store = stateStore('secret', options);
  const parts = (await store.generateStateParam(options, at(0))).split('.');
  parts[part] = `${parts[part]?.startsWith('x') ? 'y' : 'x'}${parts[part]?.slice(1)}`;
  await expect(store.verifyStateParam(at(0), parts.join('.'))).rejects.toMatchObject({ code: 'bad-state' });
});
