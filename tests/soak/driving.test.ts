import { describe, expect, it } from 'vitest';
import { libraryFiles, TOWNS } from '../../soak/driving/library.ts';
import { mischievously } from '../../soak/driving/mischief.ts';
import { someFollowUp, someQuestion } from '../../soak/driving/questions.ts';
import { recent } from '../../soak/driving/recent.ts';
import { oneOf, randomFrom, shuffled } from '../../soak/random.ts';
import { looksLikeQuestion } from '../../src/bots/follow-up.ts';

describe('people in a soak', () => {
  it('ask what the library answers, what it does not, and what is meant to harm', () => {
    const random = randomFrom(1);
    const asked = Array.from({ length: 1_000 }, () => someQuestion(random));
    const good = asked.filter(({ expects }) => expects !== null);
    expect(good.length).toBeGreaterThan(700);
    expect(good.length).toBeLessThan(900);
    const library = Object.values(libraryFiles()).join('\n');
    for (const { expects } of good) expect(library).toContain(expects);
    expect(asked.some(({ text }) => text.includes('<!channel>'))).toBe(true);
  });

  it('follow up with what is a question to whoever reads it', () => {
    const random = randomFrom(2);
    for (let count = 0; count < 50; count += 1)
      expect(looksLikeQuestion(someFollowUp(random).text)).toBe(true);
  });

  it('tell towns apart by what is asked of them', () => {
    for (const what of ['votes', 'price', 'slug'] as const) {
      expect(new Set(TOWNS.map((town) => town[what])).size).toBe(TOWNS.length);
    }
  });

  it('ask under each answer once', () => {
    const answers = recent<number>();
    for (let index = 0; index < 300; index += 1) answers.add(index);
    const random = randomFrom(3);
    const taken = Array.from({ length: 200 }, () => answers.take(random));
    expect(new Set(taken).size).toBe(200);
    expect(Math.min(...taken.map(Number))).toBe(100);
    expect(answers.take(random)).toBeNull();
    answers.add(1);
    answers.forget();
    expect(answers.take(random)).toBeNull();
  });
});

describe('what a platform delivers', () => {
  it('comes once as a rule, and twice where that is wanted', async () => {
    let times = 0;
    const deliver = async () => {
      times += 1;
    };
    await mischievously({ twice: 0, keptBack: 0 }, randomFrom(1), deliver);
    expect(times).toBe(1);
    await mischievously({ twice: 1, keptBack: 0 }, randomFrom(1), deliver);
    await expect.poll(() => times).toBe(3);
  });
});

describe('chance', () => {
  it('is the same for the same seed', () => {
    const [one, same] = [randomFrom(9), randomFrom(9)];
    expect(Array.from({ length: 20 }, one)).toEqual(Array.from({ length: 20 }, same));
    expect(shuffled(one, [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    expect(() => oneOf(one, [])).toThrow(RangeError);
  });
});
