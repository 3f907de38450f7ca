import { expect, it } from 'vitest';
import { pathOf } from '../../../bench/web/mix.ts';

const paths = Array.from({ length: 4_000 }, (_, at) => pathOf(at, { reader: '/story/a/b' }));
const share = (of: (path: string) => boolean) => paths.filter(of).length / paths.length;

it('asks for what many readers ask for, in the shares that are told', () => {
  expect(share((path) => path.startsWith('/api/ask?q='))).toBeCloseTo(0.6);
  expect(share((path) => path.startsWith('/?q='))).toBeCloseTo(0.2);
  expect(share((path) => path === '/story/a/b')).toBeCloseTo(0.1);
  expect(share((path) => path.startsWith('/api/suggest?q='))).toBeCloseTo(0.1);
});

it('asks forty questions again and again, and a tenth that was never asked before', () => {
  const counts = new Map<string, number>();
  for (const path of paths.filter((each) => each.startsWith('/api/ask'))) {
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const once = [...counts.values()].filter((count) => count === 1).length;
  expect([once / paths.length, counts.size - once]).toEqual([0.1, 40]);
});
