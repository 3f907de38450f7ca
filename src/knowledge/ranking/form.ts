import { type Corpus, textOf } from '../corpus.ts';
import { sumOf } from '../meaning/sentence-vectors.ts';
import type { Token } from '../words/terms.ts';

/** What can be seen of a sentence without any question. */
export interface Form {
  /** Its words, lower case, small ones too. */
  readonly words: ReadonlySet<string>;
  /** Pairs of words that follow each other, by what they say and by what they are searched by. */
  readonly wordPairs: ReadonlySet<string>;
  readonly termPairs: ReadonlySet<string>;
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

const forms = new WeakMap<Corpus['stretches'], Map<number, Form>>();
/** Good candidates come again; 20,000 of them take some 60 MB at most. */
const REMEMBERED = 20_000;

/**
 * @param corpus a library
 * @param sentence index into it
 * @returns what the sentence looks like
 */
export function formOf(corpus: Corpus, sentence: number): Form {
  const known = forms.get(corpus.stretches) ?? new Map<number, Form>();
  forms.set(corpus.stretches, known);
  const cached = known.get(sentence);
  if (cached) return cached;
  const made = makeForm(textOf(corpus.sentences[sentence]), corpus.tokensOf(sentence));
  if (known.size >= REMEMBERED) known.clear();
  known.set(sentence, made);
  return made;
}

function makeForm(text: string, tokens: readonly Token[]): Form {
  const capital = tokens.filter(({ start }, index) => index > 0 && /\p{Lu}/u.test(text[start] ?? ''));
  return {
    words: new Set(tokens.map(({ word }) => word)),
    wordPairs: pairsIn(tokens, 'word'),
    termPairs: pairsIn(tokens, 'term'),
    capitals: new Set(capital.map(({ word }) => word)),
    figures: tokens.filter(({ word }) => /^\p{N}/u.test(word)).length,
    hasYear: tokens.some(({ word }) => /^(?:1\d|20)\d\d$/.test(word)),
    hasQuotation: /["“]/.test(text),
    leansBack: LEANS_BACK.test(text),
    sum: sumOf(tokens.map(({ word }) => word)),
  };
}

/** @returns each two words that follow each other, as one text */
export function pairsIn(tokens: readonly Token[], by: 'word' | 'term'): ReadonlySet<string> {
  return new Set(tokens.slice(1).map((token, index) => `${tokens[index]?.[by]} ${token[by]}`));
}
