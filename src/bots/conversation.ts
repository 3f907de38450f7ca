import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Answer, type EarlierTurn, type Place, type Question, turnsOf } from '../knowledge/index.ts';
import type { Log } from '../log.ts';
import { closedReply, failureReply, type Reply, replyTo } from './reply.ts';

/** A question as a platform delivered it, freed of the mention that addressed it to us. */
export interface Asked {
  /**
   * Names of this delivery, each unique on its platform (an event's id, channel and timestamp, …). A
   * delivery that shares any of them with an earlier one is the same question again.
   */
  readonly deliveries: readonly string[];
  readonly place: Place;
  /** Names the thread that it belongs to, for follow-ups; `null` where there is none. */
  readonly thread: string | null;
  readonly text: string;
}

/** The way back to the person who asked. */
export interface ReplyPath {
  /**
   * Tells the platform that an answer is on its way, where it has to be told within seconds. Done before
   * the answer is looked for, and once however often the question is delivered.
   */
  acknowledge?(): Promise<unknown>;
  /** Posts a reply where the question was asked. Rejects when the platform refused it. */
  post(reply: Reply): Promise<unknown>;
}

/** What stands between every platform and `ask`. */
export interface Desk {
  /**
   * Answers a question once, however often it is delivered. Never rejects: what goes wrong is logged
   * under an id and said to the person with that id.
   */
  answer(asked: Asked, path: ReplyPath): Promise<void>;
  /**
   * Takes no more questions: whoever still asks is told to ask again in a minute. Resolves once every
   * question in flight is answered. Safe to call twice.
   */
  close(): Promise<void>;
}

/**
 * Platforms deliver again within minutes (Slack: three retries within an hour,
 * https://docs.slack.dev/apis/events-api/#retries). 50,000 short strings take about 5 MB.
 */
const DELIVERIES = { max: 50_000, ttl: 60 * 60_000 };
/** Threads whose questions are kept for follow-ups, in memory only. */
const THREADS = { max: 5_000, ttl: 24 * 60 * 60_000 };
/** Questions kept for each thread: a follow-up leans on what was asked just before, and on what was quoted then. */
const EARLIER = 3;

/**
 * Opens the desk that bots bring their questions to.
 *
 * @param ask what answers a question
 * @param log where failures are told, each with the id that the person sees
 * @returns the desk
 */
export function openDesk(ask: (question: Question) => Promise<Answer>, log: Log): Desk {
  const seen = new LRUCache<string, true>(DELIVERIES);
  const threads = new LRUCache<string, readonly EarlierTurn[]>(THREADS);
  const inFlight = new Set<Promise<void>>();
  let closed = false;

  async function find(asked: Asked): Promise<Reply> {
    const earlier = (asked.thread === null ? undefined : threads.get(asked.thread)) ?? [];
    try {
      const answer = await ask({
        text: asked.text,
        scope: { place: asked.place, story: null },
        earlier,
      });
      const turns = turnsOf(answer);
      if (asked.thread !== null && turns.length > 0) {
        threads.set(asked.thread, [...earlier, ...turns].slice(-EARLIER));
      }
      log.debug({ place: asked.place, status: answer.status, tookMs: answer.tookMs }, 'answered');
      return replyTo(answer);
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place: asked.place }, 'a question could not be answered');
      return failureReply('finding', id);
    }
  }

  async function handle(asked: Asked, path: ReplyPath): Promise<void> {
    const { place } = asked;
    // Decided on arrival: what came before the desk closed is answered, however long it takes.
    const tooLate = closed;
    try {
      await path.acknowledge?.();
    } catch (error) {
      // Without it most platforms take no answer either, but some do: it is worth the try.
      log.error({ id: failureId(), err: error, place }, 'the platform could not be told of the answer');
    }
    const reply = tooLate ? closedReply() : await find(asked);
    try {
      await path.post(reply);
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place }, 'an answer could not be posted');
      try {
        await path.post(failureReply('posting', id));
      } catch (again) {
        log.error({ id, err: again, place }, 'nor could the person be told so');
      }
    }
  }

  return {
    async answer(asked, path) {
      const again = asked.deliveries.some((name) => seen.has(name));
      for (const name of asked.deliveries) seen.set(name, true);
      if (again) return;
      const work = handle(asked, path);
      inFlight.add(work);
      await work;
      inFlight.delete(work);
    },
    async close() {
      closed = true;
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

/** Eight hexadecimal digits: short enough to be read out, rare enough to be found in a day's log. */
function failureId(): string {
  return randomBytes(4).toString('hex');
}
