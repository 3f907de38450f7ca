import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reply, type ReplyPart, TOO_LONG_TO_SHOW } from '../../../src/bots/reply.ts';
import { renderReply } from '../../../src/bots/slack/render.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';
import { refusalOf } from '../../support/slack-server/blocks.ts';
import { pingsIn, seen } from '../../support/slack-server/shown.ts';

const part = (question: string | null, text: string, headline = 'Council votes', more = 0): ReplyPart => ({
  question,
  reply: {
    kind: 'answer',
    answer: answeredWith([
      quoteOf({ text, citation: { headline, link: `https://a.example/${'x'.repeat(more)}` } }),
      ...Array.from({ length: more % 7 }, () => quoteOf({ text: `also ${text}` })),
    ]),
    notes: [],
  },
});
const NO: ReplyPart = {
  question: 'why?',
  reply: {
    kind: 'unanswered',
    sentence: 'The story does not say.',
    nearest: [],
    notes: [],
    suggestions: ['Who won?'],
  },
};
const several = (...[first, ...others]: readonly [ReplyPart, ...ReplyPart[]]): Reply => ({
  kind: 'several',
  parts: [first, ...others],
});
const forms = (reply: Reply) => {
  const { text, blocks, plain } = renderReply(reply);
  return { rich: { text, blocks }, plain: { text: plain, mrkdwn: false } };
};

describe('the answers to several questions, in Slack', () => {
  it('stand in one message, each under its question in bold', () => {
    const { rich, plain } = forms(several(part('who won?', 'Hale won.'), NO));
    const { text, bold, quotes } = seen(rich);
    expect(text).toMatch(/who won\?\s+Hale won\.[\s\S]*why\?\s+The story does not say\.[\s\S]*Who won\?/);
    expect(bold).toEqual(['who won?', 'why?']);
    expect(quotes).toEqual(['Hale won.']);
    expect(seen(plain).text).toMatch(/who won\?\nHale won\.[\s\S]*why\?\nThe story does not say\./);
  });

  it('all find room: a quotation that is too long for its share gives way to where it can be read', () => {
    const long = 'word '.repeat(1_500).trim();
    const { text, quotes } = seen(forms(several(part('a?', long), part('b?', 'Hale won.'), NO)).rich);
    expect(text).toContain(TOO_LONG_TO_SHOW);
    expect(quotes).toEqual(['Hale won.']);
    expect(text).toContain('why?');
  });

  it('are within every limit, ping nobody, and leave no question out', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.constantFrom('@everyone <!channel> <@U1>', '&<>"\\'.repeat(400), 'word '.repeat(900)),
    );
    const parts = fc
      .tuple(texts, texts, texts, fc.nat(3_000))
      .map(([question, text, headline, more]) => part(`${question}?`, text, headline, more));
    fc.assert(
      fc.property(fc.tuple(parts, parts), fc.array(parts, { maxLength: 2 }), (first, more) => {
        const reply = several(first[0], first[1], ...more);
        const { rich, plain } = forms(reply);
        expect(refusalOf(rich)).toBeNull();
        expect(refusalOf(plain)).toBeNull();
        expect([...pingsIn(rich), ...pingsIn(plain)]).toEqual([]);
        const headings = rich.blocks.filter((block) => JSON.stringify(block).includes('"bold":true'));
        expect(headings.length).toBe(2 + more.length);
      }),
      { numRuns: 200 },
    );
  });
});
