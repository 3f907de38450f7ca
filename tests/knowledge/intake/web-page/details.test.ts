import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { article, HEADLINE, jsonLd, page, paragraphs } from './pages.ts';

const ADDRESS = 'https://courier.example/news/east-ferry';
const details = (head: string, address: string | null = ADDRESS) =>
  readWebPage(page({ head: `<title>${HEADLINE}</title>${head}` }), address).details;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe("a page's JSON-LD", () => {
  const NODE = {
    '@type': 'NewsArticle',
    headline: HEADLINE,
    author: [{ '@type': 'Person', name: 'Ida Lund' }, { name: 'By Tom Ray, The Vessby Courier' }],
    publisher: { '@type': 'Organization', name: 'The Vessby Courier' },
    datePublished: '2024-05-07T21:00:00+0200',
    dateModified: '2024-05-08T07:00:00.000Z',
    url: 'https://courier.example/news/east-ferry',
    inLanguage: 'en_GB',
  };

  it('states all details', () => {
    const draft = readWebPage(page({ head: jsonLd(NODE), html: '' }), null);
    expect(draft.details).toEqual({
      outlet: 'The Vessby Courier',
      headline: HEADLINE,
      byline: 'Ida Lund, Tom Ray',
      published: '2024-05-07T21:00:00+02:00',
      updated: '2024-05-08T07:00:00Z',
      url: 'https://courier.example/news/east-ferry',
      kind: null,
      language: 'en-GB',
    });
    expect(new Set(Object.values(draft.stated))).toEqual(new Set(['JSON-LD']));
  });

  it.each([
    ['a list', jsonLd([{ '@type': 'BreadcrumbList' }, NODE])],
    ['a graph', jsonLd({ '@graph': [{ '@type': 'WebSite', name: 'Courier' }, NODE] })],
    ['several scripts', jsonLd({ '@type': 'VideoObject', name: 'A film' }) + jsonLd(NODE)],
    ['a list of types', jsonLd({ ...NODE, '@type': ['Article', 'NewsArticle'] })],
    ['a kind of article', jsonLd({ ...NODE, '@type': 'ReportageNewsArticle' })],
    ['the page that the article is of', jsonLd({ '@type': 'WebPage', mainEntity: NODE })],
    ['a script beside a broken one', jsonLd('{"@type": "NewsArticle", "headline": ') + jsonLd(NODE)],
    ['a comma too many', jsonLd(JSON.stringify(NODE).replace(/}$/, ',}'))],
    ['line ends in strings', jsonLd(JSON.stringify(NODE).replace('East ferry', 'East\nferry'))],
    ['CDATA', jsonLd(`//<![CDATA[\n${JSON.stringify(NODE)}\n//]]>`)],
    ['comments', jsonLd(`/* ours */ ${JSON.stringify(NODE)}`)],
    ['entities', jsonLd({ ...NODE, headline: 'East&nbsp;ferry to&amp;#32;close after 90 years' })],
  ])('is read from %s', (_name, head) => {
    expect(details(head)).toMatchObject({ headline: HEADLINE, byline: 'Ida Lund, Tom Ray' });
  });

  it('may name people by reference', () => {
    const graph = [
      { '@type': 'Person', '@id': '#ida', name: 'Ida Lund' },
      { ...NODE, author: { '@id': '#ida' } },
    ];
    expect(details(jsonLd({ '@graph': graph })).byline).toBe('Ida Lund');
  });

  it('is of the article that the page is about', () => {
    const other = {
      ...NODE,
      headline: 'Bridge tolls announced',
      url: '/news/bridge',
      datePublished: '2020-01-01',
    };
    expect(details(jsonLd([other, NODE])).published).toBe('2024-05-07T21:00:00+02:00');
  });

  it('goes before meta tags, and they before the markup', () => {
    const head = meta('og:site_name', 'Courier') + meta('author', 'Tom Ray');
    expect(details(jsonLd(NODE) + head)).toMatchObject({
      outlet: 'The Vessby Courier',
      byline: 'Ida Lund, Tom Ray',
    });
    const body = article(`<a rel="author" href="/i">Ida Lund</a>${paragraphs()}`);
    expect(readWebPage(page({ head, body }), null).details.byline).toBe('Tom Ray');
  });
});

describe('what meta tags and markup state', () => {
  it.each([
    ['outlet', meta('og:site_name', 'The Vessby Courier'), 'The Vessby Courier'],
    ['published', meta('article:published_time', '2024-05-07T21:00:00+0200'), '2024-05-07T21:00:00+02:00'],
    ['published', '<meta name="parsely-pub-date" content="2024-05-07">', '2024-05-07'],
    ['published', '<meta name="sailthru.date" content="May 7, 2024">', '2024-05-07'],
    ['published', '<meta name="DC.date.issued" content="2024-05-07">', '2024-05-07'],
    ['published', '<meta itemprop="datePublished" content="2024-05-07">', '2024-05-07'],
    ['updated', meta('article:modified_time', '2024-05-08'), '2024-05-08'],
    ['byline', '<meta name="author" content="By Ida Lund">', 'Ida Lund'],
    [
      'byline',
      meta('article:author', 'https://quayside.example/ida') + meta('byl', 'By Ida Lund'),
      'Ida Lund',
    ],
    [
      'byline',
      '<meta name="citation_author" content="Ida Lund"><meta name="citation_author" content="Tom Ray">',
      'Ida Lund, Tom Ray',
    ],
    ['byline', `${meta('og:site_name', 'Courier')}<meta name="author" content="Courier">`, null],
    ['headline', meta('og:title', 'Ferry &amp;amp; quay to close'), 'Ferry & quay to close'],
  ] as const)('%s from %s', (detail, head, value) => {
    expect(details(head)[detail]).toBe(value);
  });

  it('is told with where it stood', () => {
    const { stated } = readWebPage(page({ head: meta('og:site_name', 'Courier') }), ADDRESS);
    expect(stated).toEqual({
      outlet: 'the meta tag og:site_name',
      headline: 'the headline on the page',
      url: 'the address given',
      language: "the page's lang attribute",
    });
  });

  it.each([
    ['the markup of a byline', '<div class="byline">By <a href="/i">Ida Lund</a></div>'],
    ['a line under the headline', '<div><span>By Ida Lund</span> <span>3 hours ago</span></div>'],
    ['microdata', '<p itemprop="author" itemscope><span itemprop="name">Ida Lund</span></p>'],
  ])('byline from %s', (_name, line) => {
    expect(readWebPage(page({ body: article(line + paragraphs()) }), null).details.byline).toBe('Ida Lund');
  });

  it('dates from the times beside the headline', () => {
    const times =
      '<p>Published <time datetime="2024-05-07T21:00Z">Tuesday</time></p><p class="updated"><time datetime="2024-05-08">Wednesday</time></p>';
    expect(readWebPage(page({ body: article(times + paragraphs()) }), null).details).toMatchObject({
      published: '2024-05-07T21:00Z',
      updated: '2024-05-08',
    });
  });

  it('no detail that is not stated', () => {
    const { details: none } = readWebPage(
      page({ head: '', body: `<div>${paragraphs()}</div>`, html: '' }),
      'https://courier.example/2024/05/07/east-ferry',
    );
    expect({ ...none, url: null }).toEqual({
      outlet: null,
      headline: null,
      byline: null,
      published: null,
      updated: null,
      url: null,
      kind: null,
      language: null,
    });
  });
});
