import type { Article, Knowledge, Place, Story } from '../knowledge/index.ts';

/** Three lines are read at a glance. */
const AT_MOST = 3;
/** Questions of a story that are tried: each costs as much as somebody asking it. */
const TRIED = 12;

/**
 * The questions of an article's story that the article itself answers, in the editors' order.
 *
 * @param article the article
 * @param stories the stories that are open to the place
 * @param place where they will be shown
 * @param knowledge what answers
 * @returns at most three questions
 */
export async function questionsOf(
  article: Article,
  stories: readonly Story[],
  place: Place,
  knowledge: Pick<Knowledge, 'ask'>,
): Promise<readonly string[]> {
  const { slug, questions } = stories.find(({ slug }) => slug === article.story) ?? {
    slug: '',
    questions: [],
  };
  const found: string[] = [];
  for (const text of questions.slice(0, TRIED)) {
    if (found.length === AT_MOST) break;
    const answer = await knowledge.ask({ text, scope: { place, story: slug }, earlier: [] });
    const isIn = answer.quotes.some(({ citation, also }) =>
      [citation, ...also].some((source) => source.article === article.id),
    );
    if (isIn) found.push(text);
  }
  return found;
}
