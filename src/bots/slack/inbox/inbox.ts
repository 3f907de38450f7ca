import type { App, ReceiverEvent } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { InboxStore } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import type { Desk } from '../../desk.ts';
import { lost } from '../../lost.ts';
import { within } from '../../within.ts';
import type { Postings } from '../calls/postings.ts';
import type { Self } from '../workspace/identify.ts';
import { readKept, writeKept } from './kept.ts';
import { type Meant, meantIn } from './meant.ts';
import { takingOver } from './taking-over.ts';

/** What Slack delivers is taken on before Slack is told that it has arrived, and done by one process. */
export interface Inbox {
  /** Bolt as deliveries reach it: each is taken on first, and one that came before is turned away. */
  before(app: App, own: () => Self | null): App;
  /** From now on, takes over what processes have left that have gone. */
  begin(app: App): void;
  /**
   * Takes names on that an edit or a press shares with other deliveries.
   *
   * @returns `false` where somebody has one of them, or had it within the last hour
   */
  claim(...names: readonly string[]): Promise<boolean>;
  /** What was claimed is done. */
  finish(name: string): void;
  /** Whether it was this process that had it, and is done. */
  hasFinished(name: string): boolean;
  /** Whether this process stood still lately, for so long that another may have taken over what it had in hand. */
  stoodStill(): boolean;
  /** Resolves once nothing is in hand. */
  idle(): Promise<void>;
  /** Takes nothing over from now on. */
  stop(): void;
  /** Gives back what is in hand. */
  release(): Promise<void>;
}

export interface InboxOptions {
  readonly store: InboxStore;
  readonly desk: Pick<Desk, 'owns'>;
  readonly postings: Pick<Postings, 'find'>;
  readonly log: Log;
}

/** As much as a delivery waits, in ms, to be told from talk that is none of ours. In doubt it is. */
const LOOK_MS = 250;
/** Questions that this process has answered: who edits one does so within minutes. */
const FINISHED = { max: 10_000, ttl: 60 * 60_000 };

/**
 * @param options where deliveries are kept, what tells whether they are ours, and where it is told what goes wrong
 * @returns the inbox, with nothing in hand
 */
export function openInbox({ store, desk, postings, log }: InboxOptions): Inbox {
  const inHand = new Map<string, Promise<unknown>>();
  const finished = new LRUCache<string, true>(FINISHED);
  const untold = lost(log, 'a question may be answered twice, or be lost with this process');
  const taking = takingOver({ store, log, isInHand: (name) => inHand.has(name), again });

  async function isOurs({ ifOurs }: Meant): Promise<boolean> {
    if (ifOurs === null) return true;
    let ours = true;
    const looked =
      'thread' in ifOurs
        ? desk.owns(ifOurs.thread)
        : postings.find(ifOurs.answered).then((post) => post !== null);
    await within(
      LOOK_MS,
      looked.then(
        (found) => {
          ours = found;
        },
        () => undefined,
      ),
    );
    return ours;
  }

  async function take(app: App, event: ReceiverEvent, own: Self | null): Promise<void> {
    const found = meantIn(event.body, own);
    const meant = found !== null && (await isOurs(found)) ? found : null;
    if (meant === null) return app.processEvent(event);
    const { names, goodFor, once } = meant;
    const at = Date.now();
    const payload = writeKept({ at, goodFor, body: event.body });
    const isNew = await store.accept({ bot: 'slack', names, payload }).catch((error: unknown) => {
      untold(error);
      return true;
    });
    const taken = { ...event, ack: surely(event), customProperties: { at } };
    if (isNew) await work(names, () => app.processEvent(taken));
    else if (once) await taken.ack();
    else await app.processEvent(taken);
  }

  /**
   * Bolt tells Slack of events before anybody hears of them, and nobody does where that fails, as it does while a
   * connection ends: Slack then sends it again, but to somebody who turns it away.
   */
  function surely({ body, ack }: ReceiverEvent): ReceiverEvent['ack'] {
    return async (response) => {
      try {
        await ack(response);
      } catch (error) {
        if (body.type !== 'event_callback') throw error;
        log.debug({ err: error }, 'Slack could not be told that an event has arrived');
      }
    };
  }

  async function work(names: readonly string[], doing: () => Promise<unknown>): Promise<void> {
    const [name = ''] = names;
    const working = doing();
    inHand.set(name, working);
    try {
      await working;
    } finally {
      inHand.delete(name);
      finish(name);
    }
  }

  async function again(app: App, names: readonly string[], payload: string): Promise<void> {
    const [name = ''] = names;
    const kept = readKept(payload);
    if (kept === null || Date.now() - kept.at > kept.goodFor) return finish(name);
    const { at, body } = kept;
    // Whoever it was that Slack waited for, it was told, or waits no longer.
    const event = { body, ack: async () => undefined, customProperties: { at, takenOver: true } };
    await work(names, () => app.processEvent(event));
  }

  function finish(name: string): void {
    finished.set(name, true);
    store.done(name).catch(untold);
  }

  return {
    before: (app, own) =>
      Object.assign(Object.create(app) as App, {
        processEvent: (event: ReceiverEvent) => take(app, event, own()),
      }),
    begin: taking.begin,
    claim: (...names) =>
      store.accept({ bot: 'slack', names, payload: '' }).catch((error: unknown) => {
        untold(error);
        return true;
      }),
    finish,
    hasFinished: (name) => finished.has(name),
    stoodStill: taking.stoodStill,
    async idle() {
      while (inHand.size > 0) await Promise.allSettled(inHand.values());
    },
    stop: taking.stop,
    async release() {
      await Promise.all([...inHand.keys()].map((name) => store.release(name).catch(untold)));
    },
  };
}
