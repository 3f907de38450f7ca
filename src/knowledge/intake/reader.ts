import type { Details, Draft } from './draft.ts';
import { draftOfItem, summaryDraft } from './feed/drafts.ts';
import type { Feed, FeedItem } from './feed/item.ts';
import { readFeed } from './feed.ts';
import { type Material, readMaterial } from './material.ts';

/**
 * Reads what others have written. A page of some megabytes takes seconds of work: where people wait for answers that is
 * done in a thread of its own (`reader-thread.ts`). All reject with an `IntakeError` where nothing can be made of it.
 */
export interface Reader {
  /** As {@link readMaterial}. */
  material(material: Material, given?: Partial<Details>): Promise<Draft>;
  /** As {@link readFeed}. */
  feed(text: string, url: string): Promise<Feed>;
  /** As {@link draftOfItem}. */
  item(item: FeedItem, feed: Feed): Promise<Draft | null>;
  /** As {@link summaryDraft}. */
  summary(item: FeedItem, feed: Feed): Promise<Draft | null>;
}

/** What there is to do, by name, so that it can be asked for from another thread. */
export const WORK = {
  material: readMaterial,
  feed: readFeed,
  item: draftOfItem,
  summary: summaryDraft,
} as const;

/** One piece of work. */
export type Job = {
  [Name in keyof typeof WORK]: { readonly name: Name; readonly args: Parameters<(typeof WORK)[Name]> };
}[keyof typeof WORK];

/**
 * @param run does a piece of work, wherever
 * @returns a reader that has everything done by it
 */
export function readerBy(run: (job: Job) => Promise<unknown>): Reader {
  return {
    material: (material, given = {}) => run({ name: 'material', args: [material, given] }) as Promise<Draft>,
    feed: (text, url) => run({ name: 'feed', args: [text, url] }) as Promise<Feed>,
    item: (item, feed) => run({ name: 'item', args: [item, alone(feed)] }) as Promise<Draft | null>,
    summary: (item, feed) => run({ name: 'summary', args: [item, alone(feed)] }) as Promise<Draft | null>,
  };
}

/** @returns what came of it, in this thread */
export function done(job: Job): unknown {
  return (WORK[job.name] as (...args: readonly unknown[]) => unknown)(...job.args);
}

/** Reads in the thread that asks: for commands, which do nothing else. */
export const readerHere: Reader = readerBy(async (job) => done(job));

/** An item needs the words of its feed, and not all of the other items, which would be copied each time. */
function alone(feed: Feed): Feed {
  return { ...feed, items: [] };
}
