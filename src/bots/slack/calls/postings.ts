import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Ledger, Post } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import { lost } from '../../lost.ts';

/** Where questions were answered: an answer follows its question when that is edited or deleted. */
export interface Postings {
  /**
   * Remembers that the answer to a question is being posted; not where it is known already, since the same question
   * may be delivered again.
   */
  begin(question: string, post: Promise<Post | null>): void;
  /** Where it was posted; waits while it is on its way. `null` where it was not. */
  find(question: string): Promise<Post | null>;
  /** Where another process has posted it that is about to; waits for some seconds. `null` where it did not. */
  arrival(question: string): Promise<Post | null>;
  /** Forgets it. */
  end(question: string): void;
}

/** Answers of the last hour are at hand; older ones are in the ledger. */
const AT_HAND = { max: 10_000, ttl: 60 * 60_000 };
/** As long as an answer takes that Slack is slow to accept; who edits a question waits for no more. */
const ARRIVES_MS = 3_000;
/** Between two looks for it. */
const LOOK_MS = 200;

/**
 * @param ledger where posts are kept
 * @param log where it is told that they cannot be
 * @returns postings, none of them known yet
 */
export function openPostings(ledger: Ledger, log: Log): Postings {
  const atHand = new LRUCache<string, Promise<Post | null>>(AT_HAND);
  const untold = lost(log);

  async function find(question: string): Promise<Post | null> {
    const known = atHand.get(question);
    if (known) return known;
    try {
      return await ledger.posts.get(question);
    } catch (error) {
      untold(error);
      return null;
    }
  }

  return {
    begin(question, post) {
      // Whoever posts tells of what goes wrong; here it only means that there is nothing to follow.
      const settled = post.catch(() => null);
      if (atHand.has(question)) return;
      atHand.set(question, settled);
      // What was not posted may be asked again.
      void settled.then(
        (posted) => posted === null && atHand.get(question) === settled && atHand.delete(question),
      );
      void settled.then((posted) => posted && ledger.posts.set(question, posted).catch(untold));
    },
    find,
    async arrival(question) {
      const end = performance.now() + ARRIVES_MS;
      for (;;) {
        const post = await find(question);
        if (post !== null || performance.now() > end) return post;
        await sleep(LOOK_MS);
      }
    },
    end(question) {
      atHand.set(question, Promise.resolve(null));
      ledger.posts.remove(question).catch(untold);
    },
  };
}
