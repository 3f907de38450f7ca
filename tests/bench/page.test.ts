import { describe, expect, it } from 'vitest';
import { page } from '../../bench/render/page.ts';
import { GROWTH, runOf } from './run.ts';

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(2, -2).split(' | '));

describe('the page about the bench', () => {
  it('has a row for each peer, the best first, in percent, ms and MB', () => {
    const [head, , first, second] = rowsOf(page(runOf()));
    expect(head?.slice(2, 7)).toEqual(['P@1', 'MRR@10', 'p50 ms', 'p95 ms', 'heap MB']);
    expect(first).toEqual(['Nutgraf', '1.2.3', '75.0', '80.0', '1.3', '13', '25', '60', '1.50', '400']);
    expect(second?.[0]).toBe('Slowfind');
  });

  it('says who was asked fewer questions, and nobody else', () => {
    const text = page(runOf());
    expect(text).toContain('Slowfind is too slow for all of them: it was asked an even sample of 50');
    expect(text).not.toContain('Nutgraf is too slow');
  });

  it('says how each is set up and where that is recommended', () => {
    expect(page(runOf())).toContain(
      '- **Slowfind**: with a stemmer ([documentation](https://example.org/docs)).',
    );
  });

  it('names the command, the version of Node and the processor, and no day', () => {
    const text = page(runOf());
    expect(text).toContain('\nnpm run bench -- path/to/ferry-questions\n');
    expect(text).toContain('Node 20.19.0, Quiet Processor <9>, 2 cores');
    expect(text).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });

  it('speaks of growth only when that was measured, the smallest library first', () => {
    expect(page(runOf())).not.toContain('As the library grows');
    const grown = page(runOf({ growth: [...GROWTH].reverse() }));
    const sizes = rowsOf(grown)
      .map(([size]) => size)
      .filter((size) => /^[\d,]+$/.test(size ?? ''));
    expect(sizes).toEqual(['1,000', '1,000', '10,000', '10,000', '250,000', '250,000']);
  });

  it('shows a dash where no question of the set has an answer', () => {
    const { peers } = runOf();
    const none = peers.map((peer) => ({ ...peer, precisionAt1: null, mrrAt10: null }));
    expect(rowsOf(page(runOf({ peers: none })))[2]?.slice(2, 4)).toEqual(['–', '–']);
  });
});
