import type { LRUCache } from 'lru-cache';
import type { AnswerStore, PostedAnswer } from '../ledger.ts';
import { answerOf, parsed } from '../rows.ts';
import type { AnswerName } from '../store.ts';

/**
 * @param kept where they are kept
 * @returns answers that stand in channels
 */
export function answersInMemory(kept: LRUCache<string, string>): AnswerStore {
  const nameOf = ({ bot, channel, message }: AnswerName) => JSON.stringify([bot, channel, message]);
  const all = (): PostedAnswer[] =>
    [...kept.values()].map((text) => answerOf(parsed(text))).filter((answer) => answer !== null);

  return {
    async set(answer) {
      kept.set(nameOf(answer), JSON.stringify(answer));
    },
    quoting: async (story, article) =>
      all()
        .filter(({ quotes }) => quotes.some((quote) => quote.story === story && quote.article === article))
        .reverse()
        .sort((a, b) => a.at - b.at),
    async quoted() {
      const quotes = all().flatMap((answer) => answer.quotes);
      const articles = quotes.map(
        ({ story, article }) => [JSON.stringify([story, article]), { story, article }] as const,
      );
      return [...new Map(articles).values()];
    },
    async remove(name) {
      kept.delete(nameOf(name));
    },
  };
}
