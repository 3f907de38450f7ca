import { setTimeout as sleep } from 'node:timers/promises';
import type { InboxStore } from '../../../ledger/ledger.ts';
import { deliveryOf, nameOf, type TakenInteraction, type TakenMessage } from './taken.ts';

/** What people ask of us. */
type Asked = TakenMessage | TakenInteraction;

/** Sees to it that of all processes one does what Discord delivered, and that it is done though that one dies. */
export interface Intake {
  /**
   * Takes on what Discord delivered, and does it, unless a process has taken it on before.
   *
   * @param asked what was delivered
   * @param work does it, and sees itself to what goes wrong
   */
  take(asked: Asked, work: () => Promise<unknown>): Promise<void>;
  /** Does again what another process took on and left, in the name of this one. */
  again(asked: Asked, work: () => Promise<unknown>): Promise<void>;
  /**
   * The process is about to end: what comes from now on is left to others. Resolves once what came before is either
   * being done or refused.
   */
  close(): Promise<void>;
  /** Gives back what is not done, once nothing more comes. Resolves when all of it can be had by others. */
  leave(): Promise<void>;
}

/**
 * What comes while the process ends is left to a process that goes on, which takes it on within milliseconds, in ms.
 * Where there is none, a command has still some of its three seconds.
 */
const OTHERS_FIRST_MS = 750;

/**
 * @param inbox where it is kept what was taken on
 * @returns the intake, open
 */
export function openIntake(inbox: InboxStore): Intake {
  /** By name: what is being done here. */
  const inHand = new Map<string, Promise<unknown>>();
  const accepting = new Set<Promise<boolean>>();
  const late = new Set<Promise<void>>();
  let closing = false;

  async function accepted(asked: Asked): Promise<boolean> {
    // Whoever asks is answered, with the net below it or without.
    const accept = (async () => inbox.accept(deliveryOf(asked)))().catch(() => true);
    accepting.add(accept);
    try {
      return await accept;
    } finally {
      accepting.delete(accept);
    }
  }

  /** Done is done, whatever came of it: who asked was told so. */
  async function done(name: string, work: () => Promise<unknown>): Promise<void> {
    const working = work();
    inHand.set(name, working);
    try {
      await working;
    } finally {
      // Nothing waits for that.
      if (inHand.delete(name)) void inbox.done(name).catch(() => undefined);
    }
  }

  async function takeLate(asked: Asked, work: () => Promise<unknown>): Promise<void> {
    await sleep(OTHERS_FIRST_MS);
    if (!(await accepted(asked))) return;
    // A message can wait for the process that comes next; a command cannot, so that its answer is the closed desk's.
    if (asked.kind === 'message') await inbox.release(nameOf(asked));
    else await done(nameOf(asked), work);
  }

  return {
    async take(asked, work) {
      if (closing) {
        const taking = takeLate(asked, work).finally(() => late.delete(taking));
        late.add(taking);
        await taking;
      } else if (await accepted(asked)) {
        await done(nameOf(asked), work);
      }
    },
    async again(asked, work) {
      // A process that was not heard of for a while may get back what it is doing.
      if (!inHand.has(nameOf(asked))) await done(nameOf(asked), work);
    },
    async close() {
      closing = true;
      await Promise.allSettled(accepting);
      // Whoever waited for that goes on first.
      await sleep(0);
    },
    async leave() {
      await Promise.allSettled(late);
      const names = [...inHand.keys()];
      inHand.clear();
      await Promise.allSettled(names.map((name) => inbox.release(name)));
    },
  };
}
