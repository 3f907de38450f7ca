import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../src/knowledge/intake/web-page.ts';
import { article, HEADLINE, jsonLd, page, paragraphs, STORY } from './web-page/pages.ts';

const ADDRESS = 'https://courier.example/news/east-ferry';
const read = (html: string) => readWebPage(html, ADDRESS);

describe('the story of a page', () => {
  it.each([
    ['paragraphs in an article', page({})],
    [
      'paragraphs in boxes without a name',
      page({
        body: `<div><div><div><h1>${HEADLINE}</h1></div><div>${STORY.map((text) => `<div class="x1"><p>${text}</p></div>`).join('')}</div></div></div>`,
      }),
    ],
    [
      'boxes as paragraphs',
      page({
        body: `<div><h1>${HEADLINE}</h1><div>${STORY.map((text) => `<div>${text}</div>`).join('')}</div></div>`,
      }),
    ],
    [
      'line breaks as paragraphs',
      page({ body: `<h1>${HEADLINE}</h1><div>${STORY.join('<br>\n <br/>')}</div>` }),
    ],
    [
      'a layout of tables',
      `<table><tr><td><a href="/">Home</a></td><td><h1>${HEADLINE}</h1>${paragraphs()}</td></tr></table>`,
    ],
    ['a fragment', `<h1>${HEADLINE}</h1>${paragraphs()}`],
    ['tags left open', `<title>${HEADLINE}</title><h1>${HEADLINE}</h1><p>${STORY.join('<p>')}`],
    [
      'tags and attributes in capitals',
      `<HTML><BODY><DIV CLASS="Promo"><A HREF="/x">Ten things to do this weekend</A></DIV><H1>${HEADLINE}</H1>${paragraphs()}</BODY></HTML>`,
    ],
    [
      'a form around the whole page',
      page({
        body: `<form action="."><input type="hidden"><div class="wrapper">${article(paragraphs())}</div></form>`,
      }),
    ],
    [
      "a component's own tree",
      page({
        body: `<h1>${HEADLINE}</h1><story-body><template shadowrootmode="open">${paragraphs()}</template></story-body>`,
      }),
    ],
    [
      'an opinion page named "comment"',
      page({
        body: `<div class="content--type-comment"><h1>${HEADLINE}</h1><div class="article-comment tone-comment">${paragraphs()}</div></div>`,
      }),
    ],
    [
      'names that speak of what is around',
      page({ body: `<div class="has-newsletter comments-open">${article(paragraphs())}</div>` }),
    ],
    [
      'an article marked with its topics',
      page({
        body: `<h1>${HEADLINE}</h1><article class="post-7 hentry tag-cookies category-shopping">${paragraphs()}</article>`,
      }),
    ],
    [
      'names made by machines',
      page({
        body: `<div class="ab ac ad ae"><h1>${HEADLINE}</h1>${STORY.map((text) => `<div class="q r ad"><p class="b ad">${text}</p></div>`).join('')}</div>`,
      }),
    ],
    [
      'parts divided by advertising',
      page({
        body: article(
          STORY.map(
            (text) => `<div class="text">${paragraphs([text])}</div><div class="ad-slot">Advertisement</div>`,
          ).join(''),
        ),
      }),
    ],
  ])('is found in %s', (_name, html) => {
    expect(read(html).paragraphs).toEqual(STORY);
  });

  it.each([2, 3])('is found where it has %i paragraphs', (count) => {
    const short = STORY.slice(0, count);
    expect(read(page({ body: `<main><h1>${HEADLINE}</h1>${paragraphs(short)}</main>` })).paragraphs).toEqual(
      short,
    );
  });

  it('is found under a cookie notice that is longer', () => {
    const notice =
      '<p>We use cookies, and our 812 partners store information on your device to show ads.</p>'.repeat(60);
    const body = `<div id="cookie-banner">${notice}</div><main><h1>${HEADLINE}</h1>${paragraphs()}</main>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('is found above comments that are longer', () => {
    const comments = `<ol class="comments">${'<li class="comment"><p>My family took that boat for years, and we loved it.</p></li>'.repeat(90)}</ol>`;
    const draft = read(page({ body: `${article(paragraphs())}${comments}` }));
    expect(draft.paragraphs).toEqual(STORY);
    expect(draft.leftOut.some(({ reason }) => reason === 'comments')).toBe(true);
  });

  it('is all entries of a live blog', () => {
    const body = `<h1>${HEADLINE}</h1><div>${STORY.map((text, hour) => `<article class="entry"><time>1${hour}.00</time><p>${text}</p></article>`).join('')}</div>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('is not continued by the next article of a page that scrolls on', () => {
    const next = STORY.map((text) => text.replace('ferry', 'railway').replace('boat', 'train'));
    const body = `<div>${article(paragraphs())}<article><h1>Railway to close too</h1>${paragraphs(next)}</article></div>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('is taken from JSON-LD where the page shows little of it', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: HEADLINE, articleBody: STORY.join('\n\n') });
    expect(read(page({ head, body: '<div id="root"></div>' })).paragraphs).toEqual(STORY);
  });

  it('keeps the open part of an article behind a wall', () => {
    const wall =
      '<div class="paywall"><h2>Subscribe to continue reading</h2><p>From 1 crown a week.</p></div>';
    const head = jsonLd({ '@type': 'NewsArticle', headline: HEADLINE });
    const body = article(paragraphs(STORY.slice(0, 2)) + wall);
    expect(read(page({ head, body })).paragraphs).toEqual(STORY.slice(0, 2));
  });
});

describe('a page behind a wall', () => {
  it('is read with the doubt that it may hold only a part', () => {
    const page = (free: boolean) =>
      `<!doctype html><html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes","isAccessibleForFree":${free}}</script></head><body><article><h1>Council votes</h1><p>The council voted on Sunday to run a ferry across the bay at night, after two years of debate.</p><p>The motion passed by 11 votes to 4, and the mayor was glad.</p></article></body></html>`;
    expect(readWebPage(page(false), null).doubts).toEqual([expect.stringMatching(/not free to read/)]);
    expect(readWebPage(page(true), null).doubts).toEqual([]);
  });
});
