import type { Following } from '../../feeds/follow.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Log } from '../../log.ts';

/** The feeds of a library, followed once there are any. */
export interface Feeds {
  /** Begins to follow, where a story has a feed and none had one before. */
  begin(): void;
  close(): Promise<void>;
}

/**
 * What fetches and reads feeds is large, and most libraries have none: it is loaded with the first one.
 *
 * @param knowledge the library
 * @param options its folder, the log, and whether this machine and private networks may be fetched from
 * @returns the feeds, none followed yet
 */
export function feedsOf(
  knowledge: Knowledge,
  { data, log, allowPrivate }: { readonly data: string; readonly log: Log; readonly allowPrivate: boolean },
): Feeds {
  let following: Promise<Following> | null = null;

  async function follow(): Promise<Following> {
    const [{ openFetcher }, { followFeeds }, { openReader }] = await Promise.all([
      import('../../fetch/fetch.ts'),
      import('../../feeds/follow.ts'),
      import('../../knowledge/intake/index.ts'),
    ]);
    return followFeeds({
      stories: () => knowledge.stories,
      data,
      fetcher: openFetcher({ allowPrivate }),
      reader: openReader(),
      log,
    });
  }

  return {
    begin() {
      if (following !== null || knowledge.stories.every((story) => story.feeds.length === 0)) return;
      following = follow();
    },
    async close() {
      await (await following)?.close();
    },
  };
}
