import { Charset, Encoder, Index } from 'flexsearch';
import english from 'flexsearch/lang/en';
import type { Peer } from '../peer.ts';
import { packageVersion } from '../run/packages.ts';

/**
 * The English language pack stems and drops stop words (https://github.com/nextapps-de/flexsearch, "Built-In
 * Language Packs" in doc/encoder.md). Without `suggest` every word of a question has to be there: 20.8 P@1 on
 * 1,000 questions of a development set (`train-wiki`), with it 68.4. The resolution is the README's own formula
 * for well-balanced scoring: 69.2. Context search, which it offers for nearness of words, does worse: 59.9.
 */
export const peer: Peer = {
  name: 'FlexSearch',
  version: () => packageVersion('flexsearch'),
  setup: 'the English language pack; `suggest`, so that any word may match; the resolution of its README',
  documentation: 'https://github.com/nextapps-de/flexsearch/blob/master/doc/encoder.md',
  most: null,

  build(sentences) {
    const longest = sentences.reduce((most, { text }) => Math.max(most, text.length), 1);
    const index = new Index({
      tokenize: 'strict',
      encoder: new Encoder(Charset.Default).assign(english),
      resolution: 2 * Math.floor(Math.sqrt(longest)),
    });
    sentences.forEach(({ text }, id) => {
      index.add(id, text);
    });
    return (question, most) => index.search(question, { limit: most, suggest: true }).map(Number);
  },
};
