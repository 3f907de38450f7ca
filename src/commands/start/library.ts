import { type Knowledge, openKnowledge } from '../../knowledge/index.ts';
import { requestId } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { openMeaning } from '../meaning.ts';
import type { Closers } from './closers.ts';
import { LOOKING } from './engine.ts';
import { type Feeds, feedsOf } from './feeds.ts';
import { followingIn, type LibraryTimes, newsIn } from './news.ts';
import type { Order } from './serve.ts';

/** A library that is followed, with its feeds. */
interface FollowedLibrary {
  readonly knowledge: Knowledge;
  /** None is followed yet. */
  readonly feeds: Feeds;
  readonly times: Readonly<LibraryTimes>;
  /** From now on this is done whenever the library has changed. */
  heed(onChange: () => void): void;
}

/**
 * Opens the library.
 *
 * @param order which, and where it is told what happens to it
 * @param metrics told how long each stage of answering takes; `null` where nobody wants to know
 * @param closers close it
 * @returns the library, loaded
 * @throws {LibraryError} when it cannot be read
 */
export async function openLibrary(
  { config, data, allowPrivate, io, log }: Order,
  metrics: Metrics | null,
  closers: Closers,
): Promise<FollowedLibrary> {
  const times = { changed: Date.now(), looked: Date.now() };
  let feeds: Feeds | null = null;
  let heeded = (): void => undefined;
  const following = followingIn(log, times, () => {
    feeds?.begin();
    heeded();
  });
  const deep = await openMeaning(config, newsIn(log));
  const { engine, cluster } = config.search;
  const knowledge = await openKnowledge({
    data,
    engine,
    cluster,
    deep,
    following,
    ...(metrics && {
      stages: (stage, ms) => {
        // What only looks whether we are ready is no question.
        if (requestId() !== LOOKING) metrics.stage(stage, ms);
      },
    }),
  });
  closers.add(() => knowledge.close().then(() => deep?.close()));
  times.looked = Date.now();
  const followed = feedsOf(knowledge, { data, log, allowPrivate });
  feeds = followed;
  closers.add(() => followed.close());
  if (!io.stdout.isTTY) {
    for (const problem of knowledge.problems) log.warn(problem, 'a file of the library has a problem');
  }
  return {
    knowledge,
    feeds: followed,
    times,
    heed(onChange) {
      heeded = onChange;
    },
  };
}
