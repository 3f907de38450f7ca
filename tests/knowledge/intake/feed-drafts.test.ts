import { describe, expect, it } from 'vitest';
import { type Draft, NO_DETAILS } from '../../../src/knowledge/intake/draft.ts';
import { draftOfItem, summaryDraft, withItemDetails } from '../../../src/knowledge/intake/feed/drafts.ts';
import type { Feed, FeedItem } from '../../../src/knowledge/intake/feed/item.ts';

const FEED: Feed = {
  title: 'The Harbour Post - World',
  outlet: 'The Harbour Post',
  language: 'en',
  items: [],
};
const ITEM: FeedItem = {
  id: '1',
  url: 'https://harbourpost.example/1',
  title: 'Fish market moves',
  byline: 'Ada Moss',
  outlet: null,
  published: '2026-03-02T08:00:00Z',
  updated: null,
  content: null,
  summary: null,
};
const ONE =
  'The fish market of Tarn will move to the eastern quay in June, the harbour office said on Monday.';
const TWO =
  '“There is more room, and there are fewer gulls,” said Ines Calder, who has sold herring there since 1998.';
const html = (...paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const read = (content: string) => draftOfItem({ ...ITEM, content }, FEED);
const summary = (text: string) => summaryDraft({ ...ITEM, summary: text }, FEED)?.paragraphs ?? null;

describe('an article that its feed holds', () => {
  it('is read letter for letter, with what the feed states', () => {
    const draft = read(html(ONE, TWO));
    expect(draft?.paragraphs).toEqual([ONE, TWO]);
    expect(draft?.details).toEqual({
      outlet: 'The Harbour Post',
      headline: 'Fish market moves',
      byline: 'Ada Moss',
      published: '2026-03-02T08:00:00Z',
      updated: null,
      url: 'https://harbourpost.example/1',
      kind: null,
      language: 'en',
    });
    expect(draft?.stated).toMatchObject({ outlet: 'the feed', headline: 'the feed' });
  });

  it('is read without its headline, pictures, captions and promotion', () => {
    const draft = read(
      `<h1>Fish market moves</h1><figure><img src="a.jpg"><figcaption>Herring on ice.</figcaption></figure>
${html(ONE)}<div class="newsletter-signup"><p>Get our newsletter every morning.</p></div>${html(TWO)}
<p><a href="https://harbourpost.example/2">Read more: The gulls of Tarn and what they eat</a></p>
<p>The post <a href="/1">Fish market moves</a> appeared first on <a href="/">The Harbour Post</a>.</p>`,
    );
    expect(draft?.paragraphs).toEqual([ONE, TWO]);
    expect(draft?.leftOut.map(({ reason }) => reason)).toEqual([
      'details',
      'caption',
      'promotion',
      'promotion',
      'promotion',
    ]);
  });

  it.each([
    'The post <a href="/1">Fish market moves</a> first appeared on <a href="/">The Harbour Post</a>.',
    'Fish market moves was originally published in Harbour Notes on Medium, where people talk about it.',
    'Der Beitrag Fischmarkt zieht um erschien zuerst auf Hafenpost.',
  ])('is read without what its system writes under every item: %s', (signed) => {
    expect(read(html(ONE, TWO, signed))?.paragraphs).toEqual([ONE, TWO]);
  });

  it('may be one long paragraph, or lines with breaks between them', () => {
    expect(read(html(Array(5).fill(ONE).join(' ')))?.paragraphs).toHaveLength(1);
    expect(read(`${ONE}<br><br>${TWO}`)?.paragraphs).toEqual([ONE, TWO]);
  });

  it.each([
    ['one short paragraph', html(ONE)],
    ['two labels', html('Listen to this story', 'By Ada Moss', ONE)],
    ['an ellipsis at the end', html(ONE, `${TWO} And then …`)],
    ['an ellipsis in brackets', html(ONE, TWO, 'The market [&#8230;]')],
    ['a pointer to the page', html(ONE, TWO, '<a href="/1">Read more</a>')],
    ['a pointer after the text', html(ONE, `${TWO} <a href="/1">Continue reading “Fish market moves”</a>`)],
    [
      'a pointer above what WordPress adds',
      html(ONE, `${TWO}…`, 'The post Fish appeared first on The Post.'),
    ],
    ['a pointer in another language', html(ONE, TWO, '<a href="/1">Weiterlesen</a>')],
    [
      'pictures alone',
      '<img src="a.jpg"><figure><img src="b.jpg"><figcaption>Herring on ice.</figcaption></figure>',
    ],
    [
      'a conversation whose speakers only its page tells apart',
      html(
        'MOSS: Is it far?',
        'CALDER: It is not.',
        'MOSS: When does it open?',
        'CALDER: In June, as we hear it.',
        'MOSS: Who pays for all of it?',
        'CALDER: The harbour pays.',
      ),
    ],
  ])('is not taken for whole with %s', (_, content) => {
    expect(read(content)).toBeNull();
  });

  it('is whole though a sentence ends in words that pages point with', () => {
    expect(
      read(html(ONE, 'Children should sit down by the sea in the evening and read more.')),
    ).not.toBeNull();
    expect(
      read(html(ONE, 'The buyers came to the quay early, saw the boats, and wanted more.')),
    ).not.toBeNull();
  });

  it('is read in no time, also when it was made to be slow', () => {
    for (const text of [
      `Read more${'.'.repeat(30_000)}x`,
      'read on '.repeat(50_000),
      `${'“'.repeat(50_000)}. x`,
    ]) {
      read(html(ONE, text));
      summary(text);
    }
  });

  it('may be in the place of a summary, where it has more than one paragraph', () => {
    expect(draftOfItem({ ...ITEM, summary: html(ONE, TWO) }, FEED)?.paragraphs).toEqual([ONE, TWO]);
    expect(draftOfItem({ ...ITEM, summary: html(ONE) }, FEED)).toBeNull();
    expect(draftOfItem({ ...ITEM, summary: html(ONE, `${TWO} […]`) }, FEED)).toBeNull();
    // A teaser beside the article does not stand in for it.
    expect(draftOfItem({ ...ITEM, content: html(ONE), summary: html(ONE, TWO) }, FEED)).toBeNull();
  });

  it('is not there when the feed holds none', () => {
    expect(draftOfItem(ITEM, FEED)).toBeNull();
  });
});

describe('the summary of an article', () => {
  it('serves when it holds a sentence', () => {
    expect(summary(html(ONE))).toEqual([ONE]);
    expect(summary(`${ONE} ${TWO}`)).toEqual([`${ONE} ${TWO}`]);
  });

  it('is cut at its last whole sentence', () => {
    expect(summary(`${ONE} The gulls of the old quay, said Dr. [&#8230;]`)).toEqual([ONE]);
    expect(summary(`${ONE} The gulls of the old quay …`)).toEqual([ONE]);
    expect(summary(`${ONE} <a href="/1">Read more</a>`)).toEqual([ONE]);
    expect(summary(`${ONE} The gulls of the old <a href="/1">Read more »</a>`)).toEqual([ONE]);
  });

  it.each([
    '',
    'Fish market moves',
    'Video',
    'The gulls of the old quay …',
    '<img src="a.jpg">',
    'Read more',
  ])('does not serve when it holds none: %s', (text) => {
    expect(summary(text)).toBeNull();
  });
});

describe('what a page and its feed state', () => {
  it('is what the page states, and else the feed', () => {
    const page: Draft = {
      details: { ...NO_DETAILS, headline: 'Market to move east', published: '2026-03-02' },
      stated: { headline: 'JSON-LD', published: 'the date on the page' },
      paragraphs: [ONE],
      leftOut: [],
    };
    const draft = withItemDetails(page, { ...ITEM, outlet: 'Tarn Weekly' }, FEED);
    expect(draft.details).toMatchObject({
      headline: 'Market to move east',
      published: '2026-03-02',
      byline: 'Ada Moss',
      outlet: 'Tarn Weekly',
    });
    expect(draft.stated).toMatchObject({ headline: 'JSON-LD', byline: 'the feed', outlet: 'the feed' });
    expect(draft.paragraphs).toEqual([ONE]);
  });
});
