import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/knowledge/article.ts';
import { knownArticles } from '../../../../src/knowledge/intake/shelving/known-articles.ts';
import {
  addressOf,
  isSameArticle,
  sharedWith,
} from '../../../../src/knowledge/intake/shelving/same-article.ts';
import { articleOf } from '../../../support/articles.ts';

type Details = Parameters<typeof isSameArticle>[1];

const URL_ONE = 'https://post.example/a';
const SENTENCES = Array.from({ length: 10 }, (_, at) => `Sentence ${at} of it.`);
const BODY = [SENTENCES.slice(0, 5).join(' '), SENTENCES.slice(5).join(' ')];
/** As many of its sentences, and others up to ten. */
const sharing = (count: number) => [
  ...SENTENCES.slice(0, count),
  ...SENTENCES.slice(count).map((text) => `No: ${text}`),
];

/** Whether an article that comes with this is the one that is known. */
function isSame(
  known: Partial<Article>,
  come: Partial<Article> = {},
  paragraphs: readonly string[] = BODY,
): boolean {
  return isSameArticle(articleOf({ body: BODY.join('\n\n'), ...known }), articleOf(come), paragraphs);
}

describe('an article that comes again', () => {
  it('is the same at the same address, whatever else has changed', () => {
    const other = {
      url: `${URL_ONE}/?utm_source=x`,
      outlet: 'Herald',
      headline: 'New',
      published: '2025-01-01',
    };
    expect(isSame({ url: URL_ONE }, other, ['New.'])).toBe(true);
  });

  it('is the same by outlet, headline and day, in other letters and at another hour', () => {
    const come = { outlet: 'THE POST', headline: 'Council  votes!', published: '2024-03-03T12:00:00Z' };
    expect(isSame({}, come, ['New.'])).toBe(true);
    for (const changed of [{ outlet: 'Herald' }, { published: '2024-03-04' }, { headline: 'Council sits' }])
      expect(isSame({}, { ...come, ...changed })).toBe(false);
  });

  it('is the same without a headline, or at an address of its own, only with most of its sentences', () => {
    for (const [known, come] of [
      [{ headline: null }, {}],
      [{}, { headline: null }],
      [{ url: URL_ONE }, { url: 'https://post.example/b' }],
    ]) {
      expect(isSame(known ?? {}, come, sharing(7))).toBe(true);
      expect(isSame(known ?? {}, come, sharing(6))).toBe(false);
    }
  });

  it('is another where headlines differ in signs that only make another vowel', () => {
    expect(isSame({ headline: '\u0915\u093e' }, { headline: '\u0915\u0940' }, ['New.'])).toBe(false);
    expect(isSame({ headline: 'Caf\u00e9' }, { headline: 'Cafe\u0301' }, ['New.'])).toBe(true);
  });

  it('shares of the longer of the two what stands in both', () => {
    const known = articleOf({ body: BODY.join('\n\n') });
    expect(sharedWith(known, BODY)).toBe(1);
    expect(sharedWith(known, SENTENCES.slice(0, 2))).toBeCloseTo(0.2);
    expect(sharedWith(articleOf({ body: 'Sentence 0 of it.' }), BODY)).toBeCloseTo(0.1);
    expect(sharedWith(known, [])).toBe(0);
  });

  it('divides an article once, however many it is compared with', () => {
    let divided = 0;
    const known = {
      ...articleOf({}),
      get body() {
        divided += 1;
        return BODY.join('\n\n');
      },
    };
    for (let count = 0; count < 100; count += 1) sharedWith(known, sharing(count % 10));
    expect(divided).toBe(1);
  });
});

describe('an address', () => {
  it.each([
    ['http://www.post.example/a/?utm_source=x&id=1&FBCLID=2#part', 'post.example/a?id=1'],
    ['https://post.example/a//?gclid=1&mc_cid=2&ocid=3&cmpid=4', 'post.example/a'],
    ['https://post.example/?utmost=1&gclids=2', 'post.example?utmost=1&gclids=2'],
    ['https://www2.post.example:8080/a/b', 'www2.post.example:8080/a/b'],
    ['no address', 'no address'],
  ])('%s has one form', (url, form) => {
    expect(addressOf(url)).toBe(form);
  });
});

describe('the articles of a library', () => {
  const known = (article: Partial<Article>) => {
    const whole = articleOf({ body: BODY.join('\n\n'), ...article });
    return { article: whole, file: `${whole.story}/${whole.id}.md` };
  };
  const ids = (found: readonly { article: Article }[]) => found.map(({ article }) => article.id);
  const come = (details: Partial<Article>): Details => articleOf(details);

  it('are found by address or by outlet and day, those that were put there later too', () => {
    const articles = knownArticles([known({ id: 'a', url: URL_ONE }), known({ id: 'b', outlet: 'Herald' })]);
    articles.put(known({ id: 'c', outlet: 'Wire', url: 'https://wire.example/c' }));
    expect(ids(articles.sameAs(come({ url: URL_ONE, outlet: 'New' }), []))).toEqual(['a']);
    expect(ids(articles.sameAs(come({ outlet: 'herald' }), []))).toEqual(['b']);
    expect(ids(articles.sameAs(come({ url: 'http://wire.example/c/' }), []))).toContain('c');
    expect([
      articles.has('ferry-vote', 'c'),
      articles.has('ferry', 'c'),
      articles.has('ferry-vote', 'd'),
    ]).toEqual([true, false, false]);
  });

  it('are like one that comes where they share a quarter with it, in the same story, the likest first', () => {
    const some = known({ id: 'some', body: sharing(3).join(' ') });
    const more = known({ id: 'more', body: sharing(5).join(' ') });
    const elsewhere = known({ id: 'elsewhere', story: 'bridge' });
    const like = (...all: ReturnType<typeof known>[]) =>
      knownArticles(all).likeOf('ferry-vote', come({ headline: 'Other' }), BODY)?.article.id;
    expect(like(some, more, elsewhere)).toBe('more');
    expect(like(some)).toBe('some');
    expect(like(known({ body: sharing(2).join(' ') }), elsewhere)).toBeUndefined();
  });
});
