import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { deepCosines } from '../../src/knowledge/deep-cosines.ts';
import type { DeepMeaning } from '../../src/knowledge/meaning/deep.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const CORPUS = corpusOf([
  storyOf([
    articleOf({ id: 'post', body: 'It rained. The ferry sank.\n\nNobody saw it.' }),
    articleOf({ id: 'radio', body: 'Barley is cheap. It is sold.' }),
  ]),
]);
const candidates = (...sentences: readonly number[]) =>
  sentences.map((sentence) => ({ sentence, score: 1, paragraphScore: 1 }));

/** A network that gives every text its length, or nothing; and what it was asked. */
function network(isReady = true) {
  const asked: { question: string; sentences: readonly string[] }[] = [];
  const deep: DeepMeaning = {
    async cosines(question, sentences) {
      asked.push({ question, sentences });
      return isReady ? sentences.map((text) => text.length / 100) : null;
    },
    prepare() {},
    ready: () => ({ done: 0, wanted: 0 }),
    async close() {},
  };
  return { deep, asked };
}

describe('cosines by the network', () => {
  it.each([
    ['the sentence before a candidate', [1], ['It rained.', 'The ferry sank.']],
    ['the one in the paragraph before', [2], ['The ferry sank.', 'Nobody saw it.']],
    ['none before the first of an article', [3], ['Barley is cheap.']],
    ['none before the first of all', [0], ['It rained.']],
    ['each once', [1, 2, 0], ['It rained.', 'The ferry sank.', 'Nobody saw it.']],
  ])('are asked for with %s', async (_name, sentences, texts) => {
    const { deep, asked } = network();
    await deepCosines(deep, 'did it sink', candidates(...sentences), CORPUS);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.question).toBe('did it sink');
    expect([...(asked[0]?.sentences ?? [])].sort()).toEqual([...texts].sort());
  });

  it('are given by sentence', async () => {
    const cosines = await deepCosines(network().deep, 'did it sink', candidates(4, 1), CORPUS);
    expect([...(cosines ?? [])].sort(([a], [b]) => a - b)).toEqual([
      [0, 0.1],
      [1, 0.15],
      [3, 0.16],
      [4, 0.11],
    ]);
  });

  it('are none where the network has them not in time, or is not wanted', async () => {
    expect(await deepCosines(network(false).deep, 'did it sink', candidates(1), CORPUS)).toBeNull();
    expect(await deepCosines(null, 'did it sink', candidates(1), CORPUS)).toBeNull();
  });

  it('are not asked for where nothing was found', async () => {
    const { deep, asked } = network();
    expect(await deepCosines(deep, 'did it sink', [], CORPUS)).toBeNull();
    expect(asked).toEqual([]);
  });
});
