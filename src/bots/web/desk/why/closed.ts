import { audienceWords } from '../../../../audience-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import { type Place, placeName } from '../../../../knowledge/index.ts';
import { momentText } from '../../../source-line.ts';
import type { WebAround } from '../../around.ts';
import { commandWith, shellQuestion } from '../shell.ts';
import { placesIn } from './places.ts';
import type { Wish } from './why-form.ts';

/** Places that are offered instead. */
const OFFERED = 5;

/**
 * Says that the story that is asked is not open there, and from where it can be asked.
 *
 * @param wish what is asked
 * @param place where
 * @param around the library
 * @returns nothing where the story is open, or where all are asked
 */
export function closedHtml(
  { text, story: slug }: Wish,
  place: Place,
  { knowledge, data }: Pick<WebAround, 'knowledge' | 'data'>,
): Html {
  const story = knowledge.stories.find((each) => each.slug === slug);
  if (story === undefined || knowledge.storiesOpenTo(place).includes(story)) return html``;
  const words = audienceWords(story.audience, momentText) ?? 'open to everyone';
  const links = [...(story.audience.web ? ['web'] : []), ...placesIn([story])].slice(0, OFFERED).map((as) => {
    const query = new URLSearchParams({ q: text, as, story: slug });
    return html`<li><a href="/desk/why?${query.toString()}">Ask as ${as}</a></li>`;
  });
  const { embargo } = story.audience;
  const later =
    embargo === null
      ? html``
      : html`<p>As it will be when the embargo ends: <code>${commandWith('nutgraf ask --why', { data, at: embargo, story: slug })} ${shellQuestion(text)}</code></p>`;
  return html`<div class="notice" role="status"><p>${theirs(story.title)} is not open to <code>${placeName(place)}</code>: it is ${words}.</p>
${links.length === 0 ? html`` : html`<ul>${links}</ul>`}${later}</div>`;
}
