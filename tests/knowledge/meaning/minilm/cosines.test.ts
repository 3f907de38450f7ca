import { describe, expect, it } from 'vitest';
import { openStandIn } from '../../../support/network/open.ts';

const FERRY = 'The ferry to Quay Island sank';
const HARVEST = 'Barley grows slowly';
const many = (count: number) => Array.from({ length: count }, (_, at) => `Ledger line ${at} of the harbour`);

describe('cosines of a question and sentences', () => {
  it('come in the order of the sentences, once these have been prepared', async () => {
    const { deep, settled } = await openStandIn();
    deep.prepare([HARVEST, FERRY]);
    await settled();
    const [same, none] = (await deep.cosines('the ferry to quay island sank', [FERRY, HARVEST])) ?? [];
    expect(same).toBeCloseTo(1, 2);
    expect(none).toBeCloseTo(0, 2);
  });

  it('are not to be had while a single sentence is lacking, which is computed then', async () => {
    const { deep, settled } = await openStandIn();
    deep.prepare([FERRY]);
    await settled();
    expect(await deep.cosines('Which ferry?', [FERRY, HARVEST])).toBeNull();
    await settled();
    expect(await deep.cosines('Which ferry?', [FERRY, HARVEST])).toHaveLength(2);
  });

  it('are none for no sentences', async () => {
    const { deep, seen } = await openStandIn();
    expect(await deep.cosines('Which ferry?', [])).toEqual([]);
    expect(seen()).toEqual([]);
  });

  it('cost nothing when a question comes again', async () => {
    const { deep, settled, seen } = await openStandIn();
    deep.prepare([FERRY]);
    await settled();
    const ask = () => deep.cosines('Which ferry?', [FERRY]);
    const both = await Promise.all([ask(), ask()]);
    expect(await ask()).toEqual(both[0]);
    expect(seen()).toEqual([FERRY, 'Which ferry?']);
  });

  it('are done without when the question takes longer than the limit, and remembered for the next time', async () => {
    const { deep, settled, seen } = await openStandIn({ delay: 300, patience: 40 });
    deep.prepare([FERRY]);
    await settled();
    expect(await deep.cosines('Which ferry?', [FERRY])).toBeNull();
    await expect.poll(() => deep.cosines('Which ferry?', [FERRY]), { timeout: 5_000 }).toHaveLength(1);
    expect(seen()).toEqual([FERRY, 'Which ferry?']);
  });

  it('are not even waited for by more questions at once than could be served', async () => {
    const { deep, settled, seen } = await openStandIn({ delay: 10 });
    deep.prepare([FERRY]);
    await settled();
    const flood = await Promise.all(many(40).map((question) => deep.cosines(question, [FERRY])));
    expect(flood.filter((cosines) => cosines !== null)).toHaveLength(16);
    expect(seen()).toHaveLength(17);
  });

  it('are not to be had after the end', async () => {
    const { deep, settled } = await openStandIn();
    deep.prepare([FERRY]);
    await settled();
    await deep.close();
    expect(await deep.cosines('Which ferry?', [FERRY])).toBeNull();
  });
});

describe('the background', () => {
  it('computes each text once, however often it is announced', async () => {
    const { deep, settled, seen, news } = await openStandIn();
    deep.prepare([FERRY, HARVEST, FERRY]);
    deep.prepare([HARVEST]);
    await settled();
    deep.prepare([FERRY]);
    await settled();
    expect(seen()).toEqual([FERRY, HARVEST]);
    expect(news.settled.mock.calls).toEqual([[2]]);
  });

  it('says how far it is', async () => {
    const { deep, settled } = await openStandIn({ delay: 5 });
    expect(deep.ready()).toEqual({ done: 0, wanted: 0 });
    deep.prepare(many(20));
    expect(deep.ready().wanted).toBeGreaterThan(0);
    await settled();
    expect(deep.ready()).toEqual({ done: 20, wanted: 20 });
  });

  it('lets a question go between two sentences', async () => {
    const { deep, settled, seen } = await openStandIn({ delay: 30 });
    deep.prepare([FERRY]);
    await settled();
    deep.prepare(many(24));
    await expect.poll(() => seen().length).toBeGreaterThan(2);
    const before = seen().length;
    await deep.cosines('Which ferry?', [FERRY]);
    expect(seen().indexOf('Which ferry?')).toBeLessThanOrEqual(before + 2);
  });

  it('computes what a question lacked ahead of what was only announced', async () => {
    const { deep, settled, seen } = await openStandIn({ delay: 15 });
    deep.prepare(many(60));
    await expect.poll(() => seen().length).toBeGreaterThan(0);
    const last = many(60).at(-1) ?? '';
    expect(await deep.cosines('Which ferry?', [FERRY, last])).toBeNull();
    await settled();
    const [ferry, announced] = [FERRY, last].map((text) => seen().indexOf(text));
    expect(announced).toBe((ferry ?? 0) + 1);
    expect(ferry).toBeLessThan(32);
    expect(new Set(seen()).size).toBe(seen().length);
  });
});
