import { WEB, type WebAround, type WebContext } from '../around.ts';
import { articlePage, articleTitle } from './article.ts';
import { readPassage } from './body.ts';
import { documentOf } from './layout.ts';
import { sendPage } from './send-page.ts';

const SCRIPTS = ['page.js'] as const;

/**
 * `/story/<slug>/<article>`: the article, with the passage that `?at=START-END` names marked.
 *
 * @param around what routes work with
 * @returns what answers; a story that is not open to the page is not there
 */
export function showArticle({
  knowledge,
  assets,
}: WebAround): (c: WebContext) => Response | Promise<Response> {
  return (c) => {
    const story = knowledge.storiesOpenTo(WEB).find(({ slug }) => slug === c.req.param('story'));
    const article = story?.articles.find(({ id }) => id === c.req.param('article'));
    if (story === undefined || article === undefined) return c.notFound();
    const passage = readPassage(c.req.query('at'), article.body);
    const body = articlePage(story, article, passage);
    return sendPage(
      c,
      documentOf({ title: articleTitle(article), kind: 'reader', body, scripts: SCRIPTS, assets }),
    );
  };
}
