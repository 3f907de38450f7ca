import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Corpus, corpusOf, indexesIn } from '../../../../src/knowledge/corpus.ts';
import type { Candidate, SearchTerm } from '../../../../src/knowledge/search/engine.ts';
import { memoryEngine } from '../../../../src/knowledge/search/memory.ts';
import { candidatesAmong } from '../../../../src/knowledge/search/opensearch/scoring.ts';
import { totalsOf } from '../../../../src/knowledge/search/opensearch/totals.ts';
import { articleOf, storyOf } from '../../../support/articles.ts';

/** Few words, so that texts share them; some say nothing, so that sentences without a term come about. */
const WORDS = ['boat', 'dock', 'rain', 'vote', 'motion', 'harbour', 'mayor', 'the', 'of', 'and'];
const SLUGS = ['ferry', 'bridge', 'market'];
const wordsOf = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((words) => words.join(' '));
const paragraph = fc
  .array(wordsOf(8), { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.map((words) => `So ${words}.`).join(' '));
const article = fc.record({
  story: fc.constantFrom(...SLUGS),
  headline: fc.option(wordsOf(5)),
  body: fc.array(paragraph, { maxLength: 9 }).map((paragraphs) => paragraphs.join('\n\n')),
});
const term = fc.record({
  term: fc.constantFrom(...WORDS, 'nosuchterm', 'constructor', ''),
  weight: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

const library = (articles: readonly { readonly story: string }[]): Corpus =>
  corpusOf(
    SLUGS.map((slug) =>
      storyOf(
        articles.filter(({ story }) => story === slug).map((details) => articleOf(details)),
        { slug },
      ),
    ),
  );

function openTo(corpus: Corpus, stories: ReadonlySet<string>): Set<number> {
  const open = corpus.stretches.filter((stretch) => stories.has(stretch.article.story));
  return new Set(open.flatMap(({ paragraphs }) => indexesIn(paragraphs)));
}

const inOrder = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => a.sentence - b.sentence);

async function expectSame(corpus: Corpus, terms: readonly SearchTerm[], stories: ReadonlySet<string>) {
  const memory = memoryEngine();
  await memory.load(corpus);
  const expected = inOrder(await memory.search(terms, stories));
  const found = candidatesAmong(corpus, await totalsOf(corpus), terms, openTo(corpus, stories));
  expect(inOrder(found)).toEqual(expected);
  return expected;
}

it('scores give what the engine in memory gives, number for number, when all is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { maxLength: 14 }),
      fc.array(term, { maxLength: 8 }),
      fc.subarray(SLUGS),
      async (articles, terms, stories) => {
        await expectSame(library(articles), terms, new Set(stories));
      },
    ),
    { numRuns: 200 },
  );
});

it('scores pick the same of more than are judged', async () => {
  const wordAt = (n: number) => WORDS[(n * n + 3 * n) % WORDS.length] ?? '';
  const body = Array.from({ length: 150 }, (_, n) => `So ${wordAt(n)} ${wordAt(n + 1)} ${wordAt(3 * n)}.`);
  const corpus = library([
    { story: 'ferry', body: body.join('\n\n') } as ReturnType<typeof articleOf>,
    { story: 'bridge', body: body.toReversed().join(' ') } as ReturnType<typeof articleOf>,
  ]);
  const terms = ['boat', 'motion', 'rain'].map((one, at) => ({ term: one, weight: 1 - at * 0.3 }));
  expect((await expectSame(corpus, terms, new Set(SLUGS))).length).toBeGreaterThan(40);
});

it('scores leave out what is not in this library any more', async () => {
  const corpus = library([{ story: 'ferry', body: 'A boat.' } as ReturnType<typeof articleOf>]);
  const terms = [{ term: 'boat', weight: 1 }];
  expect(candidatesAmong(corpus, await totalsOf(corpus), terms, new Set([7]))).toEqual([]);
});
