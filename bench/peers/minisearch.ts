import { stopwords } from '@orama/stopwords/english';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { Peer } from '../peer.ts';
import { packageVersion } from '../run/packages.ts';

const STOP_WORDS = new Set(stopwords);

/**
 * MiniSearch does neither by itself; its README has `processTerm` for stemming and stop words ("Term
 * processing", https://github.com/lucaong/minisearch#term-processing). Their worth on a development set
 * (`train-wiki`, 1,000 questions): 65.2 P@1 as it comes, 68.3 with stemming, 72.2 with both.
 */
export const peer: Peer = {
  name: 'MiniSearch',
  version: () => packageVersion('minisearch'),
  setup: '`processTerm` with a Porter stemmer and English stop words; BM25+, any word may match',
  documentation: 'https://github.com/lucaong/minisearch#term-processing',
  most: null,

  build(sentences) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      processTerm(term) {
        const lower = term.toLowerCase();
        return STOP_WORDS.has(lower) ? null : stemmer(lower);
      },
    });
    index.addAll(sentences.map(({ text }, id) => ({ id, text })));
    return (question, most) =>
      index
        .search(question)
        .slice(0, most)
        .map(({ id }): number => id);
  },
};
