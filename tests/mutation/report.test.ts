import { describe, expect, it } from 'vitest';
import type { Judged } from '../../mutation/choosing.js';
import { table, unnoticedPage } from '../../mutation/report.js';
import { isMirrorOf } from '../../mutation/test-files.js';

const judged = (fate: Judged['fate'], more: Partial<Judged> = {}): Judged => ({
  id: '1',
  file: 'src/knowledge/quote.ts',
  line: 5,
  kind: 'BooleanLiteral',
  was: 'true',
  becomes: 'false',
  spent: 0,
  fate,
  ...more,
});
const ALL = [
  judged('noticed'),
  judged('noticed', { by: 'tests/knowledge/quote.test.ts: a quote: takes too long' }),
  judged('unnoticed', { line: 9, was: 'a\n  +  `b`' }),
  judged('unreached', { file: 'src/knowledge/words/terms.ts', line: 3 }),
];

describe('the report of a mutation run', () => {
  it('counts by folder what is noticed, of all and of those that any test comes by', () => {
    expect(table(ALL).split('\n').slice(2)).toEqual([
      '| src/knowledge/*.ts | 3 | 66.7 | 66.7 | 0 | 1 |',
      '| src/knowledge/words | 1 | 0.0 | – | 1 | 0 |',
      '| all | 4 | 50.0 | 66.7 | 1 | 1 |',
    ]);
  });

  it('lists what is not noticed by file and line, each on one line', () => {
    expect(unnoticedPage(ALL)).toBe(`# What no test notices

## src/knowledge/quote.ts (1)
- 9 BooleanLiteral: \`a + 'b'\` → \`false\`

## src/knowledge/words/terms.ts (1)
- 3 BooleanLiteral (reached by no test): \`true\` → \`false\`
`);
  });
});

describe('a test file', () => {
  it('is the own one of a source by its name, by its folder’s, or beside it below knowledge', () => {
    const source = 'src/knowledge/library.ts';
    const own = ['tests/knowledge/library.test.ts', 'tests/knowledge/library/watch.test.ts'];
    expect(own.map((test) => isMirrorOf(test, source))).toEqual([true, true]);
    const others = ['tests/knowledge/library-view.test.ts', 'tests/knowledge/ask.test.ts'];
    expect(others.map((test) => isMirrorOf(test, source))).toEqual([false, false]);
    expect(isMirrorOf('tests/knowledge/shelves/shelves.test.ts', 'src/knowledge/shelves/stock.ts')).toBe(
      true,
    );
  });
});
