import { type Html, html } from '../../../../html.ts';
import type { Story } from '../../../../knowledge/index.ts';
import type { WebContext } from '../../around.ts';
import { commandWith } from '../shell.ts';
import { SINCE, type Since, type Wanted } from './reports.ts';

const WORDS: Readonly<Record<Since, string>> = { '7d': '7 days', '30d': '30 days', '90d': '90 days' };

/** A whole platform, a workspace or server, or a channel, as `nutgraf report --place` takes it. */
const PLACE = /^(?:terminal|web|(?:slack|discord)(?::[^/\s]+(?:\/[^/\s]+)?)?)$/;
/** Slugs that a browser offers. */
const OFFERED = 300;

/** What is wanted, as it was typed, and what is wrong with it. */
export interface Filter {
  readonly wanted: Wanted;
  readonly typed: { readonly story: string; readonly place: string };
  readonly wrong: { readonly story: string | null; readonly place: string | null };
}

/**
 * @param c the request
 * @param stories the library
 * @returns what is wanted; what cannot be read does not narrow anything
 */
export function filterIn(c: WebContext, stories: readonly Story[]): Filter {
  const [story, place] = ['story', 'place'].map((name) => (c.req.query(name) ?? '').trim());
  const since = SINCE.find((each) => each === c.req.query('since')) ?? '7d';
  const isStory = stories.some(({ slug }) => slug === story);
  const isPlace = PLACE.test(place ?? '');
  return {
    wanted: { since, story: isStory ? (story ?? null) : null, place: isPlace ? (place ?? null) : null },
    typed: { story: story ?? '', place: place ?? '' },
    wrong: {
      story: story === '' || isStory ? null : 'There is no such story: the library names all of them.',
      place:
        place === '' || isPlace
          ? null
          : 'This should be web, slack:WORKSPACE/CHANNEL or discord:SERVER/CHANNEL.',
    },
  };
}

/**
 * @param filter what is wanted
 * @param path of the page
 * @param stories the library
 * @returns the form that narrows a report
 */
export function filterHtml({ wanted, typed, wrong }: Filter, path: string, stories: readonly Story[]): Html {
  const options = SINCE.map(
    (each) =>
      html`<option value="${each}"${each === wanted.since ? html` selected` : html``}>${WORDS[each]}</option>`,
  );
  const offered = stories
    .slice(0, OFFERED)
    .map(({ slug, title }) => html`<option value="${slug}">${title}</option>`);
  const error = (name: 'story' | 'place') =>
    wrong[name] === null ? html`` : html`<p class="error" id="${name}-error">${wrong[name] ?? ''}</p>`;
  const tied = (name: 'story' | 'place') =>
    wrong[name] === null ? html`` : html` aria-invalid="true" aria-describedby="${name}-error"`;
  return html`<form class="filter" method="get" action="${path}">
<div class="field"><label for="since">Last</label><select id="since" name="since">${options}</select></div>
<div class="field"><label for="story">Story</label>${error('story')}<input id="story" name="story" value="${typed.story}" list="stories" placeholder="all" autocomplete="off" autocapitalize="none" spellcheck="false"${tied('story')}><datalist id="stories">${offered}</datalist></div>
<div class="field"><label for="place">Asked in</label>${error('place')}<input id="place" name="place" value="${typed.place}" placeholder="everywhere" autocomplete="off" autocapitalize="none" spellcheck="false"${tied('place')}></div>
<button class="button quiet">Show</button></form>`;
}

/** @returns the command that reports the same */
export function reportCommand({ since, story, place }: Wanted, data: string): string {
  return commandWith('nutgraf report', { data, since, story, place });
}
