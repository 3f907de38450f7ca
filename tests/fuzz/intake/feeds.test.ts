import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOfItem, summaryDraft } from '../../../src/knowledge/intake/feed/drafts.ts';
import { readFeed } from '../../../src/knowledge/intake/feed.ts';
import { decode } from '../../../src/knowledge/intake/index.ts';
import { holds } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { expectPlain, refusedAs, STORY } from './pieces.ts';

const ADDRESS = 'https://a.example/feed';

const link = fc.oneof(
  fc.constantFrom(
    'https://a.example/pier',
    '/pier',
    '//b.example/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://[',
    'https://u:p@a.example/x',
    'data:text/html,x',
    '',
  ),
  hostileText(2),
);
const id = fc.oneof(fc.constantFrom('__proto__', 'constructor', '1', ''), hostileText(2));
const date = fc.constantFrom(
  'Mon, 29 Nov 2021 09:00:00 GMT',
  'Thu, 01 Jan 275760 00:00:00 GMT',
  '-1',
  '0001-01-01T00:00:00+14:00',
  '99999999999',
);
const body = fc.oneof(
  hostileText(6),
  fc.constant(STORY.map((line) => `<p>${line}</p>`).join('')),
  fc.constant(`${STORY.join(' ')} Read more…`),
);
const item = fc.record({ id, link, title: hostileText(3), date, body, author: hostileText(2) });

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const rss = fc.array(item, { maxLength: 4 }).map((items) => {
  const inner = items.map(
    (one) =>
      `<item><guid>${escaped(one.id)}</guid><link>${escaped(one.link)}</link><title>${one.title}</title><pubDate>${one.date}</pubDate><dc:creator>${escaped(one.author)}</dc:creator><description><![CDATA[${one.body}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Pier Post</title>${inner.join('')}</channel></rss>`;
});
const atom = fc.array(item, { maxLength: 4 }).map((items) => {
  const inner = items.map(
    (one) =>
      `<entry><id>${escaped(one.id)}</id><link href="${escaped(one.link)}"/><title>${one.title}</title><updated>${one.date}</updated><content type="html">${escaped(one.body)}</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="//x"><title>Pier Post</title>${inner.join('')}</feed>`;
});
const json = fc
  .array(fc.oneof(item, fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue())), { maxLength: 4 })
  .map((items) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Pier Post',
      items: items.map((one) => ({
        ...one,
        url: 'link' in one ? one.link : null,
        content_html: 'body' in one ? one.body : [],
      })),
    }),
  );

describe('any feed', () => {
  it('is items with addresses of the web, each once, or is refused', () => {
    holds(fc.oneof(rss, atom, json, hostileText()), (text) => {
      const feed = refusedAs(() =>
        readFeed(decode(Buffer.from(text), { contentType: 'application/xml' }), ADDRESS),
      );
      if (feed === null) return;
      expect(new Set(feed.items.map((one) => one.id)).size).toBe(feed.items.length);
      for (const one of feed.items) {
        if (one.url !== null)
          expect(new URL(one.url)).toMatchObject({
            username: '',
            protocol: expect.stringMatching(/^https?:$/),
          });
        for (const draft of [draftOfItem(one, feed), summaryDraft(one, feed)])
          if (draft !== null) expectPlain(draft);
      }
    });
  });
});
