import type { Flatness } from './flatness.ts';
import type { Sum } from './sum.ts';

/** What decides whether a run was clean. */
export interface Found {
  readonly total: Sum;
  readonly ways: readonly Sum[];
  /** What was said that nobody asked, and what a platform does not take. */
  readonly strays: readonly string[];
  /** Answers that did not follow their article. */
  readonly uncorrected: readonly string[];
  /** Processes that ended by themselves. */
  readonly died: readonly string[];
  /** What they hold, by process. */
  readonly memory: readonly { readonly bot: string; readonly heap: Flatness; readonly resident: Flatness }[];
  /** People who were told that something went wrong, and nothing was injected. */
  readonly calmFailures: number;
}

/**
 * @param found what came of a run
 * @returns what is wrong, one sentence each; none where it was clean
 */
export function verdictOn(found: Found): string[] {
  const { total, ways, strays, uncorrected, died, memory, calmFailures } = found;
  const where = (count: (sum: Sum) => number) =>
    ways
      .filter((way) => count(way) > 0)
      .map((way) => `${way.way} ${count(way)}`)
      .join(', ');
  const grown = memory.flatMap(({ bot, heap, resident }) => [
    ...(heap.isFlat === false ? [`${bot}: the heap grows by ${bytes(heap)} a question.`] : []),
    ...(resident.isFlat === false ? [`${bot}: memory grows by ${bytes(resident)} a question.`] : []),
  ]);
  return [
    ...(total.asked === 0 ? ['Nothing was asked.'] : []),
    ...(total.lost > 0 ? [`${total.lost} questions were lost: ${where(({ lost }) => lost)}.`] : []),
    ...(total.twice > 0 ? [`${total.twice} were answered twice: ${where(({ twice }) => twice)}.`] : []),
    ...(total.wrong > 0 ? [`${total.wrong} answers were wrong: ${where(({ wrong }) => wrong)}.`] : []),
    ...(calmFailures > 0 ? [`${calmFailures} people were told of a failure while nothing was wrong.`] : []),
    ...strays.slice(0, 5).map((stray) => `${stray.slice(0, 300)}.`),
    ...(strays.length > 5 ? [`${strays.length - 5} more of that kind.`] : []),
    ...uncorrected.map((name) => `An answer did not follow its article (${name}).`),
    ...died.map((how) => `A process ended by itself: ${how}.`),
    ...grown,
  ];
}

function bytes({ perQuestion, allowed }: Flatness): string {
  return `${Math.round(perQuestion)} bytes (${allowed} are allowed)`;
}
