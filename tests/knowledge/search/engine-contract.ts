import { beforeEach, describe, expect, it } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { CANDIDATES, type SearchEngine } from '../../../src/knowledge/search/engine.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const FERRY = storyOf([
  articleOf({
    headline: 'Council votes',
    body: 'The motion passed. Nobody was glad.\n\nA motion is not a boat. It rained.\n\nThe mayor left.',
  }),
]);
const BRIDGE = storyOf(
  [articleOf({ story: 'bridge', headline: 'An old bridge', body: 'The motion about the bridge failed.' })],
  {
    slug: 'bridge',
  },
);
const BOTH = new Set(['ferry-vote', 'bridge']);
const exactly = (...terms: string[]) => terms.map((term) => ({ term, weight: 1 }));

/** What every search engine must do; each runs it. `open` returns an engine that holds nothing yet. */
export function describeEngine(name: string, open: () => SearchEngine): void {
  describe(`${name} keeps the engine contract`, () => {
    const corpus = corpusOf([FERRY, BRIDGE]);
    const textOf = (sentence: number) => {
      const found = corpus.sentences[sentence];
      return found?.article.body.slice(found.start, found.end);
    };
    let engine: SearchEngine;
    beforeEach(async () => {
      engine = open();
      await engine.load(corpus);
      return () => engine.close();
    });
    const search = async (...terms: string[]) =>
      [...(await engine.search(exactly(...terms), BOTH))].sort((a, b) => b.score - a.score);

    it('finds the sentences that hold a term, and the others of their paragraphs', async () => {
      const texts = (await search('motion')).map(({ sentence }) => textOf(sentence));
      expect(texts).toHaveLength(5);
      expect(texts).toContain('Nobody was glad.');
      expect(texts).not.toContain('The mayor left.');
    });

    it('scores the sentence that holds more of the terms higher, and one that holds none 0', async () => {
      const found = await search('motion', 'boat');
      expect(textOf(found[0]?.sentence ?? -1)).toBe('A motion is not a boat.');
      expect(found.find(({ sentence }) => textOf(sentence) === 'Nobody was glad.')?.score).toBe(0);
    });

    it('scores the paragraph of a sentence, with the headline', async () => {
      const found = await search('council', 'motion');
      const [inside, outside] = ['The motion passed.', 'The motion about the bridge failed.'].map((text) =>
        found.find(({ sentence }) => textOf(sentence) === text),
      );
      expect(inside?.paragraphScore).toBeGreaterThan(outside?.paragraphScore ?? 0);
    });

    it('counts a term by its weight', async () => {
      const found = await engine.search(
        [
          { term: 'boat', weight: 0.1 },
          { term: 'rain', weight: 1 },
        ],
        BOTH,
      );
      const best = [...found].sort((a, b) => b.score - a.score)[0];
      expect(textOf(best?.sentence ?? -1)).toBe('It rained.');
    });

    it('looks only in the stories that it is told to', async () => {
      const found = await engine.search(exactly('motion'), new Set(['bridge']));
      expect(found.map(({ sentence }) => textOf(sentence))).toEqual(['The motion about the bridge failed.']);
      expect(await engine.search(exactly('motion'), new Set())).toEqual([]);
    });

    it('names each sentence once', async () => {
      const found = await search('motion', 'glad', 'boat', 'rain');
      expect(new Set(found.map(({ sentence }) => sentence)).size).toBe(found.length);
    });

    it.each([[[]], [['nosuchterm']], [['constructor']], [['']]])('finds nothing for %j', async (terms) => {
      expect(await search(...terms)).toEqual([]);
    });

    it('returns no more than are judged, however much matches', async () => {
      const body = Array.from({ length: 300 }, (_, index) => `A motion, number ${index}.`).join('\n\n');
      await engine.load(corpusOf([storyOf([articleOf({ body })])]));
      expect((await search('motion')).length).toBeLessThanOrEqual(
        CANDIDATES.sentences + CANDIDATES.paragraphs,
      );
    });

    it('forgets what it held when it is loaded again', async () => {
      await engine.load(corpusOf([BRIDGE]));
      expect(await search('boat')).toEqual([]);
      expect(await search('bridg')).toHaveLength(1);
    });

    it('finds and scores the same after an update as after a load', async () => {
      const late = articleOf({
        id: 'late',
        headline: 'Late news',
        body: 'The boat motion passed late. It rained.',
      });
      const before = storyOf([
        articleOf({ body: 'The motion failed.\n\nA boat sank.' }),
        articleOf({ id: 'b' }),
      ]);
      const after = storyOf([...before.articles.slice(1), late]);
      const turned = open();
      await turned.load(corpusOf([before, BRIDGE]));
      if (turned.updates > 0) turned.update(corpusOf([after, BRIDGE]));
      else await turned.load(corpusOf([after, BRIDGE]));
      const fresh = open();
      await fresh.load(corpusOf([after, BRIDGE]));
      for (const terms of [['motion'], ['boat', 'rain'], ['late', 'news', 'vote'], ['sink']]) {
        const [found, expected] = await Promise.all(
          [turned, fresh].map((one) => one.search(exactly(...terms), BOTH)),
        );
        const sorted = (candidates = found) =>
          [...(candidates ?? [])]
            .sort((a, b) => a.sentence - b.sentence)
            .map((candidate) => ({
              ...candidate,
              score: expect.closeTo(candidate.score, 9),
              paragraphScore: expect.closeTo(candidate.paragraphScore, 9),
            }));
        expect([...(found ?? [])].sort((a, b) => a.sentence - b.sentence)).toEqual(sorted(expected));
      }
      await Promise.all([turned.close(), fresh.close()]);
    });
  });
}
