import { join } from 'node:path';
import type { Conditions, Fetcher } from '../fetch/fetch.ts';
import { FetchError, type FetchErrorCode } from '../fetch/fetch-error.ts';
import type { FeedState } from '../knowledge/index.ts';
import {
  decode,
  type Feed,
  IntakeError,
  type IntakeErrorCode,
  type Reader,
  readerHere,
} from '../knowledge/intake/index.ts';
import { isClosed } from './closed.ts';
import { isPending, type Looking } from './due.ts';
import { openKeeper } from './keep.ts';
import { failedLook, type Looked, lookAt, type Surroundings, sentenceOf, type Task, timeOf } from './look.ts';
import { inOrder, nextItems, tasksOf, withinBounds } from './remembered.ts';
import type { RefreshReport } from './report.ts';
import { reportOf } from './report-of.ts';
import { isFolder, remember, statesIn } from './state-file.ts';
import { eachInTurn, type Width } from './turns.ts';

/** A feed, and the story that its items belong to. */
export interface RefreshOptions {
  /** The feed's address. */
  readonly url: string;
  /** The story's slug; it is made with the first article. */
  readonly story: string;
  /** The library's folder. */
  readonly data: string;
  readonly fetcher: Fetcher;
  /** Reads what was fetched; in the thread that asks where it is not given. */
  readonly reader?: Reader;
  /** Read the feed also if it has not changed, and look at the pages of all its items again. */
  readonly everything?: boolean;
  /** The least time between two looks at one page, in ms; none when an editor asks. */
  readonly pageRest?: number;
  /** How many pages are asked for in one look; what is left is dealt with the next time. As many as there are when an editor asks. */
  readonly mostPages?: number;
  /** Told after each item how many of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Begin with no further item: those that are left are dealt with the next time. */
  readonly signal?: AbortSignal;
  /** The time, in ms since the epoch. */
  readonly now?: () => number;
}

/** What a look at a feed has come to. The state is also in the story's folder, if there is one. */
export type Refreshed =
  | {
      readonly kind: 'read';
      readonly report: RefreshReport;
      readonly before: FeedState;
      readonly state: FeedState;
    }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      readonly before: FeedState;
      readonly state: FeedState;
    };

/** Why a feed could not be read. */
export interface Failure {
  /** Of the fetcher, or of what reads feeds. */
  readonly code: FetchErrorCode | IntakeErrorCode;
  /** One sentence for an editor. */
  readonly reason: string;
  /** The outlet says that it has ended the feed (410). */
  readonly isGone: boolean;
  /** How long the server asks us to wait, in ms. */
  readonly retryAfter: number | null;
}

const NEVER_READ: FeedState = {
  checkedAt: null,
  failingSince: null,
  failure: null,
  etag: null,
  lastModified: null,
  items: {},
};

/** Pages at a time: more gain little, and an outlet may take more than two from one reader for an attack. */
const WIDTH: Width = { atOnce: 4, perHost: 2 };

/**
 * Looks once at one feed: adds what is new, updates what has changed, and leaves alone what an editor has
 * changed or deleted. One bad item is reported and never stops the rest.
 *
 * @returns what came of it; a feed that cannot be read is a value too
 * @throws {FetchError} `closed` when the fetcher was closed before the feed was read
 * @throws {IntakeError} `closed` when the reader was
 * @throws {WriteError} when the feed's state cannot be written
 */
export async function refreshFeed(options: RefreshOptions): Promise<Refreshed> {
  const { url, story, data, reader = readerHere, everything = false, pageRest = 0, now = Date.now } = options;
  const folder = join(data, story);
  const [states, wasThere] = await Promise.all([statesIn(folder), isFolder(folder)]);
  const before = states.get(url) ?? NEVER_READ;
  const looking: Looking = { everything, pageRest, now: now() };

  const reading = await read({ ...options, reader }, before, looking);
  if ('reason' in reading) {
    const failingSince = before.failingSince ?? timeOf(looking.now);
    const state = { ...before, failingSince, failure: reading.reason };
    await remember(folder, url, state);
    return { kind: 'failed', failure: reading, before, state };
  }

  const { tasks, refused } = withinBounds(tasksOf(reading.feed, before), before);
  const keeper = openKeeper({ data, story, feed: url, states, wasThere });
  const stateAfter = (looks: ReadonlyMap<Task, Looked>): FeedState => {
    const isDone = looks.size === tasks.length;
    return {
      checkedAt: timeOf(looking.now),
      failingSince: null,
      failure: null,
      // Asked whether it has changed, a feed would say no, and what was not dealt with would be forgotten.
      etag: isDone ? reading.etag : null,
      lastModified: isDone ? reading.lastModified : null,
      items: nextItems(before, tasks, looks, looking.now),
    };
  };
  const looks = await lookAtAll(tasks, {
    ...options,
    surroundings: { reader, keeper, feed: reading.feed, looking },
    onSome: (some) => remember(folder, url, stateAfter(some)),
  });
  const state = stateAfter(looks);
  await remember(folder, url, state);
  return { kind: 'read', report: reportOf(looks, refused), before, state };
}

/** After so many items it is written down what has become of them: of articles that are not remembered as
 * written by a feed it could not be told whether an editor has changed them. */
const SOME = 20;

type Reading = { readonly feed: Feed | null } & Conditions;

async function read(
  { url, fetcher, reader }: RefreshOptions & { readonly reader: Reader },
  before: FeedState,
  looking: Looking,
): Promise<Reading | Failure> {
  const isWhole = looking.everything || Object.values(before.items).some((item) => isPending(item, looking));
  try {
    const fetched = isWhole ? await fetcher.fetch(url) : await fetcher.fetch(url, before);
    if (fetched.kind === 'unchanged') {
      return { feed: null, etag: before.etag, lastModified: before.lastModified };
    }
    const { bytes, contentType, etag, lastModified } = fetched;
    const feed = await reader.feed(decode(bytes, { contentType }), fetched.url);
    return { feed, etag, lastModified };
  } catch (error) {
    if (isClosed(error)) throw error;
    if (error instanceof IntakeError)
      return { code: error.code, reason: error.message, isGone: false, retryAfter: null };
    if (!(error instanceof FetchError)) throw error;
    const isGone = error.status === 410;
    const reason = isGone
      ? `${new URL(error.url).host} has ended this feed (410): take it out of story.yaml, or put its new address there.`
      : error.message;
    return { code: error.code, reason, isGone, retryAfter: error.retryAfter };
  }
}

interface LookingAtAll extends RefreshOptions {
  readonly surroundings: Omit<Surroundings, 'fetcher' | 'signal'>;
  /** Told after every {@link SOME} items what has become of those so far. */
  readonly onSome: (looks: ReadonlyMap<Task, Looked>) => Promise<void>;
}

/** @returns what each look has come to; those that were broken off are missing */
async function lookAtAll(
  tasks: readonly Task[],
  { fetcher, surroundings, signal, mostPages = Infinity, onProgress, onSome }: LookingAtAll,
): Promise<ReadonlyMap<Task, Looked>> {
  const looks = new Map<Task, Looked>();
  const { counting, pages } = counted(fetcher);
  await eachInTurn(inOrder(tasks), hostOf, WIDTH, async (task) => {
    if (signal?.aborted || pages() >= mostPages) return;
    try {
      looks.set(task, await lookAt(task, { ...surroundings, fetcher: counting, signal }));
    } catch (error) {
      if (signal?.aborted || isClosed(error)) return;
      looks.set(task, failedLook(task, sentenceOf(error, task), surroundings.looking.now));
    }
    onProgress?.(looks.size, tasks.length);
    if (looks.size % SOME === 0) await onSome(looks);
  });
  return looks;
}

function counted(fetcher: Fetcher) {
  let asked = 0;
  const counting: Pick<Fetcher, 'fetch'> = {
    fetch(url, conditions) {
      asked += 1;
      return fetcher.fetch(url, conditions);
    },
  };
  return { counting, pages: () => asked };
}

function hostOf({ item: { url } }: Task): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : '';
}
