import type { ArticleKind } from '../article.ts';

/** What is said about an article besides its text. What the material does not state is `null`. */
export interface Details {
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  /** ISO 8601 date or date-time, no more exact than it was stated. */
  readonly published: string | null;
  /** ISO 8601 date or date-time. */
  readonly updated: string | null;
  /** The article's own address, absolute, http or https. */
  readonly url: string | null;
  readonly kind: ArticleKind | null;
  /** BCP 47 tag. */
  readonly language: string | null;
}

/** Where a detail was read, in words for an editor: "JSON-LD", "the dateline", "the first line". */
export type Stated = { readonly [Detail in keyof Details]?: string };

/**
 * Why a piece of the material is not part of the story.
 * - `caption`: the text under a photograph
 * - `credit`: who took the photograph
 * - `gallery`: the title of a run of photographs
 * - `promotion`: "read more", "sign up", "follow us", advertising
 * - `navigation`: menus, breadcrumbs, sharing, dates and bylines around the headline
 * - `comments`: what readers wrote
 * - `legal`: copyright lines and terms
 * - `sound`: what a transcript notes besides speech, such as "(LAUGHTER)"
 * - `details`: a line that states the headline, the byline, the date: it is kept as that
 */
export type LeftOutReason =
  | 'caption'
  | 'credit'
  | 'gallery'
  | 'promotion'
  | 'navigation'
  | 'comments'
  | 'legal'
  | 'sound'
  | 'details';

/** A piece that was left out, as it stood. */
export interface LeftOut {
  readonly text: string;
  readonly reason: LeftOutReason;
}

/** Something raw, read: the story letter for letter, what is known about it, and what was left out. */
export interface Draft {
  readonly details: Details;
  readonly stated: Stated;
  /**
   * The story's paragraphs, in order, each on one line, letter for letter but for white space. In a
   * transcript a paragraph begins with `NAME: ` where the material names who speaks.
   */
  readonly paragraphs: readonly string[];
  /** In the order of the material. Captions can still be kept, as captions. */
  readonly leftOut: readonly LeftOut[];
  /** What was stated and could not be read, such as a date that is none: one sentence each, for an editor. */
  readonly doubts?: readonly string[];
}

/** Nothing is known. */
export const NO_DETAILS: Details = {
  outlet: null,
  headline: null,
  byline: null,
  published: null,
  updated: null,
  url: null,
  kind: null,
  language: null,
};
