import { type Suggestion, suggestions } from '../../suggestions.ts';
import { WEB, type WebAround, type WebContext } from '../around.ts';

/** More would cover what somebody reads while they type. */
const MOST = 8;

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
}

/**
 * `/api/suggest`: questions that the stories answer, by what was typed so far.
 *
 * @param around what holds the stories
 * @returns what is done for the path
 */
export function suggest({ knowledge }: Pick<WebAround, 'knowledge'>): (c: WebContext) => Response {
  return (c) => {
    const { searchParams } = new URL(c.req.url);
    const slug = searchParams.get('story')?.trim() ?? '';
    const open = knowledge.storiesOpenTo(WEB);
    const stories = slug === '' ? open : open.filter((story) => story.slug === slug);
    const began = performance.now();
    const found: Suggested = { suggestions: suggestions(searchParams.get('q') ?? '', stories, MOST) };
    c.set('foundIn', performance.now() - began);
    return c.json(found, 200, { 'cache-control': 'no-store' });
  };
}
