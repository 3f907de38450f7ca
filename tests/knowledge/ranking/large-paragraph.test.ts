import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/knowledge/corpus.ts';
import { formOf } from '../../../src/knowledge/ranking/form.ts';
import { holdingOf } from '../../../src/knowledge/ranking/held.ts';
import { cosinesTo, likenessTo } from '../../../src/knowledge/ranking/likeness.ts';
import type { Token } from '../../../src/knowledge/words/terms.ts';
import { asked } from '../../support/pairs.ts';

const wordsOf = (words: readonly string[]) =>
  words.map((word): Token => ({ term: word, word, start: 0, end: 1 }));

describe('a sentence that says thousands of words and none of them twice', () => {
  it('has as many of them compared with a question as any news copy has, and no more', () => {
    const question = 'which harbour did the mayor leave';
    const { inquiry, corpus } = asked(question, 'The ferry sails to the isle.');
    // Whatever is like a term of the question would be found, if it were looked at.
    const likeIt = ['seaport', 'governor'];
    const strange = Array.from({ length: 8_000 }, (_, at) => `zq${at.toString(36)}`);
    const termsWith = (words: readonly string[]) => {
      const tokens = wordsOf(words);
      const large: Corpus = { ...corpus, wordsOf: () => tokens };
      const like = likenessTo(inquiry, large, cosinesTo(inquiry, corpus));
      const none = inquiry.terms.map(() => 0);
      const sentence = { index: 0, form: formOf(corpus, 0), here: none, paragraph: none };
      return [...like(sentence).terms];
    };
    const [alone, first, last] = [likeIt, [...likeIt, ...strange], [...strange, ...likeIt]].map(termsWith);
    const none = termsWith(strange);
    expect(alone).not.toEqual(none);
    expect(first).toEqual(termsWith([...likeIt, ...strange.slice(0, 100)]));
    expect(last).toEqual(none);
  });
});

describe('a paragraph of thousands of sentences', () => {
  it('is read word by word up to a bound for one question', () => {
    const { inquiry, corpus } = asked('which ward voted', 'The ward voted.');
    let reads = 0;
    const large: Corpus = {
      ...corpus,
      paragraphs: corpus.paragraphs.map((paragraph) => ({ ...paragraph, to: 12_000 })),
      wordsOf(sentence) {
        reads += 1;
        return corpus.wordsOf(sentence % corpus.sentences.length);
      },
      tokensOf: (sentence) => corpus.tokensOf(sentence % corpus.sentences.length),
      stretches: [...corpus.stretches],
    };
    const none = inquiry.terms.map(() => 0);
    const like = likenessTo(inquiry, large, { of: () => 0, paragraph: () => 0 });
    for (const index of [0, 0, 0]) {
      like({ index, form: formOf(corpus, 0), here: none, paragraph: none });
    }
    expect(reads).toBeLessThanOrEqual(10_000 + 3);
  });

  it('is looked through once for what holds most in it, however many of its sentences are judged', () => {
    const { inquiry, corpus } = asked(
      'which ward voted for the ferry',
      'Ward 1 voted. The ferry sails. Ward 2 voted for the ferry. A ward voted.',
    );
    let looks = 0;
    const paragraphs = corpus.paragraphs.map((paragraph) => ({
      ...paragraph,
      get to() {
        looks += 1;
        return paragraph.to;
      },
    }));
    const holding = holdingOf(inquiry, { ...corpus, paragraphs });
    const all = corpus.sentences.map((_, at) => holding.besides(at));
    expect(looks).toBe(1);
    // Beside the third, which holds all that was asked, the others hold less; beside each of them it does.
    expect(all[2]).toBeLessThan(all[0] ?? 0);
    expect(new Set([all[0], all[1], all[3]]).size).toBe(1);
  });
});
