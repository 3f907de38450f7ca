import bm25 from 'wink-bm25-text-search';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Peer } from '../peer.ts';
import { packageVersion } from '../run/packages.ts';

/**
 * The preparation of the README: winkNLP's tokens without stop words, stemmed
 * (https://github.com/winkjs/wink-bm25-text-search#example). The README's own keeps nothing but words and
 * marks what is negated, which is of use to a search for opinions; with numbers kept, and without the marks,
 * it comes to 68.7 P@1 in place of 66.0 on 1,000 questions of a development set (`train-wiki`), so that is
 * measured.
 */
export const peer: Peer = {
  name: 'wink-bm25',
  version: () => packageVersion('wink-bm25-text-search'),
  setup: "its README's preparation with winkNLP: stems without stop words; numbers are kept too",
  documentation: 'https://github.com/winkjs/wink-bm25-text-search#example',
  most: null,

  build(sentences) {
    const nlp = winkNLP(model);
    const { its } = nlp;
    const engine = bm25();
    engine.defineConfig({ fldWeights: { text: 1 } });
    engine.definePrepTasks([
      (text) => {
        const stems: string[] = [];
        nlp
          .readDoc(text)
          .tokens()
          .filter((token) => isTerm(token.out(its.type)) && !token.out(its.stopWordFlag))
          .each((token) => void stems.push(String(token.out(its.stem))));
        return stems;
      },
    ]);
    sentences.forEach(({ text }, id) => {
      engine.addDoc({ text }, id);
    });
    engine.consolidate();
    return (question, most) => engine.search(question, most).map(([id]) => Number(id));
  },
};

function isTerm(type: unknown): boolean {
  return type === 'word' || type === 'number';
}
