import { LRUCache } from 'lru-cache';
import { type Answer, type Knowledge, type Place, turnsOf } from '../knowledge/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Log, withRequestId } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Asking } from './asking.ts';
import type { Asked, Desk, Found, ReplyPath } from './desk.ts';
import { failureId } from './failure-id.ts';
import { keeper } from './keeper.ts';
import { closedReply, failureReply, undeliveredReply } from './other-replies.ts';
import { replyTo } from './reply.ts';

export interface DeskOptions {
  /** What answers a question. */
  readonly knowledge: Pick<Knowledge, 'ask' | 'storiesOpenTo'>;
  /** Keeps threads, and what was asked. It may fail: that is told in the log, and questions are answered. */
  readonly ledger: Ledger;
  /** Where failures are told, each with the id that the person sees. */
  readonly log: Log;
  /** Counts questions, where anybody wants to know. */
  readonly metrics?: Pick<Metrics, 'asked' | 'stage' | 'undelivered'>;
}

/**
 * Platforms deliver again within minutes (Slack: three retries within an hour,
 * https://docs.slack.dev/apis/events-api/#retries). 50,000 short strings take about 5 MB.
 */
const DELIVERIES = { max: 50_000, ttl: 60 * 60_000 };

/** For whoever asks while the bot is being stopped. */
const CLOSED: Found = { reply: closedReply(), answer: null, asking: null, turns: [] };

/**
 * Opens the desk that bots bring their questions to.
 *
 * @param options what answers, what is kept, and where failures are told
 * @returns the desk
 */
export function openDesk({ knowledge, ledger, log, metrics }: DeskOptions): Desk {
  const seen = new LRUCache<string, true>(DELIVERIES);
  const kept = keeper(ledger, log);
  const inFlight = new Set<Promise<unknown>>();
  let closed = false;

  /** Every name is remembered, also those that only the second delivery has. */
  function isNew(deliveries: readonly string[]): boolean {
    const again = deliveries.some((name) => seen.has(name));
    for (const name of deliveries) seen.set(name, true);
    return !again;
  }

  async function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    // What is done from here on is told under one id, which is the request's where it came by HTTP.
    const working = withRequestId(failureId(), work);
    inFlight.add(working);
    try {
      return await working;
    } finally {
      inFlight.delete(working);
    }
  }

  async function find(asked: Omit<Asked, 'deliveries'>): Promise<Found> {
    const { place, thread, under, text, instead, fresh } = asked;
    if (instead !== undefined) await kept.forget(thread, instead);
    const { earlier: before, own } = await kept.thread(fresh && instead === undefined ? null : thread);
    const leaned = under === undefined ? before : (await kept.thread(under)).earlier;
    const earlier = asked.earlier ?? leaned;
    const story = asked.story === undefined ? await tiedTo(place) : asked.story;
    const asking: Asking = { text, story, earlier };
    return look(asking, place, (answer) => {
      kept.asked(asked, answer);
      for (const each of [answer, ...answer.further]) metrics?.asked(place.bot, outcomeOf(each), each.tookMs);
      const turns = turnsOf(answer);
      // Also where nothing was asked yet: whoever only calls us asks in the thread then.
      if (turns.length > 0 || asked.opens) kept.turns(thread, own || asked.opens === true, turns);
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
    const began = performance.now();
    try {
      const scope = { place, story };
      const answer = await knowledge.ask({ text, scope, earlier, ...(except && { except }) });
      keep(answer);
      log.debug({ place, status: answer.status, tookMs: answer.tookMs, question: () => text }, 'answered');
      return { reply: replyTo(answer), answer, asking, turns: turnsOf(answer) };
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place, question: () => text }, 'a question could not be answered');
      metrics?.asked(place.bot, 'failed', performance.now() - began);
      return { reply: failureReply('finding', id), answer: null, asking: null, turns: [] };
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
    const { reply, asking, turns } = tooLate ? CLOSED : await find(asked);
    const began = performance.now();
    try {
      await path.post(reply, asking, turns);
      metrics?.stage('posting', performance.now() - began);
    } catch (error) {
      const id = failureId();
      log.error({ id, err: error, place }, 'an answer could not be posted');
      metrics?.undelivered(place.bot);
      // The first name is the message's own: once it is edited, it may be asked again.
      seen.delete(asked.deliveries[0] ?? '');
      const told = failureReply('posting', id);
      await tellOf(id, () =>
        path.tell ? path.tell(undeliveredReply(reply, told)) : path.post(told, null, []),
      );
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
    // Whoever asks so decides by itself whether it is too late.
    find: (asked) => whileOpen(() => find(asked)),
    again: (asking, place) => whileOpen(() => look(asking, place, () => undefined)),
    owns: kept.owns,
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

/** `answered`, or the reason why not. */
function outcomeOf(answer: Answer): string {
  return answer.status === 'answered' ? answer.status : answer.reason;
}
