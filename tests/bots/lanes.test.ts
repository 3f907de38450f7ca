import { expect, it } from 'vitest';
import { openLanes } from '../../src/bots/lanes.ts';

it('what fails each time comes last the next time, so that the others have theirs', async () => {
  const done: string[] = [];
  const lanes = openLanes<string>({
    nameOf: (thing) => thing,
    work: async (thing) => {
      if (!thing.startsWith('bad')) done.push(thing);
      return !thing.startsWith('bad');
    },
    again: () => undefined,
  });
  const things = ['bad 1', 'bad 2', 'bad 3', 'good 1', 'good 2'];
  for (let looks = 0; looks < 2; looks += 1) {
    lanes.take(new Map([['slack', things]]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await lanes.close();
  expect(done).toEqual(['good 1', 'good 2']);
});

it('a lane that was busy asks for what there is when it is done, and only then', async () => {
  let asked = 0;
  let release = (): void => undefined;
  const lanes = openLanes<string>({
    nameOf: (thing) => thing,
    work: () => new Promise((resolve) => (release = () => resolve(true))),
    again: () => {
      asked += 1;
    },
  });
  lanes.take(new Map([['slack', ['1']]]));
  lanes.take(new Map([['slack', ['1', '2']]]));
  expect(asked).toBe(0);
  release();
  await expect.poll(() => asked).toBe(1);
  await lanes.close();
});
