import { randomUUID } from 'node:crypto';
import type { Entry, Post, PostedAnswer, Thread } from '../ledger.ts';
import { LedgerError } from '../ledger-error.ts';
import type { AnswerName, Batch } from '../store.ts';

/** Something to be written. */
export type Write =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'thread'; readonly name: string; readonly state: Thread }
  | { readonly kind: 'post'; readonly name: string; readonly state: Post | null }
  | { readonly kind: 'asking'; readonly name: string; readonly state: string }
  | { readonly kind: 'answer'; readonly name: AnswerName; readonly state: PostedAnswer | null }
  | { readonly kind: 'done'; readonly name: string };

/** A write that has been asked for. */
export interface Asked {
  readonly write: Write;
  /** Told when it is written, or that it will not be: whoever asked for it, or for what it has taken the place of. */
  readonly told: Told[];
}

interface Told {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** What is written together, and who waits for it. */
export interface Taken {
  readonly batch: Batch;
  readonly asked: readonly Asked[];
}

/** Writes that wait for their turn. */
export interface Waiting {
  /** How many there are. */
  readonly size: number;
  /** @returns the last write of that name that waits */
  last(kind: Exclude<Write['kind'], 'entry'>, name: string): Write | undefined;
  /**
   * Lets a write wait, in the place of an earlier one of the same name.
   *
   * @param most how many entries may wait, and how much else
   * @returns the oldest, which have had to make room
   */
  add(write: Write, told: Told, most: number): readonly Asked[];
  /** Takes the oldest out. */
  take(most: number): Taken;
}

/**
 * Who waits for one name at most. What is written every second, such as how far a session is, would gather a day's
 * promises while the ledger is away.
 */
const MOST_TOLD = 100;

/** @returns a queue that holds nothing yet */
export function waiting(): Waiting {
  const entries = new Map<number, Asked>();
  const named = new Map<string, Asked>();
  let added = 0;

  return {
    get size() {
      return entries.size + named.size;
    },
    last: (kind, name) => named.get(keyOf(kind, name))?.write,
    add(write, told, most) {
      if (write.kind === 'entry') {
        added += 1;
        entries.set(added, { write, told: [told] });
        return firstOf(entries, entries.size - most);
      }
      const key = keyOf(write.kind, nameOf(write));
      const all = named.get(key)?.told ?? [];
      all.push(told);
      named.set(key, { write, told: all });
      // A later state has long taken the place of its own.
      if (all.length > MOST_TOLD) all.shift()?.reject(away());
      return firstOf(named, named.size - most);
    },
    take: (most) => taken([...firstOf(entries, most), ...firstOf(named, most)]),
  };
}

/**
 * @param asked what is to be written together
 * @returns it as a batch of its own
 */
export function taken(asked: readonly Asked[]): Taken {
  const threads = new Map<string, Thread>();
  const posts = new Map<string, Post | null>();
  const askings = new Map<string, string>();
  const entries: Entry[] = [];
  const answers: { name: AnswerName; answer: PostedAnswer | null }[] = [];
  const done: string[] = [];
  for (const { write } of asked) {
    if (write.kind === 'entry') entries.push(write.entry);
    else if (write.kind === 'thread') threads.set(write.name, write.state);
    else if (write.kind === 'post') posts.set(write.name, write.state);
    else if (write.kind === 'asking') askings.set(write.name, write.state);
    else if (write.kind === 'done') done.push(write.name);
    else answers.push({ name: write.name, answer: write.state });
  }
  return { batch: { id: randomUUID(), entries, threads, posts, askings, answers, done }, asked };
}

function away(): LedgerError {
  return new LedgerError(
    'away',
    'The ledger could not be written, and what was to be kept has changed since.',
  );
}

/** Under the same key, a later write takes the place of an earlier one. */
function keyOf(kind: Write['kind'], name: string): string {
  return `${kind} ${name}`;
}

function nameOf(write: Exclude<Write, { kind: 'entry' }>): string {
  if (write.kind !== 'answer') return write.name;
  const { bot, channel, message } = write.name;
  return JSON.stringify([bot, channel, message]);
}

/** Takes the first out of a map, which are the oldest. */
function firstOf<K>(map: Map<K, Asked>, most: number): readonly Asked[] {
  const first: Asked[] = [];
  for (const [key, asked] of map) {
    if (first.length >= most) break;
    map.delete(key);
    first.push(asked);
  }
  return first;
}
