import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

it.each([
  ['', 0],
  ['0', 0],
  ['5s', 5_000],
  ['1500ms', 1_500],
  [' 2m ', 120_000],
])('DRAIN=%s is %i ms', (DRAIN, ms) => {
  expect(readConfig({ DRAIN }).running.drain).toBe(ms);
});

it.each(['5', '-1s', '1h', '11m', '1.5s', 's', '5 s'])('DRAIN=%s is no duration, or too long', (DRAIN) => {
  expect(() => readConfig({ DRAIN })).toThrow(ConfigError);
  expect(() => readConfig({ DRAIN })).toThrow(/DRAIN should be how long, such as 5s/);
});

it('questions are logged only where that is said', () => {
  const wish = (LOG_QUESTIONS?: string) =>
    readConfig(LOG_QUESTIONS === undefined ? {} : { LOG_QUESTIONS }).running.logQuestions;
  expect([wish(), wish(''), wish('0'), wish('1')]).toEqual([false, false, false, true]);
  expect(() => wish('yes')).toThrow(/LOG_QUESTIONS should be 1/);
});
