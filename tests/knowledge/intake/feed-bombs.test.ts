import { describe, expect, it } from 'vitest';
import { draftOfItem, summaryDraft } from '../../../src/knowledge/intake/feed/drafts.ts';
import { readFeed } from '../../../src/knowledge/intake/feed.ts';
import { IntakeError } from '../../../src/knowledge/intake/index.ts';

const ADDRESS = 'https://courier.example/feed';
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>Courier</title>${items}</channel></rss>`;
const item = (at: number, more = '') =>
  `<item><guid>g${at}</guid><title>Ferry ${at}</title><link>https://courier.example/${at}</link>${more}</item>`;

function read(text: string) {
  try {
    return readFeed(text, ADDRESS);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return error.code;
  }
}

describe('a feed that declares what it is made of', () => {
  const entities = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  it.each([
    ['to multiply itself', `<!DOCTYPE r [<!ENTITY l0 "lol">${entities}]>`, '&l9;'],
    ['as long as it is', `<!DOCTYPE r [<!ENTITY x "${'x'.repeat(50_000)}">]>`, '&x;'.repeat(50_000)],
    ['from a file', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f; was read.'],
    ['from elsewhere', '<!DOCTYPE r [<!ENTITY % d SYSTEM "http://127.0.0.1:9/x"> %d;]>', 'The ferry runs.'],
    [
      'by an old standard',
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd">',
      'The ferry runs.',
    ],
  ])('%s is read without its declarations', (_name, before, description) => {
    const feed = read(rss(item(1, `<description>${description}</description>`), before));
    if (typeof feed === 'string') throw new Error(feed);
    const [only] = feed.items;
    expect(only).toMatchObject({ id: 'g1', title: 'Ferry 1' });
    expect(only?.summary?.length ?? 0).toBeLessThan(description.length + 100);
    expect(only?.summary ?? '').not.toContain('root:');
  });

  it('without an end is no feed', () => {
    expect(read(`<!DOCTYPE ${'['.repeat(2_000_000)}${rss(item(1))}`)).toBe('not-a-feed');
  });
});

describe('a feed that was made to keep its reader busy', () => {
  it.each([
    ['nested by the hundred thousand', rss(item(1, '<a>'.repeat(100_000)))],
    [
      'of JSON nested without end',
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(500_000)}`,
    ],
    ['of items that are never closed', `<rss><channel>${'<item>'.repeat(300_000)}`],
    [
      'of a title that is tags',
      rss(`<item><title><![CDATA[${'<b>'.repeat(200_000)}]]></title><link>/1</link></item>`),
    ],
  ])('is refused: %s', (_name, text) => {
    expect(['not-a-feed', 'too-large']).toContain(read(text));
  });

  it('gives its newest thousand items, in its order', () => {
    const day = (at: number) =>
      `<pubDate>${new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toUTCString()}</pubDate>`;
    const feed = read(rss(Array.from({ length: 1_200 }, (_, at) => item(at, day(at))).join('')));
    if (typeof feed === 'string') throw new Error(feed);
    expect(feed.items).toHaveLength(1_000);
    expect([feed.items[0]?.id, feed.items.at(-1)?.id]).toEqual(['g200', 'g1199']);
  });

  it('makes no addresses of 400 KB each of a base that is as long', () => {
    const base = `https://courier.example/${'x'.repeat(400_000)}/`;
    const items = Array.from({ length: 50 }, (_, at) =>
      item(at).replace('https://courier.example/', ''),
    ).join('');
    const long = read(rss(items).replace(/<channel/, `<channel xml:base="${base}"`));
    if (typeof long === 'string') throw new Error(long);
    const far = readFeed(rss(items), `https://courier.example/${'x'.repeat(60_000)}/feed`);
    expect(long.items.slice(0, 2)).toMatchObject([
      { url: 'https://courier.example/0' },
      { url: 'https://courier.example/1' },
    ]);
    expect(far.items).toEqual([]);
  });

  it('states nothing that is longer than it can be', () => {
    const title = 'word '.repeat(100_000);
    const text = rss(
      `<item><title>${title}</title><link>https://courier.example/${'x'.repeat(10_000)}</link><description>The ferry runs again at night.</description></item>`,
    );
    const feed = read(text);
    if (typeof feed === 'string') throw new Error(feed);
    const [only] = feed.items;
    expect(only).toMatchObject({ url: null, title: null });
    const draft = only && (draftOfItem(only, feed) ?? summaryDraft(only, feed));
    expect(draft?.details).toMatchObject({ headline: null, url: null });
  });

  it('tells items apart that are named like what every object has', () => {
    const items = ['__proto__', 'constructor', 'toString'].map((id, at) => ({
      id,
      url: `https://courier.example/${at}`,
    }));
    const text = `{"version":"https://jsonfeed.org/version/1.1","__proto__":{"items":[]},"items":${JSON.stringify(items)}}`;
    expect(read(text)).toMatchObject({ items });
  });
});
