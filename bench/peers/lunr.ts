import lunr from 'lunr';
import type { Peer } from '../peer.ts';
import { packageVersion } from '../run/packages.ts';

/**
 * lunr stems and drops stop words by itself (https://lunrjs.com/guides/customising.html). A question is no
 * query in its syntax ("What is 3:15?"), so terms are handed over as its guide says for queries that a
 * program makes (https://lunrjs.com/guides/searching.html). It does not trim a query's terms as it does a
 * document's, so that "question?" is not found (https://github.com/olivernn/lunr.js/issues/532): the remedy
 * given there takes it from 58.1 to 67.2 P@1 on 1,000 questions of a development set (`train-wiki`).
 */
export const peer: Peer = {
  name: 'lunr',
  version: () => packageVersion('lunr'),
  setup: 'its stemmer and stop words; a query of terms; the trimmer put before the stemmer in queries too',
  documentation: 'https://lunrjs.com/guides/searching.html',
  most: null,

  build(sentences) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      builder.searchPipeline.before(lunr.stemmer, lunr.trimmer);
      sentences.forEach(({ text }, id) => {
        builder.add({ id, text });
      });
    });
    return (question, most) =>
      index
        .query((query) => query.term(lunr.tokenizer(question), {}))
        .slice(0, most)
        .map(({ ref }) => Number(ref));
  },
};
