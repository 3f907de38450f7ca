import { type Html, html, theirs } from '../../../html.ts';
import type { Story } from '../../../knowledge/index.ts';
import { dayText } from '../../source-line.ts';
import { wellFormed } from '../../text.ts';
import { queryOf } from '../asking.ts';
import { storyPath } from './addresses.ts';
import { askForm } from './ask-form.ts';

/** What the start shows. */
export interface Home {
  /** Those that are open to the page. */
  readonly stories: readonly Story[];
  /** The one that is asked; `null` for all. */
  readonly story: Story | null;
  /** Whether only this machine reaches the page: whoever looks at it keeps the library, most likely. */
  readonly local: boolean;
}

/** Stories that are shown with questions; further ones are a line each. */
const IN_FULL = 8;
/** Stories that are listed at all: a longer page would be slow on a phone, and all are found by asking. */
const LISTED = 200;
/** Questions of a story among others, and of one that is alone. */
const QUESTIONS = 3;
const QUESTIONS_ALONE = 8;

/**
 * @param home what the start shows
 * @returns what stands in its `<main>`
 */
export function homeBody({ stories, story, local }: Home): Html {
  const shown = newestFirst(story === null ? stories : [story]);
  return html`<div class="opening">
<h1 class="promise">Ask a story. <span>It answers <strong>in its own words</strong>.</span></h1>
${story === null ? '' : html`<p class="within">Asking <a href="${storyPath(story)}">${theirs(wellFormed(story.title))}</a>. <a href="/">Ask all stories</a></p>\n`}${askForm(
  {
    id: 'question',
    label: 'Your question',
    quietLabel: true,
    story: story?.slug ?? null,
    example: shown.flatMap(({ questions }) => questions).find((question) => question.trim() !== ''),
    first: true,
  },
)}
</div>
<section class="stories" id="stories" aria-labelledby="stories-heading">
<h2 class="kicker" id="stories-heading">${shown.length === 1 ? 'The story' : 'The stories'}</h2>
${shown.length === 0 ? nothingYet(local) : listed(shown)}</section>`;
}

function listed(stories: readonly Story[]): Html {
  const most = stories.length === 1 ? QUESTIONS_ALONE : QUESTIONS;
  const [full, others] = [stories.slice(0, IN_FULL), stories.slice(IN_FULL, LISTED)];
  const left = stories.length - full.length - others.length;
  const more =
    others.length === 0
      ? ''
      : html`<h3 class="kicker">More stories</h3>
<ul class="older">
${others.map((story) => html`<li><a href="${storyPath(story)}">${theirs(wellFormed(story.title))}</a> ${dated(story)}</li>\n`)}</ul>
${left === 0 ? '' : html`<p class="muted small">And ${left.toLocaleString('en')} more, which answer as well.</p>\n`}`;
  return html`<div class="cards${stories.length === 1 ? ' alone' : ''}">
${full.map((story) => card(story, most))}</div>
${more}`;
}

function card(story: Story, most: number): Html {
  const { slug, title, articles } = story;
  const questions = story.questions.filter((question) => question.trim() !== '').slice(0, most);
  const count =
    articles.length === 0
      ? 'No article yet'
      : `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`;
  return html`<article class="card">
<h3><a href="${storyPath(story)}">${theirs(wellFormed(title))}</a></h3>
<p class="facts">${count}${dated(story)}</p>
${
  questions.length === 0
    ? ''
    : html`<ul class="questions">
${questions.map((text) => html`<li><a href="/${queryOf({ text, story: slug, earlier: [] })}"><bdi>${wellFormed(text)}</bdi></a></li>\n`)}</ul>
`
}</article>
`;
}

function dated(story: Story): Html {
  const newest = newestOf(story);
  const day = dayText(newest);
  return newest === null || day === null
    ? html``
    : html` <time datetime="${newest}" title="Newest article">${day}</time>`;
}

function nothingYet(local: boolean): Html {
  const how = local
    ? html`<p>Add one with <code>npm run add -- --story my-story article.md</code>; a web address does as well as a file.</p>\n`
    : '';
  return html`<div class="nothing"><p>No story is open here yet.</p>
${how}</div>
`;
}

/** Stories without a date come last; those of one day keep their order. */
function newestFirst(stories: readonly Story[]): readonly Story[] {
  const timeOf = (story: Story) => Date.parse(newestOf(story) ?? '') || Number.NEGATIVE_INFINITY;
  return stories
    .map((story) => ({ story, time: timeOf(story) }))
    .sort((one, other) => (one.time === other.time ? 0 : other.time - one.time))
    .map(({ story }) => story);
}

/** When its newest article was published or updated, as stated. */
function newestOf({ articles }: Story): string | null {
  const dates = articles.flatMap(({ published, updated }) => updated ?? published ?? []);
  return dates.reduce<string | null>(
    (newest, date) => (newest === null || Date.parse(date) > Date.parse(newest) ? date : newest),
    null,
  );
}
