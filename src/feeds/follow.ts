import type { Fetcher } from '../fetch/fetch.ts';
import type { Story } from '../knowledge/index.ts';
import type { ReaderThread } from '../knowledge/intake/index.ts';
import type { Log } from '../log.ts';
import { type Follower, followFeed } from './follower.ts';

/** What is followed, and how. */
export interface FollowOptions {
  /** The stories as they are now: asked every few seconds. */
  readonly stories: () => readonly Pick<Story, 'slug' | 'feeds'>[];
  /** The library's folder. */
  readonly data: string;
  /** Fetches feeds and pages; it is closed with the following. */
  readonly fetcher: Fetcher;
  /** Reads them; it is closed with the following, too. */
  readonly reader: ReaderThread;
  readonly log: Log;
  /** Where it is not given, that of `PACE`. */
  readonly pace?: Partial<FollowPace>;
}

/** In ms. */
export interface FollowPace {
  /** How often the stories are asked which feeds they have. */
  readonly stories: number;
  /** Between the first looks at two feeds. */
  readonly stagger: number;
  /** The least time between two looks at one page. */
  readonly pageRest: number;
}

/**
 * Stories are in memory, so asking costs nothing. A start with fifty feeds takes a minute to have read all of
 * them, and does not read all at once. A page is looked at again no more than six times an hour, for two days.
 */
const PACE: FollowPace = { stories: 2_000, stagger: 1_000, pageRest: 10 * 60_000 };

/** The feeds that are being followed. */
export interface Following {
  /** Ends what is being fetched, and resolves when no look is under way. */
  close(): Promise<void>;
}

/**
 * Follows all feeds of all stories, and what becomes of them in `story.yaml`. Each is looked at once at first,
 * then at its interval; what fails is looked at ever less often, and told in the log. Feeds of one story take
 * turns, since they may bring the same article.
 */
export function followFeeds({ stories, data, fetcher, reader, log, pace = {} }: FollowOptions): Following {
  const { stories: everyStories, stagger, pageRest } = { ...PACE, ...pace };
  const followers = new Map<string, Follower>();
  const ending = new Set<Promise<void>>();
  const inTurn = turnsByStory();

  function compare(): void {
    const wanted = new Map<string, { slug: string; url: string; every: number }>(
      stories().flatMap(({ slug, feeds }) =>
        feeds.map(({ url, every }) => [`${slug} ${url}`, { slug, url, every }] as const),
      ),
    );
    for (const [key, follower] of followers) {
      if (wanted.has(key)) continue;
      followers.delete(key);
      const end: Promise<void> = follower.stop().finally(() => ending.delete(end));
      ending.add(end);
    }
    let first = 0;
    for (const [key, { slug, url, every }] of wanted) {
      const follower = followers.get(key);
      follower?.setInterval(every);
      if (follower) continue;
      followers.set(
        key,
        followFeed(slug, url, { every, first }, { data, fetcher, reader, log, pageRest, inTurn }),
      );
      first += stagger;
    }
  }

  function compareSafely(): void {
    try {
      compare();
    } catch (error) {
      log.error({ err: error }, 'which feeds to follow cannot be told: those that were are');
    }
  }

  compareSafely();
  const timer = setInterval(compareSafely, everyStories).unref();
  return {
    async close() {
      clearInterval(timer);
      const stopping = [...followers.values()].map((follower) => follower.stop());
      await Promise.all([fetcher.close(), reader.close()]);
      await Promise.all([...stopping, ...ending]);
    },
  };
}

/** One thing after another for each story; what fails does not keep what follows. */
function turnsByStory() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(story: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(story) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => {});
    last.set(story, settled);
    void settled.then(() => last.get(story) === settled && last.delete(story));
    return turn;
  };
}
