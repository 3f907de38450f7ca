import { textOf } from '../../corpus.ts';
import type { Pair } from '../pair.ts';

/** What a sentence looks like, and where it stands. */
export const FORM = {
  /** How much of the sentence is about the question; long sentences match by chance. */
  density: ({ here, corpus, candidate }: Pair) =>
    here.filter((quality) => quality > 0).length / Math.max(6, corpus.wordsOf(candidate.sentence).length),

  /** "Thank you.": too short to say anything. */
  slight: ({ corpus, candidate, evidence }: Pair) =>
    evidence.fit <= 0 && corpus.wordsOf(candidate.sentence).length < 3 ? 1 : 0,

  /** News tells the most important first. */
  lead: ({ corpus, candidate }: Pair) => (corpus.sentences[candidate.sentence]?.start === 0 ? 1 : 0),

  /** How far down its paragraph it stands, from 0 to 1 at the seventh: what matters most comes first. */
  down: ({ corpus, candidate }: Pair) => {
    const paragraph = corpus.paragraphs[corpus.paragraphOf[candidate.sentence] ?? -1];
    return Math.min(1, (candidate.sentence - (paragraph?.from ?? candidate.sentence)) / 6);
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

  /** Words of a speaker, where a statement was asked for. */
  quoted: ({ inquiry, form }: Pair) => (inquiry.reading.kind === 'statement' && form.hasQuotation ? 1 : 0),
} satisfies Record<string, (pair: Pair) => number>;

const FUTURE =
  /\b(?:will|won't|shall|would|may|might|could|should|going to|plan\w*|expect\w*|next|upcoming|scheduled?|due|tomorrow|later|soon|likely|intend\w*|hop(?:es?|ing)|set to|(?:is|are) to|propos\w+|want\w*|vow\w*|pledg\w+|promis\w+|until|ahead|coming|future|long shot)\b/i;
const SUPPOSES = /^["“'‘(]*(?:if|when|unless|once|should|whether|even (?:if|when))\b/i;

/** How much of what is asked was asked by the host in the sentence before. */
export function repliesTo({ corpus, candidate, share }: Pair): number {
  const [before, own] = [corpus.sentences[candidate.sentence - 1], corpus.sentences[candidate.sentence]];
  if (!before?.asks || own?.asks || before.article !== own?.article) return 0;
  return share.before;
}
