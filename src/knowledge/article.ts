/**
 * The things a library holds. What is stated about an article is kept as it was stated; what is not
 * stated is `null`, never a guess.
 */

/** What an article is: a `report`, the `transcript` of a broadcast, or a `digest` of somebody's reporting. */
export type ArticleKind = 'report' | 'transcript' | 'digest';

/** One published piece. */
export interface Article {
  /** The file's name without its ending; unique within its story. */
  readonly id: string;
  /** Slug of the story that it belongs to. */
  readonly story: string;
  /** `null` when nobody has stated it: it is never guessed. */
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  /** ISO 8601 date or date-time, as the outlet states it. */
  readonly published: string | null;
  /** ISO 8601 date or date-time of the last correction or update. */
  readonly updated: string | null;
  readonly url: string | null;
  readonly kind: ArticleKind;
  /** BCP 47 tag. */
  readonly language: string;
  /** Plain text, paragraphs separated by blank lines. Every quotation is a slice of it. */
  readonly body: string;
}

/** The smallest quotable unit: `article.body.slice(start, end)`. */
export interface Sentence {
  readonly article: Article;
  /** UTF-16 code units into `article.body`. */
  readonly start: number;
  /** UTF-16 code units into `article.body`, exclusive. */
  readonly end: number;
  /** Index of its paragraph in the article, from 0. */
  readonly paragraph: number;
  /** Who says it, where the article is a transcript that names its speakers. */
  readonly speaker: string | null;
  /** Number of its turn, from 1, where the article is a transcript that names no speaker. */
  readonly turn: number | null;
  /** Whether it is itself a question, in a transcript also a request: a host's question answers nobody. */
  readonly asks: boolean;
  /** Whether it stands under a photograph. */
  readonly caption: boolean;
}

/** Places by the platforms' own ids. */
export interface Places {
  readonly slack: { readonly workspaces: readonly string[]; readonly channels: readonly string[] };
  readonly discord: { readonly guilds: readonly string[]; readonly channels: readonly string[] };
}

/**
 * Where a story may be asked about. The places listed always may; `everyone` says whether every other
 * place may too, once there is no embargo.
 */
export interface Audience extends Places {
  readonly everyone: boolean;
  /** Whether the page may, where `everyone` may not. */
  readonly web: boolean;
  /** ISO 8601 date-time with an offset: until then `everyone` counts as `false`. `null` without one. */
  readonly embargo: string | null;
}

/** A feed whose items belong to a story. */
export interface FeedSource {
  readonly url: string;
  /** How often it is looked at, in ms. */
  readonly every: number;
}

/** A running event and the articles about it. */
export interface Story {
  /** Its folder's name: lower case letters, digits and hyphens. */
  readonly slug: string;
  readonly title: string;
  /** Other names that people use for it. */
  readonly aliases: readonly string[];
  /** Questions that it answers, shown as suggestions. */
  readonly questions: readonly string[];
  readonly audience: Audience;
  /** Feeds that the running process follows for it. */
  readonly feeds: readonly FeedSource[];
  readonly articles: readonly Article[];
}
