import type { Ledger } from './ledger.ts';
import { health, type LedgerLog } from './queue/health.ts';
import { heldStore } from './queue/held.ts';
import { keepHouse } from './queue/housekeeping.ts';
import { inboxOf } from './queue/inbox.ts';
import { settingsAtHand } from './queue/settings.ts';
import { taken } from './queue/waiting.ts';
import { writer } from './queue/writer.ts';
import type { Store } from './store.ts';

/** How a ledger is, for those who run it. */
export interface LedgerState {
  /** Whether it could be read, and written, the last time. */
  readonly reading: boolean;
  readonly writing: boolean;
  /** How many writes wait. */
  readonly waiting: number;
  /** How many could not be kept since it was opened. */
  readonly lost: number;
}

/** Is handed what tells the state, once the ledger is open; of one in memory there is none to tell. */
export type LedgerWatch = (state: () => LedgerState) => void;

/** In ms: what waits at the end has this long to be written, and the store as long to be let go of. */
const CLOSE_WITHIN = { writing: 2_000, closing: 500 };

/**
 * Makes a ledger of a store, which is never in the way. What is written resolves when it is kept: a moment later,
 * together with what else there is. While the store cannot be written to, what there is to keep waits in memory, and
 * is read from there; the oldest makes room for more than fits. The log has one line when that begins, and one when
 * it has ended. What somebody is told that it is kept (settings, installations, questions for the desk) is written at
 * once, or rejects.
 *
 * @param open opens the store; again where its file has gone
 * @param how where it is told that it cannot be used; how long entries and answers are kept, in ms, `null` for good;
 * and what tells the time, in ms since the epoch
 * @returns the ledger
 * @throws {LedgerError} when the store cannot be opened
 */
export async function queuedLedger(
  open: () => Promise<Store>,
  how: {
    readonly log: LedgerLog;
    readonly keep: number | null;
    readonly now: () => number;
    readonly watch?: LedgerWatch;
  },
): Promise<Ledger> {
  const state = health(how.log);
  const held = await heldStore(open, state);
  const writes = writer((batch) => held.now((store) => store.write(batch)), state);
  const endHousekeeping = keepHouse(
    (tooOld) => held.now((store) => store.deleteOld(tooOld)),
    how.keep,
    how.now,
  );
  let closing: Promise<void> | null = null;
  how.watch?.(() => ({
    reading: !state.isFailing('reading'),
    writing: !state.isFailing('writing'),
    waiting: writes.waiting,
    lost: state.lostInAll,
  }));

  /** After all that has been asked for before, where that can be written. */
  async function readAll<T>(work: (store: Store) => Promise<T>): Promise<T> {
    if (!state.isFailing('writing')) await writes.flush();
    return await held.read(work);
  }

  async function close(): Promise<void> {
    endHousekeeping();
    await inTime(CLOSE_WITHIN.writing, writes.flush());
    writes.end();
    state.end();
    await inTime(CLOSE_WITHIN.closing, held.close());
  }

  return {
    settings: settingsAtHand({
      get: (place) => held.read((store) => store.settings.get(place)),
      change: (place, change) => held.now((store) => store.settings.change(place, change)),
    }),
    threads: {
      get: async (name) => writes.unwritten('thread', name) ?? held.read((store) => store.threads.get(name)),
      set: (name, { own, turns }) => writes.add({ kind: 'thread', name, state: { own, turns: [...turns] } }),
    },
    posts: {
      async get(name) {
        const post = writes.unwritten('post', name);
        return post === undefined ? held.read((store) => store.posts.get(name)) : post;
      },
      set: (name, post) => writes.add({ kind: 'post', name, state: { ...post } }),
      remove: (name) => writes.add({ kind: 'post', name, state: null }),
    },
    askings: {
      get: async (name) => writes.unwritten('asking', name) ?? held.read((store) => store.askings.get(name)),
      set: (name, text) => writes.add({ kind: 'asking', name, state: text }),
    },
    journal: {
      add(entry) {
        const write = { kind: 'entry', entry: { ...entry } } as const;
        if (entry.kind !== 'for-the-desk') return writes.add(write);
        return held.now((store) => store.write(taken([{ write, told: [] }]).batch));
      },
      recent: (person, most) => readAll((store) => store.journal.recent(person, most)),
      list: (kind, most) => readAll((store) => store.journal.list(kind, most)),
      within: (period) => readAll((store) => store.journal.within(period)),
      async forget(person) {
        await writes.flush();
        return await held.now((store) => store.journal.forget(person));
      },
    },
    answers: {
      set: (answer) =>
        writes.add({ kind: 'answer', name: answer, state: { ...answer, quotes: [...answer.quotes] } }),
      quoting: (story, article) => readAll((store) => store.answers.quoting(story, article)),
      quoted: () => readAll((store) => store.answers.quoted()),
      remove: (name) => writes.add({ kind: 'answer', name, state: null }),
    },
    installations: {
      get: (workspace) => held.read((store) => store.installations.get(workspace)),
      set: (workspace, installation) => held.now((store) => store.installations.set(workspace, installation)),
      remove: (workspace) => held.now((store) => store.installations.remove(workspace)),
    },
    inbox: inboxOf(held, writes, state),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Waits for something, and no longer: the process is about to end. */
async function inTime(ms: number, work: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    late = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => {}), limit]).finally(() => clearTimeout(late));
}
