import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/bots/discord/render.ts';
import { type Reply, type ReplyPart, TOO_LONG_TO_SHOW } from '../../../src/bots/reply.ts';
import { type Json, refusalOf, textDisplays } from '../../support/discord-server/payload.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

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
const forms = (reply: Reply): { rich: Json; plain: Json } => {
  const { components, content } = renderReply(reply);
  return { rich: { flags: 1 << 15, components }, plain: { flags: 4, content } };
};

describe('the answers to several questions, in Discord', () => {
  it('stand in one message, each under its question in bold', () => {
    const { components, content } = renderReply(several(part('who won?', 'Hale won.'), NO));
    expect(components).toHaveLength(1);
    expect(content).toMatch(/^\*\*who won\?\*\*\n> Hale won\./);
    expect(content).toContain('**why?**\nThe story does not say.');
    expect(content).toContain('- Who won?');
  });

  it('all find room: a quotation that is too long for its share gives way to where it can be read', () => {
    const long = 'word '.repeat(500).trim();
    const reply = several(part('a?', long), part('b?', 'Hale won.'), NO);
    const rich = textDisplays(forms(reply).rich).join('\n');
    for (const text of [rich, renderReply(reply).content]) {
      expect(text).toContain(`**a?**\n${TOO_LONG_TO_SHOW}`);
      expect(text).toContain('> Hale won.');
      expect(text).toContain('**why?**');
    }
  });

  it('are within every limit, and leave no question out', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.constantFrom('*@everyone*_~|', '<@1>'.repeat(200), 'word '.repeat(900)),
    );
    const parts = fc
      .tuple(texts, texts, texts, fc.nat(3_000))
      .map(([question, text, headline, more]) => part(`q${question}?`, text, headline, more));
    fc.assert(
      fc.property(fc.tuple(parts, parts), fc.array(parts, { maxLength: 2 }), (first, more) => {
        const { rich, plain } = forms(several(first[0], first[1], ...more));
        expect(refusalOf(rich)).toBeNull();
        expect(refusalOf(plain)).toBeNull();
        const shown = textDisplays(rich).join('\n');
        expect(shown.match(/^\*\*q/gm)?.length).toBe(2 + more.length);
        expect((plain as { content: string }).content.match(/^\*\*q/gm)?.length).toBe(2 + more.length);
      }),
      { numRuns: 200 },
    );
  });
});
