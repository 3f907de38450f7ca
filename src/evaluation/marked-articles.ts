import { type Article, EVERYONE, type Span, type Story } from '../knowledge/index.ts';
import type { Gold } from './question-set.ts';

/** An article as question sets hold it: a title, and paragraphs that answers are marked in. */
export interface MarkedArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/**
 * Makes a story of one article, in which every mark keeps its place: white space is replaced letter for
 * letter, so that offsets into a paragraph stay offsets into it.
 *
 * @param marked the article
 * @param index its place in the set, from 0
 * @returns the story
 */
export function storyOf({ title, paragraphs }: MarkedArticle, index: number): Story {
  const slug = slugAt(index);
  const article: Article = {
    id: ARTICLE,
    story: slug,
    outlet: null,
    headline: title === '' ? null : title,
    byline: null,
    published: null,
    updated: null,
    url: null,
    kind: 'report',
    language: 'en',
    body: paragraphs.map((paragraph) => paragraph.replace(/\s/g, ' ')).join(GAP),
  };
  return { slug, title, aliases: [], questions: [], audience: EVERYONE, feeds: [], articles: [article] };
}

const ARTICLE = 'article';
const GAP = '\n\n';

function slugAt(index: number): string {
  return `article-${index}`;
}

/**
 * @param article the article that answers
 * @param index its place in the set, from 0
 * @param paragraph the paragraph that answers, from 0
 * @param sentences where in the paragraph, in UTF-16 code units
 * @returns the same as offsets into the article's body
 */
export function goldIn(
  { paragraphs }: MarkedArticle,
  index: number,
  paragraph: number,
  sentences: readonly Span[],
): Gold {
  const start = paragraphs.slice(0, paragraph).reduce((total, text) => total + text.length + GAP.length, 0);
  const moved = sentences.map((span) => ({ start: start + span.start, end: start + span.end }));
  const end = start + (paragraphs[paragraph]?.length ?? 0);
  return {
    kind: 'sentences',
    story: slugAt(index),
    article: ARTICLE,
    paragraph: { start, end },
    sentences: moved,
  };
}
