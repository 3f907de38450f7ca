import { type Latency, latencyOf, type Stretch, touchesAny } from './latency.ts';
import type { Excuse, Question } from './tally.ts';

/** What became of all that was asked in one way. */
export interface Sum {
  readonly way: string;
  readonly asked: number;
  readonly answered: number;
  /** Of these, how many were answered more than once. */
  readonly twice: number;
  /** Of these, how many do not show what they should. */
  readonly wrong: number;
  /** Asked to come back later, with a fixed sentence. */
  readonly refused: number;
  /** Told that something went wrong. */
  readonly failed: number;
  readonly excused: Readonly<Record<Excuse, number>>;
  readonly lost: number;
  /** Of what was answered while nothing was wrong, and of what something went wrong for meanwhile. */
  readonly calm: Latency;
  readonly rough: Latency;
}

/** One of these fates is everybody's. */
type Fate = 'answered' | 'refused' | 'failed' | Excuse | 'lost';

/**
 * @param question what was asked
 * @returns what became of it; whoever waits still is lost
 */
export function fateOf({ answeredAt, told, excuse }: Question): Fate {
  if (answeredAt !== null) return 'answered';
  if (told !== null) return told === 'refusal' ? 'refused' : 'failed';
  return excuse ?? 'lost';
}

/**
 * @param questions all that was asked
 * @param faults when something was wrong, in ms since people began to ask
 * @returns a sum for each way, in the order in which they were first used
 */
export function sumsOf(questions: readonly Question[], faults: readonly Stretch[]): Sum[] {
  const ways = [...new Set(questions.map(({ way }) => way))];
  return ways.map((way) =>
    sumOf(
      way,
      questions.filter((question) => question.way === way),
      faults,
    ),
  );
}

/** @returns all of them together */
export function totalOf(questions: readonly Question[], faults: readonly Stretch[]): Sum {
  return sumOf('all', questions, faults);
}

function sumOf(way: string, questions: readonly Question[], faults: readonly Stretch[]): Sum {
  const fates = questions.map(fateOf);
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  const waits = (isRough: boolean) =>
    questions.flatMap(({ askedAt, answeredAt }) => {
      if (answeredAt === null || touchesAny({ from: askedAt, to: answeredAt }, faults) !== isRough) return [];
      return [answeredAt - askedAt];
    });
  return {
    way,
    asked: questions.length,
    answered: count('answered'),
    twice: questions.filter(({ answers }) => answers.size > 1).length,
    wrong: questions.filter(({ isWrong }) => isWrong).length,
    refused: count('refused'),
    failed: count('failed'),
    excused: {
      untaken: count('untaken'),
      undelivered: count('undelivered'),
      gone: count('gone'),
    },
    lost: count('lost'),
    calm: latencyOf(waits(false)),
    rough: latencyOf(waits(true)),
  };
}
