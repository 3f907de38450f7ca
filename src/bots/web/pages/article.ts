import { type Html, html, theirs } from '../../../html.ts';
import type { Article, Span, Story } from '../../../knowledge/index.ts';
import { oneLine } from '../../text.ts';
import { headlineHtml, langHtml, outletHtml, publishedHtml, rowHtml, updatedHtml } from './about-article.ts';
import { articlePath, storyPath } from './addresses.ts';
import { bodyHtml } from './body.ts';
import { type Neighbour, neighboursOf } from './in-order.ts';
import { askStory } from './story-questions.ts';

/** Of the headline in the title of a tab, in UTF-16 code units: the outlet has to stand there too. */
const HEADLINE = 70;

const WHEN: Readonly<Record<Neighbour['when'], string>> = {
  earlier: 'Earlier',
  later: 'Later',
  also: 'Also in this story',
};

/** Whose words they are, where they are not what the outlet has written. */
const NATURES: Readonly<Record<Article['kind'], Html | null>> = {
  report: null,
  digest: html`a digest of its reporting, not in its words`,
  transcript: html`transcript`,
};

/** @returns headline and outlet, for the tab */
export function articleTitle({ headline, outlet }: Article): string {
  return [
    headline === null ? 'Headline not stated' : oneLine(headline, HEADLINE),
    outlet ?? 'outlet not stated',
  ].join(' – ');
}

/**
 * The reader: an article as it was published, letter for letter.
 *
 * @param story the story that it belongs to
 * @param article what is read
 * @param passage what is marked in it, or `null`
 * @returns what stands in the page
 */
export function articlePage(story: Story, article: Article, passage: Span | null): Html {
  return html`<nav class="way" aria-label="Story"><a href="${storyPath(story)}">${theirs(story.title)}</a></nav>
<article>
${headHtml(article)}
<div class="body"${langHtml(article)}>
${bodyHtml(article, passage)}</div>
</article>
${askStory(story)}
${neighboursHtml(neighboursOf(story.articles, article))}`;
}

function headHtml(article: Article): Html {
  const { byline } = article;
  const facts = [byline === null ? null : theirs(byline), publishedHtml(article), updatedHtml(article)];
  return html`<header class="head">
<p class="by">${rowHtml([outletHtml(article), NATURES[article.kind]])}</p>
<h1 dir="auto"${langHtml(article)}>${headlineHtml(article)}</h1>
<p class="row">${rowHtml(facts)}</p>
${originHtml(article)}</header>`;
}

/** Only an address of the web is ever a link. */
function originHtml({ url, outlet }: Article): Html {
  if (url === null || !/^https?:\/\//i.test(url)) return html``;
  const where = outlet === null ? html`where it was published` : html`at ${theirs(outlet)}`;
  return html`<p class="origin"><a href="${url}" rel="external noopener noreferrer">Read it ${where}</a></p>\n`;
}

function neighboursHtml(neighbours: readonly Neighbour[]): Html {
  if (neighbours.length === 0) return html``;
  const links = neighbours.map(
    ({ article, when }) => html`<li><a href="${articlePath(article)}">
<span class="when">${WHEN[when]}</span>
<span class="headline" dir="auto"${langHtml(article)}>${headlineHtml(article)}</span>
<span class="row">${rowHtml([outletHtml(article), publishedHtml(article)])}</span>
</a></li>\n`,
  );
  return html`<nav class="neighbours" aria-label="Other articles of the story">
<ul>
${links}</ul>
</nav>`;
}
