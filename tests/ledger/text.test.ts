import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escaped, unescaped } from '../../src/ledger/text.ts';

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

it('every text is escaped so that SQLite gives it back, and is then the same again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const column = escaped(text);
      expect(column.includes('\0')).toBe(false);
      expect(Buffer.from(column, 'utf8').toString('utf8')).toBe(column);
      expect(unescaped(column)).toBe(text);
    }),
  );
});

it('what was not escaped is no text', () => {
  for (const column of ['"', '\\', 'a\nb', '\\x', null, 7, undefined]) expect(unescaped(column)).toBeNull();
});
