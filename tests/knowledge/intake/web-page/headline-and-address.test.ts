import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { HEADLINE, jsonLd, page, paragraphs } from './pages.ts';

const ADDRESS = 'https://courier.example/news/east-ferry';
const details = (head: string, address: string | null = ADDRESS) =>
  readWebPage(page({ head: `<title>${HEADLINE}</title>${head}` }), address).details;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('the headline', () => {
  it.each([
    [
      'without the outlet after it',
      `<title>x</title>${meta('og:site_name', 'Courier')}${meta('og:title', `${HEADLINE} | Courier`)}`,
      HEADLINE,
    ],
    [
      'whole where a system cut it',
      jsonLd({ '@type': 'NewsArticle', headline: 'East ferry to close after…' }),
      HEADLINE,
    ],
    [
      'rather than a description',
      jsonLd({ '@type': 'Article', headline: 'boat in Vessby', name: HEADLINE }),
      HEADLINE,
    ],
  ])('is read %s', (_name, head, headline) => {
    expect(details(head).headline).toBe(headline);
  });

  it('is not the name of the site', () => {
    const body = `<h1>The Vessby Courier</h1><div><h2>${HEADLINE}</h2>${paragraphs()}</div>`;
    expect(readWebPage(page({ body }), null).details.headline).toBe(HEADLINE);
  });

  it('makes a transcript only where it says so', () => {
    const node = (headline: string) => jsonLd({ '@type': 'NewsArticle', headline });
    expect(details(node('Transcript: the harbour debate')).kind).toBe('transcript');
    expect(details(node(HEADLINE)).kind).toBeNull();
  });
});

describe('the address', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

  it.each([
    [
      'the canonical link',
      canonical('https://courier.example/ferry'),
      ADDRESS,
      'https://courier.example/ferry',
    ],
    ['a relative link', canonical('/ferry?id=7'), ADDRESS, 'https://courier.example/ferry?id=7'],
    [
      'a link with tracking',
      canonical('https://courier.example/ferry?utm_source=x&id=7#top'),
      ADDRESS,
      'https://courier.example/ferry?id=7',
    ],
    ['og:url', meta('og:url', 'https://courier.example/ferry'), null, 'https://courier.example/ferry'],
    ['where it was fetched', '', `${ADDRESS}?fbclid=1#c`, ADDRESS],
    ['where it was fetched, not the front page', canonical('https://courier.example/'), ADDRESS, ADDRESS],
    ['where it was fetched, not another scheme', canonical('javascript:void(0)'), ADDRESS, ADDRESS],
    [
      "where it was fetched, not another outlet's",
      `${canonical('https://post.example/ferry')}${meta('og:url', 'https://post.example/ferry')}${jsonLd({ '@type': 'NewsArticle', headline: HEADLINE, url: 'https://post.example/ferry' })}`,
      ADDRESS,
      ADDRESS,
    ],
    [
      'where it was fetched, not that of a name that ends alike',
      canonical('https://notcourier.example/ferry'),
      ADDRESS,
      ADDRESS,
    ],
    [
      "that of the site's own name without what stands before it",
      canonical('https://courier.example/ferry'),
      'https://m.courier.example/news/east-ferry',
      'https://courier.example/ferry',
    ],
    [
      "another outlet's where it is not known where the page was fetched",
      canonical('https://post.example/ferry'),
      null,
      'https://post.example/ferry',
    ],
  ])('is %s', (_name, head, address, url) => {
    expect(details(head, address).url).toBe(url);
  });

  it('is unknown where nobody states one', () => {
    expect(details('', null).url).toBeNull();
    expect(details('', 'ftp://courier.example/x').url).toBeNull();
  });
});

describe('the language', () => {
  it.each([
    ['lang="en-gb"', 'en-GB'],
    ['lang="en_US"', 'en-US'],
    ['xml:lang="sv"', 'sv'],
    ['lang="english"', null],
    ['lang=""', null],
  ])('of <html %s>', (html, language) => {
    expect(readWebPage(page({ html }), null).details.language).toBe(language);
  });

  it('may be stated by og:locale', () => {
    const head = `<title>${HEADLINE}</title>${meta('og:locale', 'nb_NO')}`;
    expect(readWebPage(page({ head, html: '' }), null).details.language).toBe('nb-NO');
  });
});
