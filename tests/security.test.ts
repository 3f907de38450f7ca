import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:threat|---) \|/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
const codeIn = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([\w./-]+)`/g)].map(([, name]) => name ?? '');

describe('the threats of docs/security.md', () => {
  it.each(rows)('%s', (_threat, _what, places, tests) => {
    expect(codeIn(places).length).toBeGreaterThan(0);
    expect(codeIn(tests).length).toBeGreaterThan(0);
    expect(codeIn(places).filter((name) => !existsSync(`src/${name}`))).toEqual([]);
    const missing = codeIn(tests).filter(
      (name) => !existsSync(`tests/${name}.test.ts`) && !existsSync(`tests/${name}`),
    );
    expect(missing).toEqual([]);
  });
});
