import type { Pair } from '../pair.ts';

/** What a sentence holds of the words of a question. */
export const WORDS = {
  /** The share of what was asked for that the sentence itself holds: the strongest single sign. */
  coverage: ({ share }: Pair) => share.here,

  /** The rarest word of the question is what it is about: without it a sentence is about something else. */
  rarest: ({ inquiry, here }: Pair) => inquiry.rarest.reduce((most, at) => Math.max(most, here[at] ?? 0), 0),

  /** The question's first word: often the kind of thing that is asked for, or what it is about. */
  first: ({ here }: Pair) => here[0] ?? 0,

  /** The question's small words, "by", "after", "not yet": they make the same turn of phrase. */
  smallWords: ({ inquiry: { words }, corpus, candidate }: Pair) => {
    const both = new Set<string>();
    for (const { word } of corpus.tokensOf(candidate.sentence)) if (words.has(word)) both.add(word);
    return both.size / Math.max(1, words.size);
  },

  /** News sentences begin with what they are about; "what does the decision mean" is about the decision. */
  subject: ({ inquiry, corpus, candidate }: Pair) => {
    const first = corpus.wordsOf(candidate.sentence)[0]?.term ?? '';
    const worth = (inquiry.matching.get(first) ?? []).map(({ at }) => inquiry.terms[at]?.importance ?? 0);
    return Math.max(0, ...worth);
  },
} satisfies Record<string, (pair: Pair) => number>;
