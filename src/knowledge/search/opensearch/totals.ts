import { breaths } from '../../breath.ts';
import type { Corpus } from '../../corpus.ts';
import { headlineTermsOf } from '../memory/segment.ts';

/**
 * What scores are made of beside the text itself. Counted here and not asked of the cluster, whose index holds other
 * stories too: what is closed to a place must not be felt there.
 */
export interface Totals {
  readonly sentences: number;
  readonly paragraphs: number;
  /** Different terms of a sentence, of a paragraph, and of the headline over a paragraph, on average. */
  readonly average: { readonly sentence: number; readonly paragraph: number; readonly headline: number };
  /** How many paragraphs hold a term. */
  readonly texts: ReadonlyMap<string, number>;
  /** How many paragraphs stand under a headline that holds it. */
  readonly headlines: ReadonlyMap<string, number>;
}

/**
 * @param corpus what is asked
 * @returns its totals, in pieces between which questions are answered; some 2 µs a sentence
 */
export async function totalsOf(corpus: Corpus): Promise<Totals> {
  const breath = breaths();
  const texts = new Map<string, number>();
  const headlines = new Map<string, number>();
  const lengths = { sentence: 0, paragraph: 0, headline: 0 };
  for (const { article, paragraphs } of corpus.stretches) {
    const headline = new Set(headlineTermsOf(article));
    const under = paragraphs.to - paragraphs.from;
    for (const term of headline) headlines.set(term, (headlines.get(term) ?? 0) + under);
    lengths.headline += lengthOf(headline) * under;
    for (let at = paragraphs.from; at < paragraphs.to; at += 1) {
      const { from, to } = corpus.paragraphs[at] ?? { from: 0, to: 0 };
      const held = new Set<string>();
      for (let sentence = from; sentence < to; sentence += 1) {
        const terms = corpus.indexedTermsOf(sentence);
        lengths.sentence += lengthOf(new Set(terms));
        for (const term of terms) held.add(term);
      }
      lengths.paragraph += lengthOf(held);
      for (const term of held) texts.set(term, (texts.get(term) ?? 0) + 1);
    }
    await breath();
  }
  const [sentences, paragraphs] = [corpus.sentences.length, corpus.paragraphs.length];
  return {
    sentences,
    paragraphs,
    average: {
      sentence: lengths.sentence / sentences,
      paragraph: lengths.paragraph / paragraphs,
      headline: lengths.headline / paragraphs,
    },
    texts,
    headlines,
  };
}

/** As in MiniSearch, which takes what holds nothing for one empty term. */
function lengthOf(different: ReadonlySet<string>): number {
  return Math.max(1, different.size);
}
