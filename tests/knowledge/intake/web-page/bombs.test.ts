import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../../src/knowledge/intake/intake-error.ts';
import { readMaterial } from '../../../../src/knowledge/intake/material.ts';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { article, HEADLINE, jsonLd, page, paragraphs, STORY } from './pages.ts';

/** What each of these took before it was bounded stands beside it, in seconds of a core. */
const each = (many: number, piece: (at: number) => string) =>
  Array.from({ length: many }, (_, at) => piece(at)).join('');
const withStory = (more: string, head = '') => page({ head, body: article(paragraphs(STORY)) + more });

function outcome(html: string): string {
  try {
    return `${readWebPage(html, 'https://courier.example/x').paragraphs.length > 0}`;
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    expect(error.message).toMatch(/^[^.]+\.$/);
    return error.code;
  }
}

describe('a page that was made to keep its reader busy', () => {
  it.each([
    ['nested by the hundred thousand (30 s)', () => withStory('<div>'.repeat(100_000))],
    [
      'with half a million attributes (for ever)',
      () => withStory(`<div ${each(500_000, (at) => `A${at} `)}>x</div>`),
    ],
    [
      'with attributes everywhere (60 s)',
      () => withStory(each(20_000, () => `<p ${each(30, (at) => `A${at} `)}>x</p>`)),
    ],
    [
      'with a class of 800,000 names (no stack left)',
      () => withStory(`<div class="${'ab '.repeat(800_000)}">x</div>`),
    ],
    [
      'whose boxes have a class of two megabytes (no memory left)',
      () =>
        page({
          body: `<section><div class="${'a'.repeat(2_000_000)}">${each(8_000, () => paragraphs([STORY[0] ?? '']))}</div></section>`,
        }),
    ],
    ['of pictures that are closed in themselves (15 s)', () => withStory('<svg/>'.repeat(195_000))],
    ['of text in a million pieces', () => withStory(`<p>${'&amp;'.repeat(900_000)}`)],
    [
      'of columns within columns (20 s)',
      () => withStory(`${'<div class="legal">'.repeat(240)}${'cookie x '.repeat(30_000)}`),
    ],
    [
      'with headings by the thousand, deep down (60 s)',
      () => withStory('<div class="a b">'.repeat(240) + each(10_000, () => '<h1>x</h1>')),
    ],
  ])('is refused: %s', (_name, html) => {
    expect(outcome(html())).toBe('too-large');
  });

  it.each([
    [
      'with headings and titles by the thousand (60 s)',
      () =>
        withStory(
          each(3_000, (at) => `<h1>Ferry ${at} runs again</h1>`),
          each(6_000, (at) => `<meta property="og:title" content="Ferry number ${at}">`),
        ),
    ],
    [
      'with words for those who hear it (30 s)',
      () => withStory(each(4_000, () => '<i class="sr-only">x</i>')),
    ],
    [
      'with a list of links by the thousand (60 s)',
      () =>
        withStory(
          `<ul>${each(3_000, (at) => `<li><a href="/a${at}">Harbour story number ${at}</a></li>`)}</ul>`,
        ),
    ],
    [
      'with articles by the ten thousand in its data (60 s)',
      () =>
        withStory(
          '',
          each(900, (at) => `<meta property="og:url" content="https://courier.example/${at}">`) +
            jsonLd(
              Array.from({ length: 10_000 }, (_, at) => ({
                '@type': 'NewsArticle',
                url: `https://courier.example/y${at}`,
              })),
            ),
        ),
    ],
    [
      'with a body of half a million lines in its data (20 s)',
      () =>
        withStory(
          '',
          jsonLd({ '@type': 'NewsArticle', headline: HEADLINE, articleBody: 'a &lt;b\n'.repeat(300_000) }),
        ),
    ],
    [
      'with writers by the hundred thousand (9 s)',
      () =>
        withStory(
          '',
          jsonLd({
            '@type': 'NewsArticle',
            headline: HEADLINE,
            author: Array.from({ length: 100_000 }, () => 'a&lt;b'),
          }),
        ),
    ],
    ['with a style of spaces (30 s)', () => withStory(`<div style="${' '.repeat(100_000)}">x</div>`)],
    [
      'with keys of prototypes in its data',
      () =>
        withStory(
          '',
          '<script type="application/ld+json">{"__proto__":{"@type":"NewsArticle"},"@type":"NewsArticle","@id":"__proto__","author":{"@id":"constructor"}}</script>',
        ),
    ],
  ])('is read all the same: %s', (_name, html) => {
    expect(outcome(html())).toBe('true');
  });

  it('does not pass off a text of megabytes as its headline', () => {
    const text = `<html><head><title>${'word '.repeat(200_000)}</title></head><body>${paragraphs(STORY)}</body></html>`;
    const draft = readMaterial({ text, name: 'page.html', address: null, contentType: null });
    expect(draft.details.headline).toBeNull();
    expect(draft.paragraphs).toEqual(STORY);
  });
});

describe('a sentence that nobody sees', () => {
  const LIE = 'The council of Vessby never voted on any of this, said the mayor.';
  it.each([
    'display:none',
    'color:red; DISPLAY : none !important',
    'display:/* shown */none',
    'visibility:collapse',
    'font-size:0',
    'font-size: 0.0px;',
    'position:absolute;left:-9999px',
    'text-indent:-9999em',
    'clip:rect(0 0 0 0)',
    'clip-path: inset(50%)',
    'color:#fff;background:white',
    'background-color:#FFFFFF; color: rgb(255, 255, 255)',
    'color:transparent',
  ])('is not quoted: %s', (style) => {
    const html = page({ body: article(`${paragraphs(STORY)}<p style="${style}">${LIE}</p>`) });
    expect(readWebPage(html, null).paragraphs).toEqual(STORY);
  });

  it.each([
    ['in a box that closes gaps', `<div style="font-size:0"><p style="font-size:16px">${LIE}</p></div>`],
    ['that comes into view', `<p style="opacity:0">${LIE}</p>`],
    ['in colours', `<p style="color:#fff;background:#000">${LIE}</p>`],
    ['that is set in a little', `<p style="text-indent:-20px;left:-5px">${LIE}</p>`],
  ])('is not one %s', (_name, html) => {
    const read = readWebPage(page({ body: article(paragraphs(STORY) + html) }), null);
    expect(read.paragraphs).toContain(LIE);
  });
});
