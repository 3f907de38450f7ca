import { expect, it } from 'vitest';
import { searchesFor } from '../../../../src/knowledge/search/opensearch/query.ts';

const termsNamed = (...names: string[]) => names.map((term) => ({ term, weight: 1 }));

interface Query {
  readonly size: number;
  readonly timeout: string;
  readonly query: {
    readonly bool: { readonly should: readonly object[]; readonly filter?: readonly object[] };
  };
}
const queriesFor = (...args: Parameters<typeof searchesFor>) => searchesFor(...args) as Query[];

it('looks for sentences, and for paragraphs by their text and half as much by the headline over them', () => {
  const [sentences, paragraphs] = queriesFor([{ term: 'boat', weight: 0.4 }], null, 900);
  expect(sentences?.query.bool.should).toEqual([{ term: { sentence: { value: 'boat', boost: 0.4 } } }]);
  expect(paragraphs?.query.bool.should).toEqual([
    { term: { paragraph: { value: 'boat', boost: 0.4 } } },
    { term: { headline: { value: 'boat', boost: 0.2 } } },
  ]);
  expect([sentences?.timeout, paragraphs?.timeout]).toEqual(['900ms', '900ms']);
});

it('has a filter only where not all may be seen', () => {
  expect(queriesFor(termsNamed('boat'), null, 1)[0]?.query.bool.filter).toBeUndefined();
  const [search] = queriesFor(termsNamed('boat'), ['ferry', '"}'], 1);
  expect(search?.query.bool.filter).toEqual([{ terms: { story: ['ferry', '"}'] } }]);
});

it('divides a filter of more stories than the cluster takes at once, and leaves none out', () => {
  const stories = Array.from({ length: 150_000 }, (_, n) => `story-${n}`);
  const [search] = queriesFor(termsNamed('boat'), stories, 1);
  const [filter] = (search?.query.bool.filter ?? []) as {
    readonly bool: { readonly should: readonly { readonly terms: { readonly story: string[] } }[] };
  }[];
  const parts = filter?.bool.should.map(({ terms }) => terms.story) ?? [];
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
  expect(parts.flat()).toEqual(stories);
});

it('asks nothing where nothing can be found', () => {
  expect(searchesFor([], null, 1)).toEqual([]);
  expect(searchesFor(termsNamed(''), null, 1)).toEqual([]);
  expect(searchesFor([{ term: 'boat', weight: 0 }], null, 1)).toEqual([]);
  expect(searchesFor(termsNamed('boat'), [], 1)).toEqual([]);
});

it('keeps the terms that count most where there are more than a cluster takes', () => {
  const terms = Array.from({ length: 3_000 }, (_, n) => ({ term: `t${n}`, weight: n === 2_999 ? 2 : 1 }));
  const clauses = queriesFor(terms, null, 1).map(({ query }) => query.bool.should);
  expect(clauses[0]?.[0]).toEqual({ term: { sentence: { value: 't2999', boost: 2 } } });
  for (const { length } of clauses) expect(length).toBeLessThan(1_024);
});

it('looks for no more of a word than the cluster keeps as one', () => {
  const [search] = queriesFor(termsNamed('a'.repeat(1_000)), null, 1);
  expect(search?.query.bool.should).toEqual([{ term: { sentence: { value: 'a'.repeat(255), boost: 1 } } }]);
});
