import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALSO_HEADING, NEAREST_HEADING, type Reply, TOO_LONG_TO_SHOW } from '../../../src/bots/reply.ts';
import { LIMITS, SHOWN } from '../../../src/bots/slack/limits.ts';
import { renderReply } from '../../../src/bots/slack/render.ts';
import { wellFormed } from '../../../src/bots/text.ts';
import type { Quote } from '../../../src/knowledge/index.ts';
import { refusalOf } from '../../support/slack-server/blocks.ts';
import { entitiesUndone, pingsIn, seen } from '../../support/slack-server/shown.ts';
import { answer, quote } from './samples.ts';

/** The message as it is posted, and what it would be posted as where Slack refuses the blocks. */
function forms(reply: Reply) {
  const { text, blocks, plain } = renderReply(reply);
  return { rich: { text, blocks }, plain: { text: plain, mrkdwn: false } };
}

function shown(reply: Reply) {
  return seen(forms(reply).rich);
}

const HOSTILE = [
  '@everyone @here <!channel> <!here> <@U1> <#C1|general> <https://evil.example|click>',
  '*bold* _italic_ ~gone~ `code` ```block``` > quote :tada: <script>alert(1)</script> & &amp; &lt;',
  '\u202Eright to left\u202C \u200Bzero\u200Dwidth\uFEFF 👩‍👩‍👧‍👦 é',
];

describe('an answer', () => {
  const text = 'The motion passed by 11 votes to 4, with two members absent.';

  it('is a quotation whose emphasised words are bold, over its source', () => {
    const reply = answer(quote(text, {}, [{ start: 21, end: 34 }]));
    expect(renderReply(reply).blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: 'The motion passed by ' },
              { type: 'text', text: '11 votes to 4', style: { bold: true } },
              { type: 'text', text: ', with two members absent.' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'plain_text', text: 'The Ellery Courier ·', emoji: false },
          {
            type: 'mrkdwn',
            text: '<https://courier.example/ferry-vote#:~:text=The%20motion|Council votes for a night ferry> ·',
            verbatim: true,
          },
          { type: 'plain_text', text: '3 Mar 2024', emoji: false },
        ],
      },
    ]);
  });

  it('has quotation and outlet in its fallback text, and the link where only text is posted', () => {
    const { text: fallback, plain } = renderReply(
      answer(quote('A < B & C', { link: 'https://a.example/?a=1&b=2' })),
    );
    expect(fallback).toBe(
      'A &lt; B &amp; C\n— The Ellery Courier · Council votes for a night ferry · 3 Mar 2024',
    );
    expect(plain).toBe(`${fallback}\nhttps://a.example/?a=1&amp;b=2`);
  });

  it('names speaker, outlet, headline and both days in one line', () => {
    const { text: all } = shown(
      answer(quote(text, { speaker: 'RUTH ODALYS', updated: '2024-03-05', link: null })),
    );
    expect(all).toContain(
      'RUTH ODALYS · The Ellery Courier · Council votes for a night ferry · 3 Mar 2024 · updated 5 Mar 2024',
    );
  });

  it('marks other sources, each with its own line', () => {
    const others = [
      quote('Eleven voted for it.', { outlet: 'Bay Radio' }),
      quote('It passed.', { outlet: 'AP' }),
    ];
    const { text: all, quotes } = shown(answer(quote(text), ...others));
    expect(quotes).toEqual([text, 'Eleven voted for it.', 'It passed.']);
    expect(all.split(ALSO_HEADING)).toHaveLength(2);
    expect(all).toMatch(/Also:\nEleven voted for it\.\nBay Radio ·.*\nIt passed\.\nAP ·/);
  });

  it('says how the next source differs, and names every outlet of a copy', () => {
    const late = { ...quote('It was 12 to 3.', { published: '2024-03-04' }), newest: true };
    const also = quote('', { outlet: '@here & <!channel>' }).citation;
    const reply = answer({ ...quote(text), also: [also] }, late, quote('It passed.', { outlet: 'AP' }));
    if (reply.kind !== 'answer') throw new Error('no answer');
    const difference = { kind: 'numbers', between: [0, 1], ordered: true } as const;
    const { rich, plain } = forms({ ...reply, answer: { ...reply.answer, difference } });
    expect(seen(rich).text).toMatch(
      /The Ellery Courier and @here & <!channel> ·.*\nThese sources give different numbers; the report of 4 Mar 2024 is the later\.\nIt was 12 to 3\.\n.* as of 4 Mar 2024, the newest\nAlso:\nIt passed\./,
    );
    expect(refusalOf(rich)).toBeNull();
    expect([...pingsIn(rich), ...pingsIn(plain)]).toEqual([]);
  });

  it.each(HOSTILE)('shows the letters of a quotation and pings nobody: %s', (text) => {
    const { rich, plain } = forms(answer(quote(text)));
    expect(seen(rich).quotes).toEqual([text]);
    expect(seen(plain).text).toContain(text);
    expect([...pingsIn(rich), ...pingsIn(plain)]).toEqual([]);
  });

  it.each(HOSTILE)('shows the letters of a headline, an outlet and a speaker: %s', (text) => {
    // What would turn our own words around is none of its letters.
    const line = text
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    for (const link of [null, 'https://a.example/']) {
      const { rich } = forms(answer(quote('Yes.', { headline: text, outlet: text, speaker: text, link })));
      expect(seen(rich).text.split(line)).toHaveLength(4);
      expect(seen(rich).links).toEqual(link === null ? [] : [link]);
      expect(pingsIn(rich)).toEqual([]);
    }
  });

  it.each([
    [
      'a space, a bar and angle brackets',
      'https://a.example/a b|c>d<e',
      'https://a.example/a%20b%7Cc%3Ed%3Ce',
    ],
    ['an ampersand', 'https://a.example/?a=1&b=2', 'https://a.example/?a=1&b=2'],
  ])('keeps a link with %s whole', (_, link, address) => {
    expect(shown(answer(quote('Yes.', { link }))).links).toEqual([address]);
  });

  it.each(['javascript:alert(1)', 'ftp://a.example/', 'not an address', ''])(
    'leaves out a link to %j',
    (link) => {
      const { links, text: all } = shown(answer(quote('Yes.', { link })));
      expect(links).toEqual([]);
      expect(all).toContain('Council votes for a night ferry');
    },
  );

  it('makes half a surrogate pair sound, and nothing else', () => {
    expect(shown(answer(quote('a\uD83Db 😀 c\uDE00'))).quotes).toEqual(['a\uFFFDb 😀 c\uFFFD']);
  });

  it('parts no surrogate pair and survives spans that make no sense', () => {
    const spans = [
      { start: 3, end: 99 },
      { start: -5, end: 1 },
      { start: Number.NaN, end: 2 },
      { start: 0, end: 3 },
    ];
    const { rich } = forms(answer(quote('a😀b😀c', {}, spans)));
    expect(refusalOf(rich)).toBeNull();
    expect(seen(rich).quotes).toEqual(['a😀b😀c']);
  });
});

describe('what does not fit', () => {
  /** JSON of the blocks of an answer of so many characters. */
  const sizeOf = (length: number) =>
    JSON.stringify(renderReply(answer(quote('x'.repeat(length)))).blocks).length;
  const overhead = sizeOf(1_000) - 1_000;
  const withoutLink = JSON.stringify(renderReply(answer(quote('x', { link: null }))).blocks).length - 1;

  it('drops the link of a quotation that fits without it', () => {
    const most = 'x'.repeat(LIMITS.blocks - overhead);
    expect(shown(answer(quote(most)))).toMatchObject({ quotes: [most], links: [expect.any(String)] });
    expect(shown(answer(quote(`${most}x`)))).toMatchObject({ quotes: [`${most}x`], links: [] });
  });

  it('drops the emphasis of a quotation that fits without it', () => {
    const most = 'x'.repeat(LIMITS.blocks - withoutLink);
    expect(shown(answer(quote(most, {}, [{ start: 0, end: 5 }])))).toMatchObject({
      quotes: [most],
      bold: [],
    });
  });

  it('replaces a quotation that is one character too long, and keeps its source', () => {
    const most = 'x'.repeat(LIMITS.blocks - withoutLink);
    expect(shown(answer(quote(most))).quotes).toEqual([most]);
    const over = shown(answer(quote(`${most}x`)));
    expect(over.quotes).toEqual([]);
    expect(over.text).toContain(TOO_LONG_TO_SHOW);
    expect(over.text).not.toContain('xxx');
    expect(over.links).toHaveLength(1);
  });

  it('replaces a quotation whose escaped text is too long, though its blocks are not', () => {
    const { rich, plain } = forms(answer(quote('&'.repeat(9_000))));
    expect(rich.text).toContain(TOO_LONG_TO_SHOW);
    expect(plain.text).toContain(TOO_LONG_TO_SHOW);
    expect(seen(rich).text).toContain(TOO_LONG_TO_SHOW);
  });

  it('drops further quotations whole, the last first, and never the one that answers', () => {
    const quotes = Array.from({ length: 10 }, (_, index) => quote(`${index}`.repeat(3_000)));
    const [first = quote(''), ...others] = quotes;
    const shownQuotes = shown(answer(first, ...others)).quotes;
    expect(shownQuotes).toEqual(quotes.slice(0, 3).map(({ text }) => text));
  });

  it('drops nearest quotations whole, and still suggests questions', () => {
    const { text, quotes } = shown({
      kind: 'unanswered',
      sentence: 'The story does not say.',
      nearest: [quote('x'.repeat(20_000)), quote('short')],
      notes: [],
      suggestions: ['What was the vote count?'],
    });
    expect(quotes).toEqual([]);
    expect(text).toBe('The story does not say.\nYou could ask:\nWhat was the vote count?');
  });

  it('shortens a headline, an outlet and a speaker to their limits', () => {
    const long = 'w'.repeat(3_000);
    const { rich } = forms(
      answer(quote('Yes.', { headline: long, outlet: long, speaker: long, link: null })),
    );
    const part = (most: number) => `${'w'.repeat(most - 1)}…`;
    expect(seen(rich).text).toContain(
      `${part(SHOWN.name)} · ${part(SHOWN.name)} · ${part(SHOWN.headline)} · 3 Mar 2024`,
    );
    const fits = 'w'.repeat(SHOWN.headline);
    expect(shown(answer(quote('Yes.', { headline: fits }))).text).toContain(fits);
  });

  it('leaves out a link that is one character too long for a text object', () => {
    const link = (length: number) => 'https://a.example/'.padEnd(length, 'x');
    const longest = LIMITS.textObject - '<|Council votes for a night ferry>'.length;
    expect(shown(answer(quote('Yes.', { link: link(longest) }))).links).toEqual([link(longest)]);
    const { links, text } = shown(answer(quote('Yes.', { link: link(LIMITS.textObject) })));
    expect(links).toEqual([]);
    expect(text).toContain('Council votes for a night ferry');
  });

  it('sends no more fallback text than Slack advises, unless one quotation is longer', () => {
    const two = renderReply(answer(quote('x'.repeat(2_000)), quote('y'.repeat(2_000))));
    expect(two.text).not.toContain('yy');
    expect(renderReply(answer(quote('x'.repeat(5_000)))).text).toContain('x'.repeat(5_000));
  });
});

describe('no answer', () => {
  it('says so, then the nearest sentences as such, then what could be asked', () => {
    const { text, quotes } = shown({
      kind: 'unanswered',
      sentence: 'The story does not say.',
      nearest: [quote('One.'), quote('Two.', { outlet: 'AP' })],
      notes: [],
      suggestions: ['Who voted?', ' ', '<!channel> *when*?'],
    });
    expect(text).toMatch(
      /^The story does not say\.\nThe closest the story comes:\nOne\.\nThe Ellery Courier ·.*\nTwo\.\nAP ·.*\nYou could ask:\nWho voted\?\n<!channel> \*when\*\?$/,
    );
    expect(quotes).toEqual(['One.', 'Two.']);
  });

  it('has neither heading where there is nothing under it', () => {
    const { text } = shown({
      kind: 'unanswered',
      sentence: 'The story does not say.',
      nearest: [],
      notes: [],
      suggestions: [],
    });
    expect(text).toBe('The story does not say.');
    expect(text).not.toContain(NEAREST_HEADING);
  });
});

describe('any reply', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      ...HOSTILE,
      '😀',
      '\uD83D',
      '',
      ' ',
      '&'.repeat(9_000),
      'x'.repeat(10_000),
      '"'.repeat(7_000),
    ),
  );
  const date = fc.constantFrom(null, '2024-03-03', '2024-03-05T09:30:00Z', 'soon');
  const quotes: fc.Arbitrary<Quote> = fc
    .record({
      text: words.filter((text) => text !== ''),
      emphasis: fc.array(
        fc.record({ start: fc.integer({ min: -2, max: 300 }), end: fc.integer({ min: -2, max: 300 }) }),
      ),
      citation: fc.record({
        outlet: words,
        headline: words,
        speaker: fc.option(words),
        published: date,
        updated: date,
        link: fc.option(
          fc.oneof(
            fc.webUrl(),
            words,
            words.map((path) => `https://a.example/${path}`),
          ),
        ),
      }),
    })
    .map(({ text, emphasis, citation }) => quote(text, citation, emphasis));
  const suggestions = fc.array(words, { maxLength: 5 });
  const replies: fc.Arbitrary<Reply> = fc.oneof(
    fc
      .tuple(quotes, fc.array(quotes, { maxLength: 10 }), fc.array(words, { maxLength: 2 }))
      .map(([first, others, notes]) => ({ ...answer(first, ...others), notes })),
    fc.record({
      kind: fc.constant('unanswered' as const),
      sentence: fc.constant('The story does not say.'),
      nearest: fc.array(quotes, { maxLength: 3 }),
      notes: suggestions,
      suggestions,
    }),
    fc.record({ kind: fc.constant('notice' as const), sentence: fc.constant('No.'), suggestions }),
  );

  it('is within every limit, pings nobody and shows quotations whole or not at all', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const { rich, plain } = forms(reply);
        expect(refusalOf(rich)).toBeNull();
        expect(refusalOf(plain)).toBeNull();
        expect([...pingsIn(rich), ...pingsIn(plain)]).toEqual([]);
        const given = quotesOf(reply).map(({ text }) => wellFormed(text));
        const { quotes: read, text } = seen(rich);
        if (reply.kind === 'answer' && !text.startsWith(TOO_LONG_TO_SHOW)) {
          expect(read[0]).toBe(given[0]);
          // A line of its own could pass for the source, where nothing else tells them apart.
          expect(entitiesUndone(rich.text)).toContain(
            given[0]?.replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' '),
          );
        }
        const shownAt =
          reply.kind === 'answer' && read.length > 0 && text.startsWith(TOO_LONG_TO_SHOW) ? 1 : 0;
        expect(read).toEqual(given.slice(shownAt, shownAt + read.length));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a note beside an answer', () => {
  it('stands in small letters after the quotation, and reads like it was written', () => {
    const note = 'The feed of “*Ferry* <!here>” has not been read yet: there may be newer news.';
    const reply = { ...answer(quote('It passed.'), quote('It did pass.')), notes: [note] };
    const { rich } = forms(reply);
    expect(refusalOf(rich)).toBeNull();
    const { text } = seen(rich);
    expect(text.indexOf(note)).toBeGreaterThan(text.indexOf('It passed.'));
    expect(text.indexOf(note)).toBeLessThan(text.indexOf('It did pass.'));
    expect(pingsIn(rich)).toEqual([]);
  });
});

function quotesOf(reply: Reply): readonly Quote[] {
  if (reply.kind === 'answer') return reply.answer.quotes;
  return reply.kind === 'unanswered' ? reply.nearest : [];
}
