import { LRUCache } from 'lru-cache';
import type { Answer, Knowledge, Place, Story } from '../../knowledge/index.ts';

/** Answers that are remembered: many readers ask the same. */
const ANSWERS = 2_000;
/** A feed that falls silent is told within this time, in ms. */
const TTL = 60_000;
/**
 * What is remembered takes at most some 16 MB: a key has two bytes a letter, an answer with its quotes some 5 KB, and
 * nothing in it is copied from the articles.
 */
const BYTES = 16 * 1024 * 1024;
const BYTES_OF_ANSWER = 5 * 1024;

type Asked = Pick<Knowledge, 'ask' | 'storiesOpenTo'>;

/**
 * Remembers answers for as long as the stories that are open to the place are the very same: a correction, an embargo
 * that ends, an audience that changes are seen by the next question.
 *
 * @param knowledge what answers
 * @returns the same, quicker; a question that is being answered is not answered a second time beside it
 */
export function remembering(knowledge: Asked): Asked {
  const known = new LRUCache<string, Promise<Answer>>({
    max: ANSWERS,
    ttl: TTL,
    maxSize: BYTES,
    sizeCalculation: (_, key) => key.length * 2 + BYTES_OF_ANSWER,
  });
  let latest: readonly Story[] = [];

  /**
   * Unchanged stories are the same objects. What was found in others is let go at once: it would keep their texts, and a
   * list of all stories for each time that one of them has changed, in memory until two thousand more have been asked.
   */
  function forgetOthers(place: Place): void {
    const stories = knowledge.storiesOpenTo(place);
    if (!isSame(latest, stories)) known.clear();
    latest = stories;
  }

  return {
    storiesOpenTo: (place) => knowledge.storiesOpenTo(place),
    ask(question) {
      const began = performance.now();
      const key = JSON.stringify(question);
      forgetOthers(question.scope.place);
      const before = known.get(key);
      if (before !== undefined) return before.then((answer) => ({ ...answer, tookMs: sinceMs(began) }));
      const asked = knowledge.ask(question);
      known.set(key, asked);
      // What went wrong once may go well the next time.
      asked.catch(() => known.peek(key) === asked && known.delete(key));
      return asked;
    },
  };
}

function isSame(some: readonly Story[], others: readonly Story[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((story, at) => story === others[at]);
}

/** In ms, to a hundredth. */
function sinceMs(began: number): number {
  return Math.round((performance.now() - began) * 100) / 100;
}
