import { LRUCache } from 'lru-cache';
import { type Answer, type EarlierTurn, type Knowledge, type Place, turnsOf } from '../knowledge/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Asking } from './asking.ts';
import { failureId } from './failure-id.ts';
import { keeper } from './keeper.ts';
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
  /** Who asks, by the platform's own ids; left out where nobody is known. */
  readonly person?: string | null;
  /** Slug of the story that was chosen, `null` for all; left out: as is set for the place. */
  readonly story?: string | null;
  /** Whether the thread begins with this question. */
  readonly opens?: boolean;
  /** What it read before it was edited: the thread forgets that. */
  readonly instead?: string;
}

/** What was found for a question. */
export interface Found {
  readonly reply: Reply;
  /** What finds it again; `null` where there is nothing to find, such as when something broke. */
  readonly asking: Asking | null;
  /** What questions that follow may lean on. */
  readonly turns: readonly EarlierTurn[];
}

/** The way back to the person who asked. */
export interface ReplyPath {
  /**
   * Tells the platform that an answer is on its way, where it has to be told within seconds. Done before
   * the answer is looked for, and once however often the question is delivered.
   */
  acknowledge?(): Promise<unknown>;
  /** Posts a reply where the question was asked. Rejects when the platform refused it. */
  post(reply: Reply, asking: Asking | null): Promise<unknown>;
  /** Tells the person, in whatever way is still open, that it could not be posted. As {@link post} when left out. */
  tell?(reply: Reply): Promise<unknown>;
}

/** What stands between every platform and `ask`. */
export interface Desk {
  /**
   * Answers a question once, however often it is delivered. Never rejects: what goes wrong is logged
   * under an id and said to the person with that id.
   */
  answer(asked: Asked, path: ReplyPath): Promise<void>;
  /** As {@link answer}, for whoever shows what was found by other means. Never rejects. */
  find(asked: Omit<Asked, 'deliveries'>): Promise<Found>;
  /** Finds the answer to a question of before again, as the library and the place are now. Never rejects. */
  again(asking: Asking, place: Place): Promise<Found>;
  /** From now on a thread is one of ours, in which follow-ups lean on what was shown at its beginning. */
  adopt(thread: string, turns: readonly EarlierTurn[]): void;
  /**
   * Does something that a person set off, such as by a button, once however often it is delivered. Never rejects:
   * what goes wrong is logged under an id and told to the person with that id.
   */
  handle(
    deliveries: readonly string[],
    work: () => Promise<unknown>,
    tell: (reply: Reply) => Promise<unknown>,
  ): Promise<void>;
  /**
   * Takes no more questions: whoever still asks is told to ask again in a minute. Resolves once every
   * question in flight is answered. Safe to call twice.
   */
  close(): Promise<void>;
}

export interface DeskOptions {
  /** What answers a question. */
  readonly knowledge: Pick<Knowledge, 'ask' | 'storiesOpenTo'>;
  /** Keeps threads, and what was asked. It may fail: that is told in the log, and questions are answered. */
  readonly ledger: Ledger;
  /** Where failures are told, each with the id that the person sees. */
  readonly log: Log;
}

/**
 * Platforms deliver again within minutes (Slack: three retries within an hour,
 * https://docs.slack.dev/apis/events-api/#retries). 50,000 short strings take about 5 MB.
 */
const DELIVERIES = { max: 50_000, ttl: 60 * 60_000 };

/**
 * Opens the desk that bots bring their questions to.
 *
 * @param options what answers, what is kept, and where failures are told
 * @returns the desk
 */
export function openDesk({ knowledge, ledger, log }: DeskOptions): Desk {
  const seen = new LRUCache<string, true>(DELIVERIES);
  const kept = keeper(ledger, log);
  const inFlight = new Set<Promise<void>>();
  let closed = false;

  /** Every name is remembered, also those that only the second delivery has. */
  function isNew(deliveries: readonly string[]): boolean {
    const again = deliveries.some((name) => seen.has(name));
    for (const name of deliveries) seen.set(name, true);
    return !again;
  }

  async function whileOpen(work: () => Promise<void>): Promise<void> {
    const working = work();
    inFlight.add(working);
    await working;
    inFlight.delete(working);
  }

  async function find(asked: Omit<Asked, 'deliveries'>): Promise<Found> {
    const { place, thread, text, instead } = asked;
    if (instead !== undefined) await kept.forget(thread, instead);
    const { earlier, own } = await kept.thread(thread);
    const story = asked.story === undefined ? await tiedTo(place) : asked.story;
    const asking: Asking = { text, story, earlier };
    return look(asking, place, (answer) => {
      kept.asked(asked, answer);
      const turns = turnsOf(answer);
      // A message without a question opens no thread of ours.
      if (turns.length > 0) kept.turns(thread, own || asked.opens === true, turns);
    });
  }

  /** The story that is set for a place; `null` where it is no longer there or no longer open to it. */
  async function tiedTo(place: Place): Promise<string | null> {
    const story = await kept.story(place);
    const isOpen = story !== null && knowledge.storiesOpenTo(place).some(({ slug }) => slug === story);
    return isOpen ? story : null;
  }

  async function look(asking: Asking, place: Place, keep: (answer: Answer) => void): Promise<Found> {
    const { text, story, earlier, except } = asking;
    try {
      const scope = { place, story };
      const answer = await knowledge.ask({ text, scope, earlier, ...(except && { except }) });
      keep(answer);
      log.debug({ place, status: answer.status, tookMs: answer.tookMs }, 'answered');
      return { reply: replyTo(answer), asking, turns: turnsOf(answer) };
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place }, 'a question could not be answered');
      return { reply: failureReply('finding', id), asking: null, turns: [] };
    }
  }

  async function answerNow(asked: Asked, path: ReplyPath): Promise<void> {
    const { place } = asked;
    // Decided on arrival: what came before the desk closed is answered, however long it takes.
    const tooLate = closed;
    try {
      await path.acknowledge?.();
    } catch (error) {
      // Without it most platforms take no answer either, but some do: it is worth the try.
      log.error({ id: failureId(), err: error, place }, 'the platform could not be told of the answer');
    }
    const { reply, asking } = tooLate ? { reply: closedReply(), asking: null } : await find(asked);
    try {
      await path.post(reply, asking);
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place }, 'an answer could not be posted');
      const told = failureReply('posting', id);
      await tellOf(id, () => (path.tell ? path.tell(told) : path.post(told, null)));
    }
  }

  async function tellOf(id: string, tell: () => Promise<unknown>): Promise<void> {
    try {
      await tell();
    } catch (error) {
      log.error({ id, err: error }, 'nor could the person be told so');
    }
  }

  return {
    async answer(asked, path) {
      if (isNew(asked.deliveries)) await whileOpen(() => answerNow(asked, path));
    },
    find,
    again: (asking, place) => look(asking, place, () => undefined),
    adopt: (thread, turns) => kept.turns(thread, true, turns),
    async handle(deliveries, work, tell) {
      if (!isNew(deliveries)) return;
      const tooLate = closed;
      await whileOpen(async () => {
        if (tooLate) return tellOf(failureId(), () => tell(closedReply()));
        try {
          await work();
        } catch (error) {
          const id = failureId();
          log.error({ id, err: error }, 'what somebody asked for could not be done');
          await tellOf(id, () => tell(failureReply('doing', id)));
        }
      });
    },
    async close() {
      closed = true;
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}
