import type { Article, QuotedAt, Story } from '../knowledge/index.ts';
import type { PostedAnswer, ShownQuote } from '../ledger/ledger.ts';

/**
 * @param stories the library as it is now
 * @param where an article, which may have gone
 * @returns what tells whether an answer quotes of it what it no longer says
 */
export function outdatedBy(
  stories: readonly Story[],
  { story, article }: Pick<QuotedAt, 'story' | 'article'>,
): (answer: PostedAnswer) => boolean {
  const current =
    stories.find(({ slug }) => slug === story)?.articles.find(({ id }) => id === article) ?? null;
  return ({ quotes }) =>
    quotes.some((quote) => quote.story === story && quote.article === article && !says(current, quote));
}

/** Whether an article still says a sentence, wherever in it. */
function says(article: Article | null, { text }: ShownQuote): boolean {
  return article?.body.includes(text) === true;
}
