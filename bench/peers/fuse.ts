import { stopwords } from '@orama/stopwords/english';
import Fuse from 'fuse.js';
import type { Peer } from '../peer.ts';
import { packageVersion } from '../run/packages.ts';

const STOP_WORDS = new Set(stopwords);
/** Fuse's own (https://www.fusejs.io/token-search.html). */
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/**
 * Token search is what Fuse recommends for queries of several words, with a threshold of 0.3 or 0.4 for
 * tighter matching (https://www.fusejs.io/token-search.html). It has no stemmer: matching is fuzzy. Stop
 * words are left out by its `tokenize`: on 40 questions of a development set (`train-wiki`) 52.5 P@1 with them,
 * 60.0 without, and 55.0 at 0.4. Every word is looked for in every sentence, half a second a question or more:
 * 200 questions have to do.
 */
export const peer: Peer = {
  name: 'Fuse.js',
  version: () => packageVersion('fuse.js'),
  setup: 'token search at the threshold of 0.3 that it recommends; English stop words left out',
  documentation: 'https://www.fusejs.io/token-search.html',
  most: 200,

  build(sentences) {
    const index = new Fuse(
      sentences.map(({ text }) => text),
      { useTokenSearch: true, threshold: 0.3, tokenize: words },
    );
    return (question, most) => index.search(question, { limit: most }).map(({ refIndex }) => refIndex);
  },
};

function words(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !STOP_WORDS.has(word));
}
