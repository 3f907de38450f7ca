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
  readonly outlet: string;
  readonly headline: string;
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
  /** Whether it is itself a question: a host's question answers nobody. */
  readonly asks: boolean;
}

/** Where a story may be asked about. `everyone`, or the places listed, by the platforms' own ids. */
export type Audience =
  | 'everyone'
  | {
      readonly slack: { readonly workspaces: readonly string[]; readonly channels: readonly string[] };
      readonly discord: { readonly guilds: readonly string[]; readonly channels: readonly string[] };
    };

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
  readonly articles: readonly Article[];
}
