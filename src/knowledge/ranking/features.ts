import { textOf } from '../corpus.ts';
import type { Token } from '../words/terms.ts';
import { covered, type Pair, qualities } from './pair.ts';

/**
 * What can be said of a question and a sentence as one number. Each is small, pure, and on a scale from
 * -1 to 1, so that weights can be compared.
 */
export const FEATURES = {
  /** The share of what was asked for that the sentence itself holds: the strongest single sign. */
  coverage: ({ inquiry, here }: Pair) => covered(inquiry.terms, here),

  /** The same with the sentences around it, for "they" and "the move" that refer to what stands there. */
  around: ({ inquiry, around }: Pair) => covered(inquiry.terms, around),

  /** The rarest word of the question is what it is about: without it a sentence is about something else. */
  rarest: ({ inquiry, here }: Pair) => {
    const rarest = Math.max(0, ...inquiry.terms.map((term) => term.weight));
    return Math.max(0, ...here.filter((_, index) => inquiry.terms[index]?.weight === rarest));
  },

  /** The share of what was asked for that no sentence of the library holds: it is about something else. */
  unknown: ({ inquiry: { terms } }: Pair) =>
    covered(
      terms,
      terms.map(({ matches }) => (matches.size === 0 ? 1 : 0)),
    ),

  /** A name or a figure in the question that neither the sentence nor what stands around it holds. */
  stranger: ({ inquiry, around }: Pair) =>
    inquiry.terms.some((term, index) => term.isName && (around[index] ?? 0) === 0) ? 1 : 0,

  /** What a follow-up leans on: the terms of the question before. */
  earlier: ({ inquiry, corpus, candidate }: Pair) =>
    covered(inquiry.earlier, qualities(inquiry.earlier, corpus.termsOf(candidate.sentence))),

  /** The engine's own judgement (BM25) of the sentence, and of its paragraph. */
  score: ({ candidate, inquiry }: Pair) => candidate.score / inquiry.best.score,
  paragraph: ({ candidate, inquiry }: Pair) => candidate.paragraphScore / inquiry.best.paragraphScore,

  /** Whether it holds the kind of thing that was asked for: a number for a count, a name for a "who is". */
  kind: ({ evidence }: Pair) => Math.max(0, evidence.fit),

  /** Whether it cannot be the answer, for want of what was asked for: no number where one was asked for. */
  lacking: ({ evidence }: Pair) => Math.max(0, -evidence.fit),

  /** Numbers, but none beside what was to be counted. */
  uncounted: (pair: Pair) => {
    const { inquiry, evidence } = pair;
    const counts = evidence.fit <= 0 || evidence.fit === 1 || inquiry.reading.roles.counted.size === 0;
    return counts || repliesTo(pair) > 0 ? 0 : 1;
  },

  /** Somebody's words, but not about what was asked: nothing of it stands in the sentence or around it. */
  offTopic: ({ inquiry, around }: Pair) => {
    const { kind, roles } = inquiry.reading;
    if (kind !== 'statement' || roles.topic.size === 0) return 0;
    return inquiry.terms.some(({ term }, index) => roles.topic.has(term) && (around[index] ?? 0) > 0) ? 0 : 1;
  },

  /** Words that stand side by side in the question and in the sentence: "union president", "second vote". */
  neighbours: sideBySide,

  /** Pairs of words that follow each other in both, small words too: "in favor of", "was born in". */
  samePairs: (pair: Pair) => followingPairs(pair, 'word'),

  /** The same by what the words are searched by: "voted against" and "vote against". */
  sameTermPairs: (pair: Pair) => followingPairs(pair, 'term'),

  /** How much of what was asked the sentence after it holds: what leads to it is often the answer. */
  after: ({ inquiry, corpus, candidate }: Pair) => {
    const [own, next] = [corpus.sentences[candidate.sentence], corpus.sentences[candidate.sentence + 1]];
    if (next?.article !== own?.article) return 0;
    return covered(inquiry.terms, qualities(inquiry.terms, corpus.termsOf(candidate.sentence + 1)));
  },

  /** How far down its paragraph it stands, from 0 to 1 at the seventh: what matters most comes first. */
  down: ({ corpus, candidate }: Pair) => {
    const paragraph = corpus.paragraphs[corpus.paragraphOf[candidate.sentence] ?? -1];
    return Math.min(1, (candidate.sentence - (paragraph?.from ?? candidate.sentence)) / 6);
  },

  /** How much of the sentence is about the question; long sentences match by chance. */
  density: ({ here, corpus, candidate }: Pair) =>
    here.filter((quality) => quality > 0).length / Math.max(6, corpus.wordsOf(candidate.sentence).length),

  /** News sentences begin with what they are about; "what does the decision mean" is about the decision. */
  subject: ({ inquiry, corpus, candidate }: Pair) => {
    const first = corpus.wordsOf(candidate.sentence)[0]?.term;
    const worth = inquiry.terms.filter((term) => first !== undefined && term.matches.has(first));
    return Math.max(0, ...worth.map((term) => term.importance));
  },

  /** "When a second election is held, …" supposes what "will it?" and "when?" ask, and does not tell. */
  supposes: ({ inquiry, corpus, candidate }: Pair) =>
    /^(?:yes-no|date)$/.test(inquiry.reading.kind) &&
    SUPPOSES.test(textOf(corpus.sentences[candidate.sentence]))
      ? 1
      : 0,

  /** What will happen is not told by a sentence about what has happened. */
  tense: ({ inquiry, corpus, candidate }: Pair) =>
    inquiry.reading.future && !FUTURE.test(textOf(corpus.sentences[candidate.sentence])) ? 1 : 0,

  /** A question, such as a host's, is no answer. */
  asks: ({ corpus, candidate }: Pair) => (corpus.sentences[candidate.sentence]?.asks ? 1 : 0),

  /** What follows a host's question answers it, as far as the host asked what is asked here. */
  replies: repliesTo,

  /** "Thank you.": too short to say anything. */
  slight: ({ corpus, candidate, evidence }: Pair) =>
    evidence.fit <= 0 && corpus.wordsOf(candidate.sentence).length < 3 ? 1 : 0,

  /** News tells the most important first. */
  lead: ({ corpus, candidate }: Pair) => (corpus.sentences[candidate.sentence]?.start === 0 ? 1 : 0),

  /** Words of a speaker, where a statement was asked for. */
  quoted: ({ corpus, candidate, inquiry }: Pair) =>
    inquiry.reading.kind === 'statement' && /["“]/.test(textOf(corpus.sentences[candidate.sentence])) ? 1 : 0,
} satisfies Record<string, (pair: Pair) => number>;

export type FeatureName = keyof typeof FEATURES;

const FUTURE =
  /\b(?:will|won't|shall|would|may|might|could|should|going to|plan\w*|expect\w*|next|upcoming|scheduled?|due|tomorrow|later|soon|likely|intend\w*|hop(?:es?|ing)|set to|(?:is|are) to|propos\w+|want\w*|vow\w*|pledg\w+|promis\w+|until|ahead|coming|future|long shot)\b/i;
const SUPPOSES = /^["“'‘(]*(?:if|when|unless|once|should|whether|even (?:if|when))\b/i;

/** How much of what is asked was asked by the host in the sentence before. */
function repliesTo({ inquiry, corpus, candidate }: Pair): number {
  const [before, own] = [corpus.sentences[candidate.sentence - 1], corpus.sentences[candidate.sentence]];
  if (!before?.asks || own?.asks || before.article !== own?.article) return 0;
  return covered(inquiry.terms, qualities(inquiry.terms, corpus.termsOf(candidate.sentence - 1)));
}

function followingPairs({ inquiry, corpus, candidate }: Pair, by: 'word' | 'term'): number {
  const asked = pairsIn(inquiry.tokens, by);
  if (asked.size === 0) return 0;
  const held = pairsIn(corpus.tokensOf(candidate.sentence), by);
  let shared = 0;
  for (const two of asked) if (held.has(two)) shared += 1;
  return shared / asked.size;
}

/** Good candidates come again, with the same tokens. */
const PAIRS = {
  word: new WeakMap<readonly Token[], ReadonlySet<string>>(),
  term: new WeakMap<readonly Token[], ReadonlySet<string>>(),
};

function pairsIn(tokens: readonly Token[], by: 'word' | 'term'): ReadonlySet<string> {
  const known = PAIRS[by].get(tokens);
  if (known) return known;
  const pairs = new Set(tokens.slice(1).map((token, index) => `${tokens[index]?.[by]} ${token[by]}`));
  PAIRS[by].set(tokens, pairs);
  return pairs;
}

function sideBySide({ inquiry, corpus, candidate }: Pair): number {
  const { terms } = inquiry;
  if (terms.length < 2) return 0;
  const words = corpus.wordsOf(candidate.sentence).map((word) => word.term);
  let found = 0;
  for (let index = 0; index + 1 < terms.length; index += 1) {
    const [first, second] = [terms[index], terms[index + 1]];
    const together = words.some(
      (word, at) =>
        first?.matches.has(word) &&
        words.slice(Math.max(0, at - 1), at + 3).some((near) => near !== word && second?.matches.has(near)),
    );
    if (together) found += 1;
  }
  return found / (terms.length - 1);
}
