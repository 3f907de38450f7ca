import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../mutation/options.js';

describe('the command line of the mutation run', () => {
  it('takes all of knowledge, and all its mutants, unless it is told otherwise', () => {
    expect(readOptions([])).toMatchObject({ help: false, paths: ['src/knowledge'], sample: 1, seed: 1 });
  });

  it('takes paths and numbers as they are written', () => {
    const read = readOptions([
      '--sample',
      '0.2',
      'src/knowledge/quote.ts',
      '--workers=1',
      '--patience',
      '500',
    ]);
    expect(read).toMatchObject({ paths: ['src/knowledge/quote.ts'], sample: 0.2, workers: 1, patience: 500 });
  });

  it.each([['--sample', '0'], ['--sample', '1.1'], ['--workers', 'two'], ['--patience', '-1'], ['--fast']])(
    'cannot be followed with %s %s',
    (...args) => {
      expect(() => readOptions(args.filter((arg) => arg !== undefined))).toThrow(UsageError);
    },
  );
});
