import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/knowledge/intake/feed.ts';
import { IntakeError } from '../../../src/knowledge/intake/intake-error.ts';

const ADDRESS = 'https://harbourpost.example/news/feed.xml';

const rss = (items: string, channel = '') => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:dcterms="http://purl.org/dc/terms/">
<channel><title>The Harbour Post - Top stories</title><link>https://harbourpost.example/</link>${channel}
${items}</channel></rss>`;
const itemsOf = (text: string) => readFeed(text, ADDRESS).items;
const one = (inner: string) => itemsOf(rss(`<item>${inner}<description>x</description></item>`))[0];

describe('a feed', () => {
  it('in RSS 2.0 is read with all that it states', () => {
    const feed = readFeed(
      rss(
        `<item><title>Ferry sails</title><link>/ferry?utm_source=rss</link><guid isPermaLink="false">f-1</guid>
<dc:creator>Ada Moss</dc:creator><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>
<dcterms:modified>2026-03-02T09:30:00Z</dcterms:modified>
<description>It sails.</description><content:encoded><![CDATA[<p>It sails at dawn.</p>]]></content:encoded></item>`,
        '<language>en_gb</language>',
      ),
      ADDRESS,
    );
    expect(feed).toEqual({
      title: 'The Harbour Post - Top stories',
      outlet: 'The Harbour Post',
      language: 'en-GB',
      items: [
        {
          id: 'f-1',
          url: 'https://harbourpost.example/ferry',
          title: 'Ferry sails',
          byline: 'Ada Moss',
          outlet: null,
          published: '2026-03-02T08:00:00Z',
          updated: '2026-03-02T09:30:00Z',
          content: '<p>It sails at dawn.</p>',
          summary: '<p>It sails.</p>',
        },
      ],
    });
  });

  it('in RSS 1.0 is read, with its dates and names from Dublin Core', () => {
    const feed = readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Tarn Weekly</title><link>https://tarn.example</link>
<description>d</description><dc:language>en</dc:language></channel>
<item rdf:about="https://tarn.example/1"><title>Bridge shut</title><link>https://tarn.example/1</link>
<dc:creator>Bo Lind</dc:creator><dc:date>2026-03-02T10:00+01:00</dc:date><description>It is shut.</description></item></rdf:RDF>`,
      ADDRESS,
    );
    expect(feed).toMatchObject({ outlet: 'Tarn Weekly', language: 'en' });
    expect(feed.items).toMatchObject([
      { id: 'https://tarn.example/1', byline: 'Bo Lind', published: '2026-03-02T10:00+01:00' },
    ]);
  });

  it('in RSS 0.91 is read, though it has no ids and no dates', () => {
    const text = `<rss version="0.91"><channel><title>Post</title><item><title>A</title><link>https://p.example/a</link></item></channel></rss>`;
    expect(itemsOf(text)).toMatchObject([{ id: 'https://p.example/a', published: null, updated: null }]);
  });

  it('in Atom is read, with addresses relative to what its xml:base says', () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv" xml:base="https://tarn.example/base/">
<title type="html">Tarn &amp;amp; Brae | World</title><link rel="self" href="feed"/>
<entry xml:base="2026/"><id>tag:tarn.example,2026:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bridge <em>shut</em></div></title>
<link rel="edit" href="edit/1"/><link rel="alternate" type="text/html" href="one"/><author><name>Bo Lind</name></author>
<published>2026-03-02T10:00:00Z</published><updated>2026-03-02T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is shut.</p></div></content><summary>5 &lt; 6</summary></entry>
<entry><id>https://tarn.example/2</id><title>Two</title><updated>2026-03-03T10:00:00Z</updated><content src="a.mp3" type="audio/mpeg"/></entry>
</feed>`,
      ADDRESS,
    );
    expect(feed).toMatchObject({ title: 'Tarn & Brae | World', outlet: 'Tarn & Brae', language: 'sv' });
    expect(feed.items).toMatchObject([
      {
        id: 'tag:tarn.example,2026:1',
        url: 'https://tarn.example/base/2026/one',
        title: 'Bridge shut',
        byline: 'Bo Lind',
        updated: null,
        content: '<p>It is shut.</p>',
        summary: '<p>5 &lt; 6</p>',
      },
      { url: 'https://tarn.example/2', published: null, updated: '2026-03-03T10:00:00Z', content: null },
    ]);
  });

  it('in JSON Feed is read, with its plain text as paragraphs', () => {
    const feed = readFeed(
      `\uFEFF ${JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Brae Bulletin',
        home_page_url: 'https://brae.example/',
        language: 'en',
        items: [
          {
            id: '7',
            url: '/seven',
            title: 'Tea & toast',
            authors: [{ name: 'Cy Dunn' }],
            content_text: 'Tea is up.\n\nToast < tea & jam.',
            date_published: '2026-03-02T10:00:00Z',
            date_modified: '2026-03-02T11:00:00Z',
          },
          { id: '8', external_url: 'https://else.example/x', content_html: '<p>Look.</p>' },
        ],
      })}`,
      'https://brae.example/feed.json',
    );
    expect(feed.items).toMatchObject([
      {
        id: '7',
        url: 'https://brae.example/seven',
        byline: 'Cy Dunn',
        content: '<p>Tea is up.</p>\n<p>Toast &lt; tea &amp; jam.</p>',
        updated: '2026-03-02T11:00:00Z',
      },
      { id: '8', url: 'https://else.example/x', title: null },
    ]);
  });

  it('may begin with a byte order mark and blank lines, and be without items', () => {
    expect(readFeed(`\uFEFF\n\n ${rss('')}`, ADDRESS)).toMatchObject({ items: [] });
  });
});

describe('an item of a feed', () => {
  it('has a headline in plain words, whatever tags and entities it was written with', () => {
    expect(one('<title>Moss &lt;b&gt;wins&lt;/b&gt; &amp;amp; sails</title>')?.title).toBe(
      'Moss wins & sails',
    );
    expect(one('<title><![CDATA[Fares &#8216;too high&#8217; at 5 < 6]]></title>')?.title).toBe(
      'Fares ‘too high’ at 5 < 6',
    );
    expect(one('<title>R&D &bogus; costs</title>')?.title).toBe('R&D &bogus; costs');
  });

  it('has the address of the article and not of whoever counts its readers', () => {
    const origin = '<feedburner:origLink>https://harbourpost.example/real</feedburner:origLink>';
    expect(one(`<link>https://feeds.example/~r/1</link>${origin}`)?.url).toBe(
      'https://harbourpost.example/real',
    );
  });

  it('has its guid for an address when that is one and there is no link', () => {
    expect(one('<guid>https://harbourpost.example/g</guid>')?.url).toBe('https://harbourpost.example/g');
    expect(one('<guid isPermaLink="false">https://harbourpost.example/g</guid>')?.url).toBeNull();
    expect(one('<link>javascript:alert(1)</link>')?.url).toBeNull();
    expect(one('<link>https://harbourpost.example/</link>')?.url).toBeNull();
  });

  it('that has neither id nor address is known again by its headline and date', () => {
    const [first, again, other] = ['A', 'A', 'B'].map((title) =>
      one(`<title>${title}</title><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>`),
    );
    expect(first?.id).toBe(again?.id);
    expect(first?.id).not.toBe(other?.id);
  });

  it('names who published it where the feed gathers what others publish', () => {
    expect(one('<source url="https://tarn.example/feed">Tarn Weekly</source>')?.outlet).toBe('Tarn Weekly');
  });

  it('names its writer without the address that RSS wants', () => {
    expect(one('<author>ada@post.example (Ada Moss)</author>')?.byline).toBe('Ada Moss');
    expect(one('<author>ada@post.example</author>')?.byline).toBeNull();
  });

  it('is without a date when its date is none', () => {
    expect(one('<pubDate>yesterday</pubDate>')?.published).toBeNull();
  });

  it('comes once, in its newest version, when it stands in the feed twice', () => {
    const version = (title: string, date: string) =>
      `<item><guid isPermaLink="false">1</guid><link>https://p.example/1</link><title>${title}</title><pubDate>${date}</pubDate></item>`;
    const items = itemsOf(
      rss(
        version('Old', 'Mon, 02 Mar 2026 08:00:00 GMT') +
          version('New', 'Tue, 03 Mar 2026 08:00:00 GMT') +
          version('Older', 'Sun, 01 Mar 2026 08:00:00 GMT'),
      ),
    );
    expect(items.map(({ title }) => title)).toEqual(['New']);
  });

  it('is told from others though the feed gives all the same id', () => {
    const items = ['a', 'b', 'c'].map(
      (name) => `<item><guid isPermaLink="false">0</guid><link>/${name}</link></item>`,
    );
    expect(itemsOf(rss(items.join(''))).map(({ url }) => url)).toHaveLength(3);
  });

  it('that breaks the XML is left out, and the rest is read', () => {
    const good = (name: string) => `<item><title>${name}</title><link>/${name}</link></item>`;
    const items = itemsOf(rss(`${good('a')}<item><title>5 < 6</title><link>/x</link></item>${good('b')}`));
    expect(items.map(({ title }) => title)).toEqual(['a', 'b']);
    const cut = rss(good('a') + good('b')).split('<title>b')[0] ?? '';
    expect(itemsOf(cut).map(({ title }) => title)).toEqual(['a']);
  });
});

describe('the outlet of a feed', () => {
  const titled = (title: string, home = 'https://p.example/') =>
    readFeed(
      rss('').replace(/<title>.*<\/title><link>.*<\/link>/, `<title>${title}</title><link>${home}</link>`),
      ADDRESS,
    ).outlet;

  it.each([
    ['The Harbour Post - Top stories', 'The Harbour Post'],
    ['World | The Ferry Times', 'The Ferry Times'],
    ['Ferry Times RSS Feed', 'Ferry Times'],
    ['FT &gt; World News', 'FT'],
    ['Tarn News: Latest headlines', 'Tarn News'],
    ['Latest news from The Post', 'The Post'],
    ['Tarn-on-Sea Gazette', 'Tarn-on-Sea Gazette'],
  ])('of "%s" is %s', (title, outlet) => {
    expect(titled(title)).toBe(outlet);
  });

  it('is the part that its site is named after', () => {
    expect(titled('Harbour council – Ferry Times', 'https://www.ferrytimes.example/')).toBe('Ferry Times');
    expect(titled('World News', 'https://worldnews.example/')).toBe('World News');
  });

  it('is unknown when the title names none', () => {
    expect(titled('Top stories')).toBeNull();
    expect(titled('World news RSS feed')).toBeNull();
  });
});

describe('what is no feed', () => {
  const messageOf = (text: string) => {
    try {
      readFeed(text, ADDRESS);
      return 'it was read';
    } catch (error) {
      expect(error).toMatchObject({ name: 'IntakeError', code: 'not-a-feed' });
      return (error as IntakeError).message;
    }
  };
  const link = (href: string, more = '') =>
    `<link rel="alternate" type="application/rss+xml" href="${href}" ${more}>`;

  it('is said to be a web page when it is one, with the feed that it links to', () => {
    expect(messageOf('<!doctype html><html><head></head><body>Hello</body></html>')).toMatch(
      /web page and no feed/,
    );
    const head = link('/comments/feed', 'title="Post » Comments feed"') + link('../feed');
    expect(messageOf(`<!doctype html><html><head>${head}</head><body>Hello</body></html>`)).toContain(
      'https://harbourpost.example/feed.',
    );
  });

  it.each(['hello', '{"a": 1}', '<?xml version="1.0"?><urlset></urlset>', '[]', 'null', ''])(
    'is said to be none: %s',
    (text) => {
      expect(messageOf(text)).toMatch(/This is no feed/);
    },
  );

  it('is said to be damaged when nothing of it can be read', () => {
    expect(messageOf('<?xml version="1.0"?><rss version="2.0"><channel><tit')).toMatch(/damaged/);
  });

  it('is seen to be none, also when it was made to be slow to read', () => {
    const head = '<rss version="2.0"><channel><title>T</title>';
    for (const text of ['<item>'.repeat(100_000), '<item '.repeat(100_000), '<![CDATA['.repeat(50_000)]) {
      expect(messageOf(head + text)).not.toBe('');
    }
  });

  it('is never anything but a sentence for the editor, whatever it is', () => {
    const piece = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '<![CDATA[',
      ']]>',
      '&',
      '<feed ',
      'xmlns=',
      '>',
      '{"items":[',
      '__proto__',
      '</',
      '"',
      '\0',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          readFeed(pieces.join(''), ADDRESS);
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
    );
  });
});
