import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/knowledge/article.ts';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import type { Candidate, SearchEngine, SearchTerm } from '../../../src/knowledge/search/engine.ts';
import { memoryEngine } from '../../../src/knowledge/search/memory.ts';
import { miniSearchEngine } from '../../../src/knowledge/search/minisearch.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { describeEngine } from './engine-contract.ts';

describeEngine('The engine in memory', memoryEngine);

/** Few words, the first of them common: texts share them, scores are near each other, and many are equal. */
const WORDS = ['boat', 'dock', 'rain', 'vote', 'motion', 'harbour', 'mayor', 'glad', 'late', 'tide', 'fare'];
const word = fc.nat(WORDS.length * WORDS.length - 1).map((n) => {
  const common = Math.floor(n / WORDS.length) * (n % WORDS.length);
  return WORDS[Math.floor(common / WORDS.length)] ?? 'boat';
});
const wordsOf = (most: number) => fc.array(word, { maxLength: most }).map((words) => words.join(' '));
const body = fc
  .array(fc.array(wordsOf(7), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .map((paragraphs) =>
    paragraphs.map((sentences) => sentences.map((text) => `So ${text}.`).join(' ')).join('\n\n'),
  );
const SLUGS = ['ferry', 'bridge', 'market'];
const article = fc
  .record({ story: fc.constantFrom(...SLUGS), headline: wordsOf(4), body })
  .map((details) => articleOf(details));
const articles = fc.array(article, { maxLength: 12 });
const query = fc.record({
  terms: fc.array(
    fc.record({
      term: fc.constantFrom(...WORDS, 'harbour', 'nosuchterm', ''),
      weight: fc.double({ min: 0.05, max: 1, noNaN: true }),
    }),
    { maxLength: 8 },
  ),
  stories: fc.subarray(SLUGS, { minLength: 1 }),
});

function storiesWith(some: readonly ReturnType<typeof articleOf>[]): Story[] {
  return SLUGS.map((slug) =>
    storyOf(
      some.filter(({ story }) => story === slug),
      { slug },
    ),
  );
}

const sorted = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => a.sentence - b.sentence);

async function expectSame(
  [engine, reference]: readonly [SearchEngine, SearchEngine],
  { terms, stories }: { readonly terms: readonly SearchTerm[]; readonly stories: readonly string[] },
) {
  const [found, expected] = await Promise.all(
    [engine, reference].map((one) => one.search(terms, new Set(stories))),
  );
  const near = sorted(expected ?? []).map(({ sentence, score, paragraphScore }) => ({
    sentence,
    score: expect.closeTo(score, 8),
    paragraphScore: expect.closeTo(paragraphScore, 8),
  }));
  expect(sorted(found ?? [])).toEqual(near);
}

describe('the engine in memory, beside MiniSearch', () => {
  it('finds the same candidates with the same scores', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.array(query, { minLength: 1, maxLength: 4 }), async (some, queries) => {
        const corpus = corpusOf(storiesWith(some));
        const engines = [memoryEngine(), miniSearchEngine()] as const;
        for (const engine of engines) await engine.load(corpus);
        for (const one of queries) await expectSame(engines, one);
      }),
      { numRuns: 150 },
    );
  });

  it('does so after articles have come, gone, and come again', async () => {
    const changes = fc.array(fc.tuple(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), query), {
      minLength: 2,
      maxLength: 5,
    });
    const eight = fc.array(article, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(eight, changes, async (some, states) => {
        const engine = memoryEngine();
        await engine.load(corpusOf(storiesWith(some.slice(0, 4))));
        for (const [held, one] of states) {
          const corpus = corpusOf(storiesWith(held.flatMap((index) => some[index] ?? [])));
          engine.update(corpus);
          const reference = miniSearchEngine();
          await reference.load(corpus);
          await expectSame([engine, reference], one);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does so in a library that is added up in several windows', async () => {
    // Each article has more of one word and its neighbours than of others; none is like another.
    const wordAt = (n: number) => WORDS[(n * n + 3 * n) % WORDS.length] ?? '';
    const sentenceAt = (n: number) =>
      `So ${Array.from({ length: 3 + (n % 5) }, (_, at) => wordAt(n + at * (n % 7))).join(' ')}.`;
    const bodyAt = (n: number) =>
      Array.from(
        { length: 40 },
        (_, at) => `${sentenceAt(n * 80 + at * 2)} ${sentenceAt(n * 80 + at * 2 + 1)}`,
      );
    const many = Array.from({ length: 70 }, (_, n) =>
      articleOf({ story: SLUGS[n % 3] ?? '', headline: sentenceAt(n), body: bodyAt(n).join('\n\n') }),
    );
    const corpus = corpusOf(storiesWith(many));
    const engines = [memoryEngine(), miniSearchEngine()] as const;
    for (const engine of engines) await engine.load(corpus);
    for (const [n, first] of WORDS.entries()) {
      const terms = [first, wordAt(n + 1), wordAt(n + 4)].map((term, at) => ({ term, weight: 1 - at * 0.3 }));
      await expectSame(engines, { terms, stories: SLUGS });
      await expectSame(engines, { terms, stories: SLUGS.slice(n % 3, (n % 3) + 1) });
    }
  });
});
