import type { Answer, Quote, Unanswered, UnansweredReason } from './answer.ts';
import type { Corpus } from './corpus.ts';
import { quoteOf } from './quote.ts';
import type { Ranked } from './ranking/model.ts';
import { covered } from './ranking/pair.ts';
import { ANSWER_FROM, NEAREST_FROM } from './ranking/weights.ts';

type Base = Pick<Answer, 'question' | 'confidence' | 'related' | 'stale' | 'tookMs'>;

/** Sentences shown as "the closest the story comes", and sources shown beside the first quote. */
const NEAREST_AT_MOST = 3;
const SOURCES_AT_MOST = 3;
/** Another source says the same when it is nearly as sure as the first, and holds nearly as much of what was asked. */
const AS_SURE_AS = 0.85;
const AS_COVERED_AS = 0.8;

/**
 * @param base what every answer holds
 * @param reason why there is none
 * @param nearest the closest that the story comes
 * @returns the answer that says so
 */
export function unanswered(base: Base, reason: UnansweredReason, nearest: readonly Quote[] = []): Unanswered {
  return { status: 'unanswered', ...base, reason, quotes: [], nearest };
}

/**
 * Decides whether the best sentence answers, and puts other sources beside it.
 *
 * @param base what every answer holds, for a confidence from 0 to 1
 * @param ranked the judged candidates, best first
 * @param corpus the library
 * @returns the answer
 */
export function answered(
  base: (confidence: number) => Base,
  ranked: readonly Ranked[],
  corpus: Corpus,
): Answer {
  const best = bestOf(ranked);
  if (!best || best.confidence < NEAREST_FROM)
    return unanswered(base(rounded(best?.confidence)), 'not-in-story');
  if (best.confidence < ANSWER_FROM) {
    // Nothing is bold in what is not the answer.
    const plain = ({ pair }: Ranked) => quoteOf(corpus, pair.candidate.sentence, []);
    const near = ranked.filter(({ confidence }) => confidence >= NEAREST_FROM).slice(0, NEAREST_AT_MOST);
    return unanswered(base(rounded(best.confidence)), 'unsure', near.map(plain));
  }
  const [first, ...others] = [best, ...otherSources(best, ranked, corpus)].map(({ pair }) =>
    quoteOf(corpus, pair.candidate.sentence, pair.evidence.spans),
  );
  if (!first) throw new Error('the best candidate has no quote');
  return { status: 'answered', ...base(rounded(best.confidence)), quotes: [first, ...others] };
}

/** How far down a sentence may stand that holds what was asked for, where the first does not. */
const AMONG = 5;
/** Below this the first holds something like what was asked for: "2-1", where a count was. */
const HALF = 0.5;
/** So sure, as a share of the first, another has to be that holds the very thing. */
const NEARLY_AS_SURE = 0.8;

/**
 * The first in rank, as a rule. "How many workers rejected the union?" ranks a sentence first that says
 * that they rejected it and holds no number, or a proportion; then the surest of the next that do hold a
 * count is the answer, if it is sure enough by itself.
 */
function bestOf(ranked: readonly Ranked[]): Ranked | undefined {
  const [first, ...others] = ranked;
  if (!first) return undefined;
  const { fit } = first.pair.evidence;
  const holding = others
    .slice(0, AMONG - 1)
    .filter((other) => other.confidence >= ANSWER_FROM && other.pair.evidence.fit > 0)
    .sort((a, b) => b.confidence - a.confidence);
  if (first.confidence < ANSWER_FROM) return fit < 0 ? (holding[0] ?? first) : first;
  if (fit <= 0 || fit >= HALF) return first;
  const least = first.confidence * NEARLY_AS_SURE;
  return holding.find((other) => other.pair.evidence.fit === 1 && other.confidence >= least) ?? first;
}

/** The best sentence of each other article that is about as sure, and holds the kind of thing asked for. */
function otherSources(best: Ranked, ranked: readonly Ranked[], corpus: Corpus): Ranked[] {
  const seen = new Set([corpus.sentences[best.pair.candidate.sentence]?.article]);
  const found: Ranked[] = [];
  for (const other of ranked) {
    const article = corpus.sentences[other.pair.candidate.sentence]?.article;
    if (seen.has(article) || other.confidence < ANSWER_FROM) continue;
    if (
      other.confidence < best.confidence * AS_SURE_AS ||
      (other.pair.evidence.fit <= 0 && best.pair.evidence.fit > 0)
    )
      continue;
    if (coverageOf(other) < coverageOf(best) * AS_COVERED_AS) continue;
    seen.add(article);
    found.push(other);
    if (found.length === SOURCES_AT_MOST - 1) break;
  }
  return found;
}

function rounded(confidence = 0): number {
  return Math.round(confidence * 1000) / 1000;
}

function coverageOf({ pair }: Ranked): number {
  return covered(pair.inquiry.terms, pair.here);
}
