import { type Html, html } from '../../../../html.ts';
import type { Story } from '../../../../knowledge/index.ts';
import { placesIn } from './places.ts';

/** What is asked, as whom, and of which story; as it was typed. */
export interface Wish {
  readonly text: string;
  /** A place as `parsePlace` reads it. */
  readonly as: string;
  /** Slug; `''` for all. */
  readonly story: string;
}

/** What a browser offers; anything else can be typed. */
const OFFERED = 300;

/**
 * @param wish what was typed
 * @param wrong what is wrong with the place, in a sentence; `null` where nothing is
 * @param stories the library
 * @returns the form to ask in
 */
export function whyForm({ text, as, story }: Wish, wrong: string | null, stories: readonly Story[]): Html {
  const places = ['web', 'terminal', ...placesIn(stories)].slice(0, OFFERED);
  const error = wrong === null ? html`` : html`<p class="error" id="as-error">${wrong}</p>`;
  const tied =
    wrong === null
      ? html` aria-describedby="as-hint"`
      : html` aria-invalid="true" aria-describedby="as-error as-hint"`;
  return html`<form class="why" method="get" action="/desk/why">
<div class="field wide"><label for="q">Question</label>
<input id="q" name="q" value="${text}" required maxlength="2000" autocomplete="off"></div>
<div class="field"><label for="as">Ask as</label>
${error}<input id="as" name="as" value="${as}" list="places" autocomplete="off" autocapitalize="none" spellcheck="false"${tied}>
<p class="hint" id="as-hint">web is everyone on the page; or slack:WORKSPACE/CHANNEL, discord:SERVER/CHANNEL.</p>
<datalist id="places">${places.map((place) => html`<option value="${place}"></option>`)}</datalist></div>
<div class="field"><label for="story">Story</label>
<input id="story" name="story" value="${story}" list="stories" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="story-hint">
<p class="hint" id="story-hint">Its slug. Empty: every story that is open there.</p>
<datalist id="stories">${stories.slice(0, OFFERED).map(({ slug, title }) => html`<option value="${slug}">${title}</option>`)}</datalist></div>
<div class="send"><button class="button">Ask</button></div>
</form>`;
}
