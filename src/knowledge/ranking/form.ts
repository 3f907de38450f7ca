import { type Corpus, textOf } from '../corpus.ts';
import { sumsOf } from '../meaning/sentence-vectors.ts';
import { remembered } from '../remembered.ts';
import type { Token } from '../words/terms.ts';

/** What can be seen of a sentence without any question. */
export interface Form {
  /** Words with a capital that does not stand at the beginning, lower case. */
  readonly capitals: ReadonlySet<string>;
  /** How many figures it holds. */
  readonly figures: number;
  readonly hasYear: boolean;
  readonly hasQuotation: boolean;
  /** "He", "They", "This" at its beginning: it speaks of what stands before. */
  readonly leansBack: boolean;
  /** The sum of its words' vectors. */
  readonly sum: Float32Array;
}

const LEANS_BACK = /^["“'‘(]*(?:he|she|it|they|this|that|these|those|his|her|its|their|such|here|there)\b/i;

const forms = new WeakMap<Corpus['stretches'], (sentence: number) => Form>();
/** Good candidates come again; so many of them take some 8 MB. */
const REMEMBERED = 10_000;

/**
 * @param corpus a library
 * @param sentence index into it
 * @returns what the sentence looks like
 */
export function formOf(corpus: Corpus, sentence: number): Form {
  const known = forms.get(corpus.stretches) ?? remembered(REMEMBERED, makeFormIn(corpus));
  forms.set(corpus.stretches, known);
  return known(sentence);
}

function makeFormIn(corpus: Corpus) {
  const [{ sentences, tokensOf }, sums] = [corpus, sumsOf(corpus)];
  return (sentence: number): Form => ({
    ...makeForm(textOf(sentences[sentence]), tokensOf(sentence)),
    sum: sums(sentence),
  });
}

function makeForm(text: string, tokens: readonly Token[]): Omit<Form, 'sum'> {
  const capital = tokens.filter(({ start }, index) => index > 0 && /\p{Lu}/u.test(text[start] ?? ''));
  return {
    capitals: new Set(capital.map(({ word }) => word)),
    figures: tokens.filter(({ word }) => /^\p{N}/u.test(word)).length,
    hasYear: tokens.some(({ word }) => /^(?:1\d|20)\d\d$/.test(word)),
    hasQuotation: /["“]/.test(text),
    leansBack: LEANS_BACK.test(text),
  };
}
