import type { Answer, Quote, Unanswered, UnansweredReason } from './answer.ts';
import type { Corpus } from './corpus.ts';
import { emphasisOf } from './evidence/emphasis.ts';
import { isTakenBack } from './evidence/taken-back.ts';
import { quoteOf } from './quote.ts';
import type { Ranked } from './ranking/model.ts';
import { ANSWER_FROM, NEAREST_FROM } from './ranking/weights.ts';
import { type SideBySide, sideBySide } from './sources/side-by-side.ts';

type Base = Pick<Answer, 'question' | 'confidence' | 'related' | 'stale' | 'tookMs' | 'further'>;

/** Sentences shown as "the closest the story comes". */
const NEAREST_AT_MOST = 3;

/**
 * @param base what every answer holds
 * @param reason why there is none
 * @param nearest the closest that the story comes
 * @returns the answer that says so
 */
export function unanswered(base: Base, reason: UnansweredReason, nearest: readonly Quote[] = []): Unanswered {
  return { status: 'unanswered', ...base, reason, quotes: [], nearest };
}

/** Which of the judged candidates are shown, and as what. */
export interface Decision {
  /** The one that answers if any does, with how sure that is; `undefined` where there was none to judge. */
  readonly best: Ranked | undefined;
  /** The sentence that answers, and other sources beside it; `null` where nothing answers. */
  readonly sides: SideBySide | null;
  /** Shown as the closest that the story comes; empty where one answers. */
  readonly near: readonly Ranked[];
}

/**
 * Decides whether the best sentence answers, and puts other sources beside it.
 *
 * @param ranked the judged candidates, best first
 * @param corpus the library
 * @param nearestFrom how sure a sentence has to be, from 0 to 1, to be shown as the closest that the story comes
 * @returns what is shown
 */
export function decide(
  ranked: readonly Ranked[],
  corpus: Corpus,
  nearestFrom: number = NEAREST_FROM,
): Decision {
  const telling = ranked.slice(0, LOOKED_THROUGH).filter((each) => tells(each, corpus));
  const best = bestOf(telling);
  if (!best || best.confidence < nearestFrom) return { best, sides: null, near: [] };
  if (best.confidence >= ANSWER_FROM) return { best, sides: sideBySide(best, telling, corpus), near: [] };
  const near = telling.filter(({ confidence }) => confidence >= nearestFrom).slice(0, NEAREST_AT_MOST);
  return { best, sides: null, near };
}

/**
 * @param base what every answer holds, for a confidence from 0 to 1
 * @param decision what is shown
 * @param corpus the library
 * @returns the answer
 */
export function answered(base: (confidence: number) => Base, decision: Decision, corpus: Corpus): Answer {
  const { best, sides, near } = decision;
  const confidence = rounded(best?.confidence);
  if (sides === null) {
    // Nothing is bold in what is not the answer.
    const plain = ({ pair }: Ranked) => quoteOf(corpus, pair.candidate.sentence);
    return unanswered(base(confidence), near.length > 0 ? 'unsure' : 'not-in-story', near.map(plain));
  }
  const [first, ...others] = sides.sources.map(({ ranked: { pair }, ...standing }) =>
    quoteOf(corpus, pair.candidate.sentence, { spans: emphasisOf(pair), ...standing }),
  );
  if (!first) throw new Error('the best candidate has no quote');
  const { difference } = sides;
  return { status: 'answered', ...base(confidence), quotes: [first, ...others], difference };
}

/** More than is ever shown, or compared with what is: whether the others tell anything need not be known. */
const LOOKED_THROUGH = 100;
const ABOUT_ASKING = /(?<!\p{L})(?:ask|question|wonder)/iu;

/**
 * Whether a sentence says what it seems to say. "Did the mayor resign?" holds every word of who asks the same, and says
 * nothing of it; what the text takes back in its next sentence it does not say.
 */
function tells({ pair: { candidate, inquiry } }: Ranked, corpus: Corpus): boolean {
  const isOnlyAsked = corpus.sentences[candidate.sentence]?.asks === true;
  if (isOnlyAsked && !ABOUT_ASKING.test(inquiry.reading.text)) return false;
  return !isTakenBack(corpus, candidate.sentence);
}

/** How far down a sentence may stand that holds what was asked for, where the first does not. */
const AMONG = 5;
/** Below this the first holds something like what was asked for: "2-1", where a count was. */
const HALF = 0.5;
/** How far behind the first it may be, in the ranker's scores: an answer and what is none are some 8 apart. */
const BEHIND = 3;
/** How sure it is, as a share of the first, where it would be surer if the first were not there. */
const NEARLY_AS_SURE = 0.85;

/**
 * The first in rank, as a rule. "How many workers rejected the union?" ranks a sentence first that says
 * that they rejected it and holds no number, or a proportion; then the best of the next that do hold a
 * count is the answer, if it is not far behind.
 */
function bestOf(ranked: readonly Ranked[]): Ranked | undefined {
  const [first, ...others] = ranked;
  if (!first) return undefined;
  const { fit } = first.pair.evidence;
  if (fit === 0 || fit >= HALF) return first;
  const holds = ({ score, pair }: Ranked) => pair.evidence.fit === 1 && score >= first.score - BEHIND;
  const holding = others.slice(0, AMONG - 1).find(holds);
  if (!holding) return first;
  return { ...holding, confidence: Math.max(holding.confidence, first.confidence * NEARLY_AS_SURE) };
}

function rounded(confidence = 0): number {
  return Math.round(confidence * 1000) / 1000;
}
