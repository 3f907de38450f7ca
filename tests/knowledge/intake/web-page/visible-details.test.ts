import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { article, HEADLINE, page, paragraphs } from './pages.ts';

const ADDRESS = 'https://vessbycourier.example/news/east-ferry';
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const details = (parts: { head?: string; above?: string; body?: string }) =>
  readWebPage(
    page({
      head: parts.head ?? `<title>${HEADLINE}</title>`,
      body: parts.body ?? article(`${parts.above ?? ''}${paragraphs()}`),
    }),
    ADDRESS,
  ).details;

describe('the headline', () => {
  it.each([
    ['before one for social media', meta('og:title', 'East ferry to close, and nobody is happy')],
    ['without the year that searchers are told', `${meta('og:title', `${HEADLINE} (Published 2016)`)}`],
    [
      'without section and outlet',
      `${meta('og:site_name', 'Courier')}${meta('og:title', `${HEADLINE} | Courier Harbour`)}`,
    ],
  ])('is the one that readers see, %s', (_name, head) => {
    expect(details({ head }).headline).toBe(HEADLINE);
  });

  it('is the stated one where the line on the page may be about anything', () => {
    const head = meta('og:title', 'Harbour council closes the oldest boat line');
    expect(details({ head }).headline).toBe('Harbour council closes the oldest boat line');
  });
});

describe('the outlet', () => {
  it('is what stands last in the title, where the address says so', () => {
    const head = (last: string) => `<title>${HEADLINE} - ${last}</title>`;
    expect(details({ head: head('The Vessby Courier') }).outlet).toBe('The Vessby Courier');
    expect(details({ head: head('Politics') }).outlet).toBeNull();
  });
});

describe('the byline', () => {
  it.each([
    ['a post', '<div itemprop="author">Ida Lund Senior Politics Editor</div>', 'Ida Lund'],
    [
      'links',
      '<div rel="author"><a href="/i">Ida Lund</a> <a href="/p">Follow</a> Staff Writer</div>',
      'Ida Lund',
    ],
    [
      'a date',
      '<div class="author">Written by <a href="/i">Ida Lund</a> on 1 June 2019 at 08:34 PM</div>',
      'Ida Lund',
    ],
  ])('is the name beside %s', (_name, above, byline) => {
    expect(details({ above }).byline).toBe(byline);
  });

  it.each([
    ['the owner', 'article:author', 'Ida Lund', 'Vessby Press'],
    ['everybody', 'x', 'x', 'Courier Staff'],
    ['an account', 'x', 'x', 'idalund'],
  ])('is not %s, where more is known', (_name, name, value, author) => {
    const head = `${meta(name, value)}<meta name="author" content="${author}">`;
    expect(details({ head, above: '<div class="byline">By Ida Lund</div>' }).byline).toBe('Ida Lund');
  });

  it('is not that of another article', () => {
    const others = ['Tom Ray', 'Lena Brandt'].map(
      (name) => `<div><div><div><h3>Boats</h3><span class="byline">By ${name}</span></div></div></div>`,
    );
    const body = `<div><div><div>${article(paragraphs())}</div></div></div><div>${others.join('')}</div>`;
    expect(details({ body }).byline).toBeNull();
  });
});

describe('the date', () => {
  it.each([
    ['a line beside the headline', '<div><span>December 16, 2016, 4:19 PM</span></div>', '2016-12-16T16:19'],
    ['a line with its label', '<p class="published-date">Posted: Oct 14, 2022 9:27 AM ET</p>', '2022-10-14'],
    [
      'what is stated for machines, before what is shown',
      '<p class="date">May 7, 2024</p><div datetime="2024-05-07T18:05:00Z">today</div>',
      '2024-05-07T18:05:00Z',
    ],
    ['a line with an update', '<p class="date">May 7, 2024 | Updated May 8, 2024</p>', '2024-05-07'],
  ])('is read from %s', (_name, above, published) => {
    expect(details({ above }).published).toBe(published);
  });

  it('is read without a headline where the page has only one', () => {
    const body = (dates: string) => `<div>${paragraphs()}</div><div>${dates}</div>`;
    const one = '<p class="timestamp">May 7, 2024</p>';
    const head = '<title>x</title>';
    expect(details({ head, body: body(one) }).published).toBe('2024-05-07');
    expect(details({ head, body: body(`${one}<p class="timestamp">May 9, 2024</p>`) }).published).toBeNull();
  });

  it('is none that stands deep in the story', () => {
    const late = `${paragraphs().repeat(9)}<p>May 7, 2024</p>`;
    expect(details({ above: late }).published).toBeNull();
  });
});
