import type { Knowledge } from '../knowledge/index.ts';
import type { AnswerStore } from '../ledger/ledger.ts';
import { isDue } from './outdated.ts';

/**
 * Answers as bots keep them. One that was found before the library changed may be posted after it: a platform makes us
 * wait, or somebody presses a button. Whoever looked at the change has not seen it, and nobody would look again.
 *
 * @param answers where they are kept
 * @param knowledge the library as it is now
 * @param look told of an answer that was not true any more, or not for its place, when it was kept
 * @returns the same
 */
export function heedingOvertaken(
  answers: AnswerStore,
  knowledge: Pick<Knowledge, 'stories' | 'storiesOpenTo'>,
  look: () => void,
): AnswerStore {
  return {
    ...answers,
    async set(answer) {
      await answers.set(answer);
      if (isDue(knowledge, new Set(answer.quotes.map(({ story }) => story)), answer)) look();
    },
  };
}
