import { expect, it } from 'vitest';
import { openLimits } from '../../../src/bots/discord/manners/limits.ts';

it('a clock that is set back keeps nobody from asking for longer than a minute', () => {
  let now = 7_200_000;
  const limits = openLimits(() => now);
  const ask = () => limits.take('1', 'c');
  for (let nth = 0; nth < 15; nth += 1) expect(ask()).toBeNull();
  expect(ask()).toBe(now + 60_000);
  now -= 3_600_000;
  expect(ask()).toBeNull();
  for (let nth = 1; nth < 15; nth += 1) ask();
  expect(ask()).toBe(now + 60_000);
});
