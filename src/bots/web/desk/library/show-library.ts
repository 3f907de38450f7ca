import type { IntakeRecord } from '../../../../knowledge/intake/index.ts';
import type { WebAround, WebContext } from '../../around.ts';
import { sendDesk } from '../frame.ts';
import { commandWith } from '../shell.ts';
import { libraryHtml, noStoryHtml } from './library-page.ts';
import { pageOf } from './paging.ts';

/** Stories of a page, and articles of each; articles of a page that is about one story. */
const STORIES = 15;
const FIRST = 8;
const ARTICLES = 60;

/**
 * Shows the library: all of it story by story, or one story with all of its articles.
 *
 * @param around where the library is
 * @returns the handler
 */
export function showLibrary(around: WebAround): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { knowledge, data } = around;
    const slug = c.req.query('story') ?? '';
    const stories = knowledge.inventory();
    const command = commandWith('nutgraf list', { data });
    const commands = [`${command} --left-out`, commandWith('nutgraf check', { data })];
    const page = { title: 'Library', section: '/desk', commands } as const;
    const one = stories.find((story) => story.slug === slug);
    if (slug !== '' && one === undefined) {
      return sendDesk(c, around, { ...page, body: noStoryHtml(slug) }, 404);
    }
    const wanted = Number(c.req.query('page') ?? 1);
    const shelf = pageOf(one === undefined ? stories : [one], one === undefined ? wanted : 1, STORIES);
    const shown = shelf.items.map((story) => {
      const articles = pageOf(
        story.articles,
        one === undefined ? 1 : wanted,
        one === undefined ? FIRST : ARTICLES,
      );
      return { story, articles };
    });
    const records = await recordsOf(
      data,
      shown.map(({ story }) => story.slug),
    );
    const body = libraryHtml({
      knowledge,
      shown: shown.map((each) => ({ ...each, intake: records.get(each.story.slug) ?? new Map() })),
      shelf,
      one: one !== undefined,
      now: Date.now(),
    });
    return sendDesk(c, around, { ...page, title: one?.title ?? page.title, body });
  };
}

type Records = ReadonlyMap<string, IntakeRecord>;

/** What reads them is loaded with the first look at the library: whoever only asks has no use for it. */
async function recordsOf(data: string, slugs: readonly string[]): Promise<ReadonlyMap<string, Records>> {
  const [{ readIntakeRecords }, { join }] = await Promise.all([
    import('../../../../knowledge/intake/index.ts'),
    import('node:path'),
  ]);
  const entries = await Promise.all(
    slugs.map(async (slug) => [slug, await readIntakeRecords(join(data, slug))] as const),
  );
  return new Map(entries);
}
