import type { Relation, Span } from '../answer.ts';
import type { Article } from '../article.ts';
import { textOf } from '../corpus.ts';
import { emphasisOf, LONGEST } from '../evidence/emphasis.ts';
import type { AnswerKind } from '../question-kind.ts';
import type { Pair } from '../ranking/pair.ts';
import { areApart, type Circumstances, circumstancesOf } from './circumstances.ts';
import { comparedMeasures } from './compared-measures.ts';
import { type Measure, measuresIn } from './measured.ts';
import { isLater } from './reported.ts';
import { sameWords, saysTheSame } from './same-answer.ts';
import { earlierStep, type Stage, stageOf } from './stage.ts';
import { comparedTallies, tallyOf } from './tally.ts';

const NUMERIC: ReadonlySet<AnswerKind> = new Set(['number', 'score', 'share', 'money', 'duration', 'age']);

/** Whether a kind is answered by a number. */
export function isNumeric(kind: AnswerKind): boolean {
  return NUMERIC.has(kind);
}

/** Kinds that are answered by a name, a date or words that somebody said: the very words tell. */
const BY_WORDS: ReadonlySet<AnswerKind> = new Set([
  'date',
  'name',
  'person',
  'place',
  'state',
  'country',
  'organisation',
  'body',
  'statement',
]);

/** A sentence that answers, with what is read in it at the first look. */
export interface Telling {
  readonly pair: Pair;
  readonly text: string;
  readonly article: Article;
  readonly emphasis: () => readonly Span[];
  readonly circumstances: () => Circumstances;
  readonly measures: () => readonly Measure[];
  readonly stage: () => Stage | null;
}

/**
 * @param pair a question and a sentence
 * @returns the sentence, ready to be held against many others
 */
export function tellingOf(pair: Pair): Telling {
  const sentence = pair.corpus.sentences[pair.candidate.sentence];
  if (!sentence) throw new RangeError(`there is no sentence ${pair.candidate.sentence}`);
  const text = textOf(sentence);
  const emphasis = once(() => emphasisOf(pair));
  // Where a number is asked for, only those that answer count; elsewhere all that measure the same.
  const among = () => (isNumeric(pair.inquiry.reading.kind) ? emphasis() : null);
  return {
    pair,
    text,
    article: sentence.article,
    emphasis,
    circumstances: once(() => circumstancesOf(text)),
    measures: once(() => measuresIn(text, among())),
    stage: once(() => stageOf(text)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * How a sentence of another article stands to the one that answers best.
 *
 * @param first the sentence that answers best
 * @param other the other sentence, for the same question
 * @returns the relation; `null` where none is sure, and then the other sentence is better not shown
 */
export function relationOf(first: Telling, other: Telling): Relation | null {
  const { kind } = first.pair.inquiry.reading;
  if (Math.max(first.text.length, other.text.length) > LONGEST) return null;
  if (!isNumeric(kind) && !BY_WORDS.has(kind) && inCommon(first, other) < IN_COMMON) return null;
  // Where a name or a date is the answer, it is no circumstance of one.
  if (!BY_WORDS.has(kind) && areApart(first.circumstances(), other.circumstances())) return null;
  const oneStory = first.article.story === other.article.story;
  const numbers = comparedNumbers(first, other);
  // Ages are of people, of whom a sentence may name more than one, and grow.
  if (numbers === 'different') return oneStory && kind !== 'age' ? 'other-number' : null;
  if (isNumeric(kind)) return numbers;
  const step = oneStory ? stepBetween(first, other) : 'none';
  if (step !== 'none') return step;
  if (BY_WORDS.has(kind)) {
    const same = sameWords(answering(first), answering(other));
    if (same !== null) return same ? 'same' : null;
  }
  return saysTheSame(first.text, other.text, askedOf(first)) ? 'same' : null;
}

/**
 * Below this share of the shorter's terms two sentences are not looked at closely, which takes 20 times as
 * long: whatever relation there is asks for more.
 */
const IN_COMMON = 0.3;

function inCommon({ pair }: Telling, other: Telling): number {
  const [ours, theirs] = [pair, other.pair].map(({ corpus, candidate }) =>
    corpus.termsOf(candidate.sentence),
  );
  if (!ours || !theirs) return 0;
  return [...ours].filter((term) => theirs.has(term)).length / Math.max(1, Math.min(ours.size, theirs.size));
}

/** `none` where the two are not two steps of one thing. */
function stepBetween(first: Telling, other: Telling): Relation | 'none' | null {
  const step = earlierStep(first.stage(), other.stage());
  if (step === null) return 'none';
  const [earlier, later] = step === 'one' ? [first, other] : [other, first];
  if (isLater(later.article, earlier.article)) return step === 'one' ? 'later' : 'earlier';
  // Expected again, after it was done: that is not the same thing, or not what it seems.
  return isLater(earlier.article, later.article) ? null : 'other-step';
}

function comparedNumbers(first: Telling, other: Telling): 'same' | 'different' | null {
  if (first.pair.inquiry.reading.kind === 'score') {
    const [ours, theirs] = [tallyOf(first.text), tallyOf(other.text)];
    if (ours && theirs) return comparedTallies(ours, theirs);
  }
  if (first.measures().length === 0) return null;
  return comparedMeasures(first.measures(), other.measures(), askedOf(first));
}

function answering({ text, emphasis }: Telling) {
  return { text, spans: emphasis() };
}

/** Terms by which what is asked may be said. */
function askedOf({ pair }: Telling): ReadonlySet<string> {
  return new Set(pair.inquiry.terms.flatMap(({ term, matches }) => [term, ...matches.keys()]));
}
