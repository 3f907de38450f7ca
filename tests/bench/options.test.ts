import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options.js';

describe('the command line of the bench', () => {
  it('takes a set, and by default puts all its questions and writes to docs', () => {
    expect(readOptions(['sets/ferry'])).toEqual({
      help: false,
      set: 'sets/ferry',
      limit: null,
      growth: false,
      out: 'docs',
    });
  });

  it('takes a limit, growth and a folder', () => {
    const options = readOptions(['--limit', '50', '--growth', '--out', 'here', 'ferry.json']);
    expect(options).toMatchObject({ limit: 50, growth: true, out: 'here', set: 'ferry.json' });
  });

  it.each([
    [[], /SQuAD file .* or a pair by its path without \.articles\.jsonl\.gz/],
    [['one', 'two'], /One set is measured at a time/],
    [['--limit', '0', 'ferry'], /--limit should be a whole number from 1/],
    [['--limit', 'many', 'ferry'], /--limit should be a whole number from 1/],
    [['--sets', 'ferry'], /--sets/],
    [['--cluster'], /There is no set/],
    [['--cluster', '--sizes', '10000,many', 'ferry'], /--sizes should be whole numbers from 100/],
    [['--cluster', '--sizes', '', 'ferry'], /--sizes should be whole numbers from 100/],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => readOptions(args)).toThrow(message);
  });

  it('takes sizes for the cluster in any order, and has some of its own', () => {
    const options = readOptions(['--cluster', '--sizes', '50000,10000,50000', 'ferry']);
    expect(options).toMatchObject({ cluster: [10_000, 50_000], set: 'ferry' });
    expect(readOptions(['--cluster', 'ferry']).cluster).toEqual([10_000, 50_000, 250_000, 1_000_000]);
    expect(readOptions(['ferry']).cluster).toBeUndefined();
  });

  it('needs no set to explain itself', () => {
    expect(readOptions(['--help'])).toMatchObject({ help: true });
  });
});
