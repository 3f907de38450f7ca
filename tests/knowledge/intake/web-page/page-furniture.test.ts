import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { around, article, HEADLINE, page, paragraphs, STORY } from './pages.ts';

const read = (html: string) => readWebPage(html, 'https://courier.example/news/east-ferry').paragraphs;

describe('the furniture of a page', () => {
  it.each([
    ['advertising, in other tongues', '<p>Anzeige</p><p>Publicidad</p><p>広告</p>'],
    ['what a system left', '<p>[button link="/kit" type="big"]Send us your kit[/button]</p>'],
    ['what a script reads', '<p>for-phone-onlyfor-tablet-portrait-upfor-desktop-up</p>'],
    ['places to share, run together', '<div>FacebookTwitterInstagramYouTube</div>'],
    ['what earns', '<p>This post may contain affiliate links. Please see our terms.</p>'],
    [
      'what lawyers ask for',
      '<p>This document is subject to copyright. Apart from fair dealing, it may not be copied.</p>',
    ],
    [
      'whose the site is',
      '<div class="page-copyright"><p>The contents of this site are ©2024 Vessby Press.</p></div>',
    ],
    [
      'what paper shows',
      '<div class="d-none d-print-block"><p>Citation: East ferry to close, from courier.example</p></div>',
    ],
    [
      'links in a row',
      '<p><a href="/a">Bridge to open in March</a> [INSIGHT]| <a href="/b">Crews move to the terminal</a> [VIDEO]</p>',
    ],
    [
      'who wrote it',
      '<div class="post-author"><h5>Ida Lund</h5><p>Ida is a native of Vessby and has two cats.</p></div>',
    ],
  ])('is no part of the story: %s', (_name, piece) => {
    expect(read(around(piece))).toEqual(STORY);
  });

  it.each([
    ['of a writer', 'By Ida Lund - 11/18/19 11:04 PM EST'],
    ['with a label', 'Posted: Fri 6:45 PM, Feb 16, 2018 |'],
    ['in another tongue', 'sexta-feira, 22 de outubro de 2010 às 20:13'],
  ])('is no part of the story above it: a date %s', (_name, line) => {
    expect(read(page({ body: article(`<div>${line}</div>${paragraphs()}`) }))).toEqual(STORY);
  });

  it('is not a date that heads a part', () => {
    expect(read(around('<p>May 7, 2024, 6:05 p.m.</p>'))).toContain('May 7, 2024, 6:05 p.m.');
  });

  it('is a headline, in whatever pieces and marks', () => {
    const again = '<h2><span>East ferry</span> <span>to close</span> – <span>after 90 years</span></h2>';
    expect(read(page({ body: `<article><h1>${HEADLINE}</h1>${again}${paragraphs()}</article>` }))).toEqual(
      STORY,
    );
  });

  it('opens over a name, and is no part of its sentence', () => {
    const card =
      '<span class="k"><img src="a.jpg"><a href="/okoye">Marta Ada Okoye</a> <a href="/1">Council meets again</a></span>';
    const piece = `<p>Chair <span><a href="/okoye">Marta Okoye</a>${card}</span> was not there.</p>`;
    expect(read(around(piece))).toContain('Chair Marta Okoye was not there.');
  });
});
