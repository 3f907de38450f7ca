import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/knowledge/article.ts';
import type { Shelf } from '../../../src/knowledge/ask.ts';
import { openStock } from '../../../src/knowledge/shelves/stock.ts';
import { storyOf } from '../../support/articles.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A stock whose shelves have names, sizes and engines that note when they are closed. */
function stocked() {
  const stock = openStock();
  const closed: string[] = [];
  const sets = new Map<string, readonly Story[]>();
  const put = (name: string, sentences = 10) => {
    const stories = [storyOf([], { slug: name })];
    sets.set(name, stories);
    const shelf = {
      corpus: { sentences: { length: sentences } },
      engine: { close: async () => void closed.push(name) },
    } as unknown as Shelf;
    const one = stock.make(stories, Promise.resolve(shelf));
    stock.front(one);
    return one;
  };
  const has = (name: string) => stock.find(sets.get(name) ?? []) !== undefined;
  return { stock, closed, put, has };
}

describe('a stock of shelves', () => {
  it('finds a shelf by its very stories: one more, one less or another version is another shelf', () => {
    const { stock } = stocked();
    const [one, other] = [storyOf([]), storyOf([])];
    const made = stock.make([one], new Promise(() => {}));
    stock.front(made);
    expect(stock.find([one])).toBe(made);
    for (const set of [[], [other], [one, other]]) expect(stock.find(set)).toBeUndefined();
    stock.front(stock.make([one, other], new Promise(() => {})));
    expect(stock.find([one, storyOf([])])).toBeUndefined();
  });

  it('keeps sixteen, and closes the one that was used longest ago', async () => {
    const { stock, closed, put, has } = stocked();
    const first = put('first');
    for (let n = 1; n < 16; n += 1) put(`n${n}`);
    await settled();
    expect(closed).toEqual([]);
    stock.front(first);
    put('last');
    await settled();
    expect(closed).toEqual(['n1']);
    expect(['first', 'n1', 'n2', 'last'].map(has)).toEqual([true, false, true, true]);
  });

  it('keeps the two used last whatever they hold, and others up to 80,000 sentences with these', async () => {
    const { closed, put } = stocked();
    put('small', 1);
    await settled();
    put('large', 50_000);
    await settled();
    put('larger', 29_999);
    await settled();
    expect(closed).toEqual([]);
    put('one more', 1);
    await settled();
    expect(closed).toEqual(['small']);
    put('huge', 900_000);
    await settled();
    expect(closed.toSorted()).toEqual(['large', 'larger', 'small']);
  });

  it('keeps what is being asked beyond all that, and takes away what is unused only where that is meant', async () => {
    const { stock, closed, put, has } = stocked();
    const asked = put('asked');
    stock.enter(asked);
    for (let n = 1; n <= 17; n += 1) put(`n${n}`);
    await settled();
    expect([has('asked'), closed]).toEqual([true, ['n1']]);
    stock.removeWhere(([story]) => story?.slug === 'n2', 'unused');
    await settled();
    expect(closed).toEqual(['n1', 'n2']);
  });

  it('closes nothing that is being asked, and closes it when the last question is answered', async () => {
    const { stock, closed, put, has } = stocked();
    const asked = put('asked');
    stock.enter(asked);
    stock.enter(asked);
    stock.removeWhere(() => true, 'unused');
    await settled();
    expect([has('asked'), closed]).toEqual([true, []]);
    stock.removeWhere(() => true);
    await settled();
    expect([has('asked'), closed]).toEqual([false, []]);
    stock.leave(asked);
    await settled();
    expect(closed).toEqual([]);
    stock.leave(asked);
    await settled();
    expect(closed).toEqual(['asked']);
  });

  it('takes away only what is unwanted', async () => {
    const { stock, closed, put, has } = stocked();
    put('kept');
    put('unwanted');
    stock.removeWhere(([story]) => story?.slug === 'unwanted');
    await settled();
    expect([closed, has('kept')]).toEqual([['unwanted'], true]);
  });

  it('puts a shelf in the place of the one it was made from, whose engine it goes on with', async () => {
    const { stock, closed, put, has } = stocked();
    const [from, to] = [put('from'), put('to')];
    put('other');
    stock.enter(from);
    stock.succeed(from, to);
    stock.leave(from);
    await settled();
    expect([closed, ...['from', 'to', 'other'].map(has)]).toEqual([[], false, true, true]);
    expect(from.successor).toBe(to);
  });

  it('does not keep a shelf that cannot be filled, and has nothing of it to close', async () => {
    const { stock } = stocked();
    const stories = [storyOf([])];
    stock.front(stock.make(stories, Promise.reject(new Error('The engine is away.'))));
    expect(stock.find(stories)).toBeDefined();
    await settled();
    expect(stock.find(stories)).toBeUndefined();
  });
});
