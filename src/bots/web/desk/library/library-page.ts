import { audienceWords } from '../../../../audience-words.ts';
import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import type { Knowledge, Problem, StoryInventory } from '../../../../knowledge/index.ts';
import type { IntakeRecord } from '../../../../knowledge/intake/index.ts';
import { momentText } from '../../../source-line.ts';
import { articlesHtml } from './articles-table.ts';
import type { Paged } from './paging.ts';

/** A story as the page shows it. */
export interface ShownStory {
  readonly story: StoryInventory;
  readonly articles: Paged<StoryInventory['articles'][number]>;
  /** By the articles' ids. */
  readonly intake: ReadonlyMap<string, IntakeRecord>;
}

interface Shown {
  readonly knowledge: Knowledge;
  readonly shown: readonly ShownStory[];
  readonly shelf: Paged<StoryInventory>;
  /** Whether the page is about one story. */
  readonly one: boolean;
  /** In ms since the epoch. */
  readonly now: number;
}

/** Files with problems that are named: `nutgraf check` names all of them. */
const PROBLEMS = 50;

/**
 * @param shown what is on the page
 * @returns problems first, since they are what has to be done, then the stories
 */
export function libraryHtml({ knowledge, shown, shelf, one, now }: Shown): Html {
  const [only] = shown;
  const problems = one
    ? knowledge.problems.filter(({ file }) => file.startsWith(`${only?.story.slug}/`))
    : knowledge.problems;
  const path = one ? `/desk?story=${only?.story.slug}&page=` : '/desk?page=';
  const pages = one ? (only?.articles ?? shelf) : shelf;
  return html`${one ? html`<p class="back"><a href="/desk">All stories</a></p>` : holdingsHtml(knowledge)}
${problemsHtml(problems)}
${shown.map((each) => storyHtml(each, one, now))}
${shelf.total === 0 ? html`<p class="empty">There is no story yet. <a href="/desk/add">Add an article</a>, and it makes one.</p>` : html``}
${pagesHtml(pages, path)}`;
}

/** @returns what is said where there is no such story */
export function noStoryHtml(slug: string): Html {
  return html`<p class="empty">There is no story <code>${slug}</code> in the library. <a href="/desk">All stories</a></p>`;
}

function holdingsHtml({ stories, sentences }: Knowledge): Html {
  const articles = stories.reduce((total, story) => total + story.articles.length, 0);
  return html`<dl class="figures">
<div><dt>Stories</dt><dd>${stories.length.toLocaleString('en')}</dd></div>
<div><dt>Articles</dt><dd>${articles.toLocaleString('en')}</dd></div>
<div><dt>Sentences to quote</dt><dd>${sentences.toLocaleString('en')}</dd></div>
</dl>`;
}

function problemsHtml(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html``;
  const rest = problems.length - PROBLEMS;
  const items = problems
    .slice(0, PROBLEMS)
    .map(
      ({ file, line, reason }) =>
        html`<li><code>${file}${line === null ? '' : `:${line}`}</code> ${theirs(reason)}</li>`,
    );
  const more =
    rest > 0
      ? html`<p>And ${counted(rest, 'other', 'others')}: <code>nutgraf check</code> names them all.</p>`
      : html``;
  return html`<section class="problems" aria-labelledby="problems">
<h2 id="problems">${counted(problems.length, 'problem', 'problems')}: the rest is served</h2>
<ul>${items}</ul>${more}</section>`;
}

function storyHtml({ story, articles, intake }: ShownStory, one: boolean, now: number): Html {
  const { slug, title } = story;
  const rest = articles.total - articles.items.length;
  const all =
    !one && rest > 0
      ? html`<p class="all"><a href="/desk?story=${slug}">All ${counted(articles.total, 'article', 'articles')}</a></p>`
      : html``;
  const heading = one ? html`` : html`<h2><a href="/desk?story=${slug}">${theirs(title)}</a></h2>`;
  return html`<section class="shelf">
<div class="shelf-head">${heading}<p class="small"><code>${slug}</code> ${audienceHtml(story, now)}</p>
<p class="links"><a href="/desk/add?story=${slug}">Add an article</a> <a href="/desk/why?story=${slug}">Ask</a> <a href="/desk/questions?story=${slug}">Questions</a></p></div>
${articlesHtml(slug, articles.items, intake)}${all}${feedsHtml(story)}</section>`;
}

/** An embargo that has ended is told as ended: until when it was is for whoever looks at the file. */
function audienceHtml({ audience }: StoryInventory, now: number): Html {
  const { embargo, everyone } = audience;
  const isOver = everyone && embargo !== null && Date.parse(embargo) <= now;
  const words = isOver ? null : audienceWords(audience, momentText);
  if (words === null) return html`<span class="tag open">open to everyone</span>`;
  return html`<span class="tag ${embargo === null ? 'some' : 'embargo'}">${words}</span>`;
}

function feedsHtml({ feeds }: StoryInventory): Html {
  if (feeds.length === 0) return html``;
  const items = feeds.map(({ url, checked, failure }) => {
    const read = checked === null ? 'never read' : `read ${momentText(checked)}`;
    const wrong = failure === null ? html`` : html`<p class="error">${theirs(failure)}</p>`;
    return html`<li><span class="address">${url}</span> <span class="small">${read}</span>${wrong}</li>`;
  });
  return html`<div class="feeds"><h3>${feeds.length === 1 ? 'Feed' : 'Feeds'}</h3><ul>${items}</ul></div>`;
}

function pagesHtml({ number, pages }: Pick<Paged<unknown>, 'number' | 'pages'>, path: string): Html {
  if (pages === 1) return html``;
  const before = number > 1 ? html`<a rel="prev" href="${path}${number - 1}">Back</a>` : html``;
  const after = number < pages ? html`<a rel="next" href="${path}${number + 1}">Next</a>` : html``;
  return html`<nav class="pages" aria-label="Pages">${before} <span>Page ${number} of ${pages}</span> ${after}</nav>`;
}
