import {
  type Article,
  isNobody,
  type Knowledge,
  parsePlace,
  type QuotedAt,
  type Story,
} from '../knowledge/index.ts';
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
  const current = articleIn(stories, { story, article });
  const isThere = stories.some(({ slug }) => slug === story);
  return ({ quotes }) =>
    quotes.some(
      (quote) =>
        quote.story === story &&
        quote.article === article &&
        !(says(current, quote) || (isThere && quote.text === '')),
    );
}

/**
 * @returns whether an article no longer says, wherever in it, what was quoted of it, or has gone; of what was shown and
 *   is no answer, whether its story has gone
 */
export function isOutdated(stories: readonly Story[], quote: ShownQuote): boolean {
  if (quote.text === '') return !stories.some(({ slug }) => slug === quote.story);
  return !says(articleIn(stories, quote), quote);
}

/**
 * Whether a story has been closed to a place. One that nobody may see is served so where its `story.yaml` cannot be read
 * as it stands, and opens again with the next save: what was withdrawn meanwhile would not come back.
 *
 * @param knowledge the library as it is now
 * @returns tells it of an answer and a story that it quotes
 */
export function closedBy({
  stories,
  storiesOpenTo,
}: Pick<Knowledge, 'stories' | 'storiesOpenTo'>): (
  answer: Pick<PostedAnswer, 'place'>,
  story: string,
) => boolean {
  const closable = new Set(stories.filter(({ audience }) => !isNobody(audience)).map(({ slug }) => slug));
  const open = new Map<string, ReadonlySet<string>>();

  function openTo(name: string): ReadonlySet<string> {
    const place = parsePlace(name);
    const known =
      open.get(name) ?? new Set(place === null ? closable : storiesOpenTo(place).map(({ slug }) => slug));
    open.set(name, known);
    return known;
  }

  return ({ place }, story) => closable.has(story) && !openTo(place).has(story);
}

/**
 * @param knowledge the library as it is now
 * @param known stories that were in the library at some time: of others nothing is said
 * @param answer an answer
 * @returns whether it has to be changed
 */
export function isDue(
  knowledge: Pick<Knowledge, 'stories' | 'storiesOpenTo'>,
  known: ReadonlySet<string>,
  answer: PostedAnswer,
): boolean {
  const isClosed = closedBy(knowledge);
  return answer.quotes.some(
    (quote) =>
      known.has(quote.story) && (isOutdated(knowledge.stories, quote) || isClosed(answer, quote.story)),
  );
}

function articleIn(
  stories: readonly Story[],
  { story, article }: Pick<QuotedAt, 'story' | 'article'>,
): Article | null {
  return stories.find(({ slug }) => slug === story)?.articles.find(({ id }) => id === article) ?? null;
}

/** Whether an article still says a sentence, wherever in it. */
function says(article: Article | null, { text }: ShownQuote): boolean {
  return article?.body.includes(text) === true;
}
