import { expect, it } from 'vitest';
import { openRefusals } from '../../src/http/refusals.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { openedFront } from './opened.ts';
import { headOf, rawly } from './raw.ts';

it('tells of a hundred refusals in a minute, once that there are more, and of the next minute anew', () => {
  const { log, lines } = rememberingLog();
  let now = 5;
  const isTooMuch = openRefusals(log, () => now);
  const told = () => Array.from({ length: 1_000 }, isTooMuch).filter((each) => !each).length;
  expect([told(), told(), lines.length]).toEqual([100, 0, 1]);
  now += 60_000;
  expect([told(), lines.length]).toEqual([100, 2]);
});

it('is not written full by whoever floods an address that only a platform knows', async () => {
  const { front, port, lines } = await openedFront();
  front.mount(
    new Map([['/events', { methods: ['POST'], handle: ({ refuse }) => refuse(401, 'not signed') }]]),
  );
  for (let at = 0; at < 6; at += 1) {
    const requests = headOf('/events', undefined, 'POST').replace('close', 'keep-alive').repeat(19);
    await rawly(port, requests + headOf('/events', undefined, 'POST'));
  }
  const warned = lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
  expect(warned).toHaveLength(101);
  expect(warned.at(-1)).toBe('no more refused requests are told of in this minute');
  await front.close();
});
