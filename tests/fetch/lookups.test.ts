import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../src/fetch/lookups.ts';

const ADDRESS = { address: '93.184.215.14', family: 4 };

/** A resolver whose names wait until they are answered. */
function slowResolver() {
  const open: { readonly hostname: string; readonly answer: (error?: Error) => void }[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const answer = (error?: Error) => callback(error ?? null, error ? [] : [ADDRESS]);
    open.push({ hostname, answer });
  };
  return { lookup, open, asked: () => open.map(({ hostname }) => hostname) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('names whose servers never answer', () => {
  it('hold one thread of the system, however many they are', async () => {
    const { lookup, open, asked } = slowResolver();
    const look = oneAtATime(lookup);
    const { signal } = new AbortController();
    const found = ['a.example', 'b.example', 'c.example'].map((name) => look(name, signal));
    await settled();
    expect(asked()).toEqual(['a.example']);
    open[0]?.answer();
    await settled();
    expect(asked()).toEqual(['a.example', 'b.example']);
    open[1]?.answer(new Error('no name'));
    open[2]?.answer();
    const [first, second, third] = await Promise.allSettled(found);
    expect([first?.status, second?.status, third?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are not asked for where nobody waits from the beginning', async () => {
    const { lookup, asked } = slowResolver();
    const given = new AbortController();
    given.abort(new Error('given up'));
    await expect(oneAtATime(lookup)('a.example', given.signal)).rejects.toThrow('given up');
    expect(asked()).toEqual([]);
  });

  it('are not asked for once nobody waits any more, and whoever waits is told at once', async () => {
    const { lookup, open, asked } = slowResolver();
    const look = oneAtATime(lookup);
    const [given, kept] = [new AbortController(), new AbortController()];
    const first = look('a.example', kept.signal);
    const second = look('b.example', given.signal);
    const third = look('c.example', kept.signal);
    given.abort(new Error('took too long'));
    await expect(second).rejects.toThrow('took too long');
    open[0]?.answer();
    await settled();
    expect(asked()).toEqual(['a.example', 'c.example']);
    open[1]?.answer();
    expect(await Promise.all([first, third])).toEqual([[ADDRESS], [ADDRESS]]);
  });

  it('cannot be had by a name without addresses', async () => {
    const look = oneAtATime((_hostname, _options, callback) => callback(null, []));
    const none = look('none.example', new AbortController().signal);
    await expect(none).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
