import { type Html, html } from '../../../html.ts';
import type { Article, Story } from '../../../knowledge/index.ts';
import {
  headlineHtml,
  kindHtml,
  langHtml,
  outletHtml,
  publishedHtml,
  rowHtml,
  updatedHtml,
} from './about-article.ts';
import { articlePath } from './addresses.ts';
import { newestFirst } from './in-order.ts';
import { askStory } from './story-questions.ts';

/**
 * A story: what can be asked of it, and what it consists of.
 *
 * @param story the story
 * @returns what stands in the page
 */
export function storyPage(story: Story): Html {
  return html`<header class="head">
<h1 dir="auto">${story.title}</h1>
</header>
${story.articles.length === 0 ? html`` : askStory(story)}
<section class="articles" aria-labelledby="articles-title">
<h2 id="articles-title">${countText(story.articles.length)}</h2>
<ol>
${newestFirst(story.articles).map(articleHtml)}</ol>
</section>`;
}

function countText(count: number): string {
  if (count === 0) return 'No articles yet';
  return count === 1 ? 'One article' : `${count} articles, newest first`;
}

function articleHtml(article: Article): Html {
  return html`<li>
<p class="when">${publishedHtml(article)}</p>
<div>
<h3 dir="auto"${langHtml(article)}><a href="${articlePath(article)}">${headlineHtml(article)}</a></h3>
<p class="row">${rowHtml([outletHtml(article), kindHtml(article), updatedHtml(article)])}</p>
</div>
</li>
`;
}
