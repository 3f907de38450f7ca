import { WEB, type WebAround, type WebContext } from '../around.ts';
import { documentOf } from './layout.ts';
import { sendPage } from './send-page.ts';
import { storyPage } from './story.ts';

const SCRIPTS = ['page.js'] as const;

/**
 * `/story/<slug>`: a story's articles and questions.
 *
 * @param around what routes work with
 * @returns what answers; a story that is not open to the page is not there
 */
export function showStory({ knowledge, assets }: WebAround): (c: WebContext) => Response | Promise<Response> {
  return (c) => {
    const story = knowledge.storiesOpenTo(WEB).find(({ slug }) => slug === c.req.param('story'));
    if (story === undefined) return c.notFound();
    return sendPage(
      c,
      documentOf({ title: story.title, kind: 'story', body: storyPage(story), scripts: SCRIPTS, assets }),
    );
  };
}
