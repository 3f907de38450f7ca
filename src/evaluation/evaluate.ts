import {
  ANSWER_FROM,
  type DeepMeaning,
  openRankingList,
  type RankedQuote,
  type SearchEngine,
} from '../knowledge/index.ts';
import { type Measures, measure, type Outcome } from './measures.ts';
import { isInParagraph, isRight, type QuestionSet, type SetQuestion } from './question-set.ts';

/** A question that was not dealt with as it should have been. */
export interface Miss {
  readonly id: string;
  readonly question: string;
  /** `wrong`: another sentence is the best; `answered`: there is no answer, and one was given. */
  readonly kind: 'wrong' | 'answered';
  readonly confidence: number;
  /** The best sentence. */
  readonly found: string | null;
  /** Place of the first right sentence, from 1; `null` when it is not among the ten best. */
  readonly rightAt: number | null;
}

/** What a set has come to. */
export interface Evaluation {
  readonly name: string;
  readonly sentences: number;
  readonly measures: Measures;
  readonly misses: readonly Miss[];
}

const BEST = 10;

export interface EvaluateOptions {
  /** An empty one. */
  readonly engine: SearchEngine;
  /** How many questions at most, evenly spread over the set. */
  readonly limit: number | null;
  /** Meaning by a network, which is to have the vectors of the set's sentences already. */
  readonly deep?: DeepMeaning | null;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Asks every question of a set, and compares what is found with what should have been.
 *
 * @param set articles and questions
 * @param options what it is asked with
 * @returns what was measured
 */
export async function evaluate(set: QuestionSet, options: EvaluateOptions): Promise<Evaluation> {
  const list = await openRankingList(set.stories, options.engine, options.deep ?? null);
  const questions = spread(set.questions, options.limit);
  const outcomes: Outcome[] = [];
  const misses: Miss[] = [];
  for (const question of questions) {
    const started = performance.now();
    const scope = { place: { bot: 'terminal' as const }, story: question.story };
    const best = await list.rank({ text: question.text, scope, earlier: [] }, BEST);
    const outcome = outcomeOf(question, best, performance.now() - started);
    outcomes.push(outcome);
    const miss = missOf(question, best, outcome);
    if (miss) misses.push(miss);
    options.onProgress?.(outcomes.length, questions.length);
  }
  await list.close();
  return { name: set.name, sentences: list.sentences, measures: measure(outcomes, ANSWER_FROM), misses };
}

function outcomeOf({ gold }: SetQuestion, best: readonly RankedQuote[], took: number): Outcome {
  const [first] = best;
  const rightAt = gold === null ? -1 : best.findIndex(({ quote }) => isRight(quote, gold));
  return {
    answerable: gold !== null,
    rightAt: rightAt < 0 ? null : rightAt,
    inParagraph: gold === null || first === undefined ? false : isInParagraph(first.quote, gold),
    confidence: first?.confidence ?? 0,
    took,
  };
}

function missOf({ id, text }: SetQuestion, best: readonly RankedQuote[], outcome: Outcome): Miss | null {
  const { answerable, rightAt, confidence } = outcome;
  if (answerable ? rightAt === 0 : confidence < ANSWER_FROM) return null;
  return {
    id,
    question: text,
    kind: answerable ? 'wrong' : 'answered',
    confidence: Math.round(confidence * 1000) / 1000,
    found: best[0]?.quote.text ?? null,
    rightAt: rightAt === null ? null : rightAt + 1,
  };
}

/** @returns so many questions at most, every so-manieth, so that each article has its share */
export function spread<T>(all: readonly T[], limit: number | null): readonly T[] {
  if (limit === null || limit >= all.length) return all;
  return Array.from({ length: limit }, (_, at) => all[Math.floor((at * all.length) / limit)] as T);
}
