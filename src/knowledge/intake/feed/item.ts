/** One entry of a feed. What the feed does not state is `null`. */
export interface FeedItem {
  /** What tells it from the feed's other items, now and later. */
  readonly id: string;
  /** The article's address, absolute, http or https. */
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** Who published it, where the feed gathers what others publish. */
  readonly outlet: string | null;
  /** ISO 8601 date or date-time. */
  readonly published: string | null;
  /** ISO 8601 date or date-time; `null` also when it is no other than `published`. */
  readonly updated: string | null;
  /** HTML: the article or a part of it. */
  readonly content: string | null;
  /** HTML: what the feed says the article is about. */
  readonly summary: string | null;
}

/** A feed, whatever its format. */
export interface Feed {
  /** As the feed states it, on one line. */
  readonly title: string | null;
  /** Its title without what only says which feed of the outlet it is. */
  readonly outlet: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** In the feed's order, each article once. */
  readonly items: readonly FeedItem[];
}
