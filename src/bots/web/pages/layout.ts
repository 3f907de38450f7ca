import { type Html, html } from '../../../html.ts';
import { oneLine } from '../../text.ts';
import type { Assets } from '../assets.ts';
import { MARK } from './mark.ts';

/** What a page is made of. */
export interface Page {
  /** Of the tab; the name of the product follows it. `''` for the start. */
  readonly title: string;
  /** Of what kind it is: its `<body>` has this class. */
  readonly kind: 'ask' | 'story' | 'reader' | 'problem' | 'desk';
  /** What stands in its `<main>`, between the header and the footer, which every page has. */
  readonly body: Html;
  /** What stands at the end of the header; a link to the stories without it. */
  readonly nav?: Html;
  /** Scripts it is better with; none of them is needed. */
  readonly scripts?: readonly 'page.js'[];
  readonly assets: Assets;
}

/** Of the title, in UTF-16 code units: tabs and lists of bookmarks show no more. */
const TITLE = 100;

/**
 * @param page what it is made of
 * @returns the whole document
 */
export function documentOf({ title, kind, body, nav = STORIES, scripts = [], assets }: Page): string {
  const { html: written } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(title)}</title>
<link rel="preload" href="${assets.href('literata-latin-400-normal.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.href('page.css')}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${scripts.map((name) => html`<script type="module" src="${assets.href(name)}"></script>\n`)}</head>
<body class="${kind}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site"><a class="brand" href="/">${MARK}Nutgraf</a><nav aria-label="Site">${nav}</nav></header>
${mainOf({ title, body })}
<footer class="site">
<p>Every answer is a sentence from an article, letter for letter, with its source.</p>
</footer>
</body>
</html>`;
  return written;
}

/**
 * The part of a page that a script puts in the place of another's.
 *
 * @param page what it is made of
 * @returns its `<main>`, which carries the title of the whole
 */
export function mainOf({ title, body }: Pick<Page, 'title' | 'body'>): Html {
  return html`<main id="main" tabindex="-1" data-title="${titleOf(title)}">
${body}
</main>`;
}

const STORIES = html`<a href="/#stories">Stories</a>`;

function titleOf(title: string): string {
  const line = oneLine(title, TITLE);
  return line === '' ? 'Nutgraf: answers in the story’s own words' : `${line} · Nutgraf`;
}
