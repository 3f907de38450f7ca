import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/knowledge/article.ts';
import { corpusInPieces, corpusOf, countedOf, textOf } from '../../src/knowledge/corpus.ts';
import { termNumbersOf } from '../../src/knowledge/counted.ts';
import { termAt } from '../../src/knowledge/words/term-numbers.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const WORDS = ['ferry', 'mayor', 'ticket', 'harbour', 'council', 'votes'];
const body = fc
  .array(fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }), { maxLength: 3 }), {
    maxLength: 3,
  })
  .map((paragraphs) =>
    paragraphs.map((said) => said.map((words) => `The ${words.join(' ')}.`).join(' ')).join('\n\n'),
  );
const library = fc.array(fc.array(body, { maxLength: 3 }), { maxLength: 3 }).map((stories) =>
  stories.map((bodies, at): Story => {
    const slug = `story-${at}`;
    return storyOf(
      bodies.map((text, number) => articleOf({ id: `a${number}`, story: slug, body: text })),
      { slug },
    );
  }),
);

/** What a library holds, counted the long way. */
function expected(stories: readonly Story[]) {
  const sentences = stories.flatMap(({ articles }) => articles.flatMap((one) => countedOf(one).sentences));
  const terms = stories.flatMap(({ articles }) => articles.flatMap((one) => countedOf(one).terms));
  const all = [...new Set(terms.flat())].sort();
  return {
    sentences,
    terms,
    all,
    timesOf: (term: string) => terms.filter((own) => own.includes(term)).length,
    firstOf: (term: string) => terms.findIndex((own) => own.includes(term)),
  };
}

describe('the sentences of a library, counted', () => {
  it('are what they are when counted the long way, one library after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(library, { minLength: 1, maxLength: 3 }), async (libraries) => {
        for (const stories of libraries) {
          const corpus = await corpusInPieces(stories);
          const { sentences, terms, all, timesOf, firstOf } = expected(stories);
          expect(corpus.sentences).toEqual(sentences);
          expect(sentences.map((_, at) => corpus.indexedTermsOf(at))).toEqual(terms);
          expect(sentences.map((_, at) => corpus.termsOf(at))).toEqual(terms.map((own) => new Set(own)));
          expect(corpus.vocabulary).toEqual(all);
          expect([...corpus.frequency.keys()].sort()).toEqual(all);
          for (const term of all) {
            expect(corpus.frequency.get(term)).toBe(timesOf(term));
            expect(corpus.firstWith(term)).toBe(firstOf(term));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stand in their paragraph, their article and their story', () => {
    fc.assert(
      fc.property(library, (stories) => {
        const corpus = corpusOf(stories);
        for (const [at, sentence] of corpus.sentences.entries()) {
          const paragraph = corpus.paragraphs[corpus.paragraphOf[at] ?? -1];
          const own = corpus.sentences.slice(paragraph?.from, paragraph?.to);
          expect(own).toContain(sentence);
          expect(new Set(own.map((other) => other.paragraph)).size).toBe(1);
          expect(corpus.stretchAt(at)?.article).toBe(sentence.article);
        }
        for (const { slug, articles } of stories) {
          expect(corpus.stretchesOf(slug).map(({ article }) => article)).toEqual(articles);
        }
      }),
    );
  });

  it('know no term of a library that stood there before, nor of one that is closed', () => {
    corpusOf([storyOf([articleOf({ body: 'Zeppelins landed.' })])]);
    const corpus = corpusOf([storyOf([articleOf({ body: 'The ferry sank.' })])]);
    expect(corpus.firstWith('zeppelin')).toBeNull();
    expect(corpus.frequency.has('zeppelin')).toBe(false);
    expect(corpus.vocabulary).toEqual(['ferry', 'sink']);
  });

  it('are none in an empty library', () => {
    const corpus = corpusOf([]);
    expect([corpus.sentences, corpus.vocabulary, corpus.stretches]).toEqual([[], [], []]);
    expect(corpus.firstWith('ferry')).toBeNull();
    expect(corpus.stretchesOf('ferry-vote')).toEqual([]);
    expect(corpus.stretchAt(0)).toBeUndefined();
    expect(corpus.indexedTermsOf(0)).toEqual([]);
  });

  it('are the same objects in two libraries that share an article', () => {
    const shared = articleOf({ body: 'The ferry sank. Nobody was hurt.' });
    const before = corpusOf([storyOf([shared])]);
    const after = corpusOf([storyOf([articleOf({ id: 'new', body: 'It was raised.' }), shared])]);
    expect(after.sentences.slice(1).every((sentence, at) => sentence === before.sentences[at])).toBe(true);
    expect(after.tokensOf(1).map(({ word }) => word)).toEqual(['the', 'ferry', 'sank']);
    expect(textOf(after.sentences[2])).toBe('Nobody was hurt.');
  });

  it('have a speaker among their terms, and all of an article in a row', () => {
    const talk = articleOf({ kind: 'transcript', body: 'JANE DOE: The ferry sank.\n\nTOM ROE: It did.' });
    expect(countedOf(talk).terms[0]).toEqual(['ferry', 'sink', 'jane', 'doe']);
    expect([...termNumbersOf(countedOf(talk))].map(termAt)).toEqual(countedOf(talk).terms.flat());
  });
});
