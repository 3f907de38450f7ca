import { ENGINE_NAMES, openEngines, openRankingList } from '../../src/knowledge/index.ts';
import type { BenchSentence, Peer, Search } from '../peer.ts';
import { ownVersion } from '../run/packages.ts';

/**
 * Nutgraf as `nutgraf eval` measures it: its first engine and its ranker. Unlike a library that is given
 * sentences, it also reads the paragraph around a sentence and the headline above it.
 */
export const peer: Peer = {
  name: 'Nutgraf',
  version: ownVersion,
  setup: 'as it ships: its first engine, its ranker; it also reads the paragraph and the headline',
  documentation: 'design.md',
  most: null,

  async build(sentences, stories): Promise<Search> {
    const { make } = await openEngines(ENGINE_NAMES[0], null);
    const list = await openRankingList(stories, make());
    const firsts = firstOf(sentences);
    const scope = { place: { bot: 'terminal' as const }, story: null };
    return async (text, most) => {
      const ranked = await list.rank({ text, scope, earlier: [] }, most);
      return ranked.map(({ quote }) => indexOf(sentences, firsts, quote.citation.story, quote.start));
    };
  },
};

/** Index of each story's first sentence: small, since what it takes counts as Nutgraf's memory. */
function firstOf(sentences: readonly BenchSentence[]): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  sentences.forEach(({ story }, index) => {
    if (!firsts.has(story)) firsts.set(story, index);
  });
  return firsts;
}

/** -1 for what is none of the sentences: that is never right. */
function indexOf(
  sentences: readonly BenchSentence[],
  firsts: ReadonlyMap<string, number>,
  story: string,
  start: number,
): number {
  let at = firsts.get(story) ?? -1;
  while (sentences[at]?.story === story) {
    if ((sentences[at]?.start ?? 0) >= start) return sentences[at]?.start === start ? at : -1;
    at += 1;
  }
  return -1;
}
