import { setImmediate } from 'node:timers/promises';
import type { Delivery, InboxStore } from '../ledger.ts';
import { codeOf, LedgerError } from '../ledger-error.ts';
import type { Health } from './health.ts';
import type { HeldStore } from './held.ts';
import type { Writer } from './writer.ts';

/**
 * In ms. A platform wants to hear within 3 s, and the way there takes some of it. Half a second was missed on a busy
 * machine, and what is taken on without is lost with its process.
 */
const ACCEPT_WITHIN = 1_500;
/**
 * In ms: after it did not, what comes is taken on without, for so long or until it does. Then it is tried again: in an
 * outage, one question in five seconds waits for it, and not each.
 */
const REST = 5_000;

/**
 * The inbox of a ledger, which is never in the way: what cannot be kept in time is taken on without, told once and
 * counted.
 *
 * @param held the store
 * @param writes what writes that something is done
 * @param health where it is told whether the store can be used
 */
export function inboxOf(held: HeldStore, writes: Pick<Writer, 'add'>, health: Health): InboxStore {
  /** By each of its names: what is being taken on. Whoever gave up waiting may be done before it is kept. */
  const accepting = new Map<string, Promise<unknown>>();
  let restsUntil = 0;

  function begin(delivery: Delivery): Promise<boolean> {
    const kept = held.now((store) => store.inbox.accept(delivery));
    const settled: Promise<void> = kept.then(
      () => {
        // Late or not, it can.
        restsUntil = 0;
        health.worked('taking on');
        forget(delivery, settled);
      },
      () => forget(delivery, settled),
    );
    for (const name of delivery.names) accepting.set(name, settled);
    return kept;
  }

  function forget({ names }: Delivery, settled: Promise<unknown>): void {
    for (const name of names) if (accepting.get(name) === settled) accepting.delete(name);
  }

  /** Does something that nobody can be told of who would know what to do. */
  async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      const result = await work();
      health.worked('taking on');
      return result;
    } catch (error) {
      if (codeOf(error) !== 'closed') health.failed('taking on', error);
      return otherwise;
    }
  }

  return {
    async accept(delivery) {
      if (performance.now() >= restsUntil) {
        try {
          return await inTime(begin(delivery));
        } catch (error) {
          if (codeOf(error) === 'closed') throw error;
          health.failed('taking on', error);
          // Of what nobody can keep, others are none the worse.
          if (codeOf(error) !== 'unfit') restsUntil = performance.now() + REST;
        }
      }
      health.unkept();
      return true;
    },
    async done(name) {
      await accepting.get(name);
      await writes.add({ kind: 'done', name });
    },
    async release(name) {
      await accepting.get(name);
      await attempt(() => held.now((store) => store.inbox.release(name)), undefined);
    },
    takeOver: (bot, most) => attempt(() => held.now((store) => store.inbox.takeOver(bot, most)), []),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(async () => {
      // Where the process itself stood still, the word is there and not read yet.
      await setImmediate();
      reject(
        new LedgerError('unreachable', `The ledger did not keep a delivery within ${ACCEPT_WITHIN} ms.`),
      );
    }, ACCEPT_WITHIN);
  });
  return await Promise.race([work, limit]).finally(() => clearTimeout(late));
}
