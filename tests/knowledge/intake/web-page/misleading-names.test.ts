import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { HEADLINE, page, paragraphs, STORY } from './pages.ts';

const read = (html: string) => readWebPage(html, 'https://courier.example/news/east-ferry');
const NAMES = [
  'related',
  'promo',
  'sidebar',
  'widget',
  'comment',
  'newsletter',
  'gallery',
  'image-caption',
  'photo-credit',
  'share',
  'timestamp',
];
/** As long as articles are, so that the names stand around most of the page and not around all of it. */
const TEASERS = '<ul class="latest">'.concat(
  Array.from(
    { length: 12 },
    (_, at) => `<li><a href="/${at}">Ten more things to do this weekend</a></li>`,
  ).join(''),
  '</ul>',
);

describe('a story that its template names as what it is not', () => {
  it.each(NAMES)('is found where all of it is called "%s"', (name) => {
    const body = `<header><h1>${HEADLINE}</h1></header><div><div class="${name}">${paragraphs()}</div></div>${TEASERS}`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it.each(NAMES)('is found where each paragraph is called "%s"', (name) => {
    const each = STORY.map((text) => `<div class="${name}"><p>${text}</p></div>`).join('');
    const body = `<header><h1>${HEADLINE}</h1></header><div>${each}</div>${TEASERS}`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('is found where all of it is called comments, and nothing else is there', () => {
    const body = `<header><h1>${HEADLINE}</h1></header><div class="comments">${paragraphs()}</div>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('is found under its pictures, where it is told in long captions', () => {
    const text = `${STORY[0]} ${STORY[1]} ${STORY[2]}`;
    const figure = `<figure><img src="a.jpg"><figcaption><p>${text}</p></figcaption></figure>`;
    const body = `<div class="slides"><h1>${HEADLINE}</h1>${figure.repeat(4)}</div>`;
    expect(read(page({ body })).paragraphs).toEqual(Array.from({ length: 4 }, () => text));
  });

  it('is not its picture’s caption, however long that is', () => {
    const caption = `<div class="picture"><p>${STORY[5]} ${STORY[4]}</p></div>`;
    const body = `<div>${caption}</div><section><div class="sidebar-left">${paragraphs()}</div></section>`;
    expect(read(page({ body })).paragraphs).toEqual(expect.arrayContaining(STORY));
  });

  it('is not left out for a box that holds less', () => {
    const box = '<div class="related"><p>The old bridge was closed for a year, the port said.</p></div>';
    const body = `<article><h1>${HEADLINE}</h1>${paragraphs()}${box}</article>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });
});

describe('a story in boxes', () => {
  const part = (texts: readonly string[]) =>
    `<div class="row"><div class="story-text">${texts.map((text) => `<p class="story-par">${text}</p>`).join('')}</div></div>`;

  it('is whole where its first paragraph has a box of its own', () => {
    const body = `<main><section>${part(STORY.slice(0, 1))}</section><div><div>Advertisement</div></div><section>${part(STORY.slice(1))}</section></main>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });

  it('holds what it quotes from elsewhere', () => {
    const quoted = 'Nobody asked the crews, and nobody will.';
    const post = `<div class="social-media-embed"><blockquote><p>${quoted} <a href="https://posts.example/1">posts.example/1</a></p>— Tom Ray</blockquote></div>`;
    const body = `<article><h1>${HEADLINE}</h1><div>${paragraphs(STORY.slice(0, 3))}${post}${paragraphs(STORY.slice(3))}</div></article>`;
    expect(read(page({ body })).paragraphs).toEqual([
      ...STORY.slice(0, 3),
      `${quoted} posts.example/1`,
      '— Tom Ray',
      ...STORY.slice(3),
    ]);
  });
});

describe('a wall', () => {
  it('is left out, and what stands behind it is not', () => {
    const wall = '<div class="paywall"><p>Subscribe now, and read all of it for a crown a week.</p></div>';
    const behind = `<div class="paywall">${paragraphs(STORY.slice(4))}</div>`;
    const body = `<article><h1>${HEADLINE}</h1><div>${paragraphs(STORY.slice(0, 4))}</div>${wall}${behind}</article>`;
    expect(read(page({ body })).paragraphs).toEqual(STORY);
  });
});
