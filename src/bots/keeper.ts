import { LRUCache } from 'lru-cache';
import { type Answer, type EarlierTurn, type Place, placeName, quotedAt } from '../knowledge/index.ts';
import type { Ledger, Thread } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Asked } from './desk.ts';
import { lost } from './lost.ts';
import { placeKeys } from './place-key.ts';

/** What the desk keeps in the ledger. Nothing else here rejects, and no answer waits for a write. */
export interface Keeper {
  /** What was asked before in a thread, and whether the thread began with a question to us. */
  thread(name: string | null): Promise<{ readonly earlier: readonly EarlierTurn[]; readonly own: boolean }>;
  /** Whether a thread began with a question to us. Rejects where nobody here knows and the ledger cannot tell. */
  owns(name: string): Promise<boolean>;
  /** Remembers what was asked in a thread. */
  turns(name: string | null, own: boolean, turns: readonly EarlierTurn[]): void;
  /** Forgets what was asked by a message that has been edited since. */
  forget(name: string | null, text: string): Promise<void>;
  /** Slug of the story that is set for a place; `null` where none is. */
  story(place: Place): Promise<string | null>;
  /** Remembers that something was asked, and what came of it. */
  asked(asked: Omit<Asked, 'deliveries'>, answer: Answer): void;
}

/** Threads that are at hand, so that a follow-up a moment later finds what is still being written. */
const AT_HAND = { max: 5_000, ttl: 24 * 60 * 60_000 };
/** In ms: after that another process may have answered in the thread, and the ledger is asked where it can be. */
const OWN_FOR = 2_000;
/** Questions kept for each thread: a follow-up leans on what was asked just before, and on what was quoted then. */
const EARLIER = 3;

/** A file answers within a millisecond; what takes longer is not waited for. */
const READ_MS = 250;

const UNKNOWN: Thread = { own: false, turns: [] };

/**
 * @param ledger where things are kept
 * @param log where it is told that they cannot be
 * @returns the desk's view of it
 */
export function keeper(ledger: Ledger, log: Log): Keeper {
  const atHand = new LRUCache<string, { readonly thread: Thread; readonly at: number }>(AT_HAND);
  const untold = lost(log);

  /** A store may be slow, and an answer is on its way. */
  function later(write: () => Promise<void>): void {
    setImmediate(() => {
      new Promise((resolve) => resolve(write())).catch(untold);
    });
  }

  /** `null` where it is not known: it may be known the next time. */
  async function threadOf(name: string): Promise<Thread | null> {
    const known = atHand.get(name);
    if (known !== undefined && performance.now() - known.at < OWN_FOR) return known.thread;
    const found = await inTime(ledger.threads.get(name));
    const now = atHand.get(name);
    // Another question may have come while the ledger was read.
    if (now !== undefined && now !== known) return now.thread;
    const thread = found ?? known?.thread ?? (found === null ? UNKNOWN : null);
    if (thread !== null) remember(name, thread);
    return thread;
  }

  function remember(name: string, thread: Thread): void {
    atHand.set(name, { thread, at: performance.now() });
  }

  /** What the ledger says, or `undefined` where it does not say so in time: somebody waits for an answer. */
  async function inTime<T>(reading: Promise<T>): Promise<T | undefined> {
    let late: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      const tooLate = () => reject(new Error(`nothing was read within ${READ_MS} ms`));
      // Where the process itself stood still, it is there and not read yet.
      late = setTimeout(() => setImmediate(tooLate), READ_MS);
    });
    try {
      return await Promise.race([reading, limit]);
    } catch (error) {
      untold(error);
      return undefined;
    } finally {
      clearTimeout(late);
    }
  }

  return {
    async thread(name) {
      if (name === null) return { own: false, earlier: [] };
      const { own, turns } = (await threadOf(name)) ?? UNKNOWN;
      return { own, earlier: turns };
    },
    async owns(name) {
      const thread = await threadOf(name);
      if (thread === null) throw new Error('the ledger does not tell whose thread this is');
      return thread.own;
    },
    turns(name, own, turns) {
      if (name === null) return;
      const before = atHand.get(name)?.thread.turns ?? [];
      const now = { own, turns: [...before, ...turns].slice(-EARLIER) };
      remember(name, now);
      later(() => ledger.threads.set(name, now));
    },
    async forget(name, text) {
      if (name === null) return;
      const { own, turns } = (await threadOf(name)) ?? UNKNOWN;
      remember(name, { own, turns: turns.filter(({ question }) => !text.includes(question)) });
    },
    async story(place) {
      const found = await Promise.all(placeKeys(place).map((key) => inTime(ledger.settings.get(key))));
      // A channel may want every story where its server wants one.
      const nearest = found.find((settings) => settings?.story !== undefined);
      return nearest?.story ?? null;
    },
    asked({ place, person = null }, answer) {
      for (const each of [answer, ...answer.further]) {
        const outcome = each.status === 'answered' ? each.status : each.reason;
        if (outcome === 'empty' || outcome === 'too-many' || outcome === 'too-long') continue;
        const [first] = each.quotes;
        const quoted = first === undefined ? null : quotedAt(first);
        const at = Date.now();
        const entry = {
          kind: 'question',
          at,
          place: placeName(place),
          person,
          // Where nothing is open to a place, its questions are none of the desk's.
          question: outcome === 'no-story' ? '' : each.question,
          outcome,
          confidence: each.confidence,
          quoted,
        } as const;
        later(() => ledger.journal.add(entry));
      }
    },
  };
}
