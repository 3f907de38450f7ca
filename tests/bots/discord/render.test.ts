import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/bots/discord/limits.ts';
import { renderReply } from '../../../src/bots/discord/render.ts';
import {
  NEAREST_HEADING,
  type Reply,
  SUGGESTIONS_HEADING,
  TOO_LONG_TO_SHOW,
} from '../../../src/bots/reply.ts';
import type { Quote } from '../../../src/knowledge/index.ts';
import { type Json, refusalOf, textDisplays } from '../../support/discord-server/payload.ts';
import { seen } from '../../support/discord-server/shown.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

/** The two forms as they are sent, each judged by the rules of Discord's that the server has. */
function forms(reply: Reply): { rich: Json; plain: Json } {
  const { components, content } = renderReply(reply);
  return { rich: { flags: 1 << 15, components }, plain: { flags: 4, content } };
}

const answer = (first: Quote, ...others: Quote[]): Reply & { kind: 'answer' } => ({
  kind: 'answer',
  answer: answeredWith([first, ...others]),
  notes: [],
});
const unanswered = (nearest: Quote[], suggestions: string[] = []): Reply & { kind: 'unanswered' } => ({
  kind: 'unanswered',
  sentence: 'The story does not say.',
  nearest,
  notes: [],
  suggestions,
});
/** How old a report is, which Discord words. */
const ageless = (text: string) => text.replace(/ · \d+ \w+ \d{4} at [\d:]+/g, '').replaceAll('\n\n', '\n');
const sizeOf = (message: Json) => textDisplays(message).join('').length;

const HOSTILE = [
  '@everyone @here <@123> <@!123> <@&456> <#789> </ask:1>',
  '<!channel> <script>alert(1)</script> & "quotes"',
  '`code` ```block``` **bold** __under__ ~~gone~~ ||hidden|| *a* _b_',
  '# heading',
  '-# small',
  '- item',
  '1. item',
  '>>> all of it',
  '[text](https://evil.example)',
  'https://example.com/a_b_c and <https://example.com>',
  '<:a:123> <a:b:123> :smile: <t:1618953630:R>',
  '\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u200B\u2060',
  '👩‍👩‍👧 🇩🇪 é e\u0301',
  'C:\\path\\ ends in \\',
  '¯\\_(ツ)_/¯',
  'a*b*c_d_e',
  '2*3 * 4',
];

describe('a reply in Discord', () => {
  it('has the quotation in a block quote, the emphasised words bold, the source below', () => {
    const quote = quoteOf({
      text: 'The motion passed by 11 votes to 4.',
      emphasis: [
        { start: 21, end: 23 },
        { start: 33, end: 34 },
      ],
      citation: { link: 'https://a.example/b#:~:text=x', updated: '2024-03-05', speaker: 'HALE' },
    });
    expect(renderReply(answer(quote))).toMatchInlineSnapshot(`
      {
        "components": [
          {
            "components": [
              {
                "content": "> The motion passed by **11** votes to **4**.
      -# HALE · The Post · [Council votes](<https://a.example/b#:~:text=x>) · 3 Mar 2024 · updated 5 Mar 2024 · <t:1709640000:R>",
                "type": 10,
              },
            ],
            "type": 17,
          },
        ],
        "content": "> The motion passed by **11** votes to **4**.
      -# HALE · The Post · [Council votes](<https://a.example/b#:~:text=x>) · 3 Mar 2024 · updated 5 Mar 2024 · <t:1709640000:R>",
      }
    `);
  });

  it('says how the next source differs, and names every outlet of a copy', () => {
    const also = [quoteOf({ citation: { outlet: '@everyone' } }).citation];
    const late = quoteOf({ text: 'It was 12 to 3.', citation: { published: '2024-03-04' }, newest: true });
    const reply = answer(quoteOf({ also }), late, quoteOf({ text: 'It passed.', relation: 'same' }));
    const difference = { kind: 'numbers', between: [0, 1], ordered: true } as const;
    for (const message of Object.values(forms({ ...reply, answer: { ...reply.answer, difference } }))) {
      expect(ageless(seen(message).text)).toBe(
        [
          'The motion passed by 11 votes to 4.',
          'The Post and @everyone · Council votes · 3 Mar 2024',
          'These sources give different numbers; the report of 4 Mar 2024 is the later.',
          'It was 12 to 3.',
          'The Post · Council votes · as of 4 Mar 2024, the newest',
          'Also:',
          'It passed.',
          'The Post · Council votes · 3 Mar 2024',
        ].join('\n'),
      );
      expect(seen(message).surprises).toEqual([]);
      expect(refusalOf(message)).toBeNull();
    }
  });

  it('marks the nearest sentences as such, and suggests', () => {
    const { rich } = forms(unanswered([quoteOf({ text: 'It rained.' })], ['When?', 'Why?']));
    expect(ageless(seen(rich).text)).toBe(
      `The story does not say.\n${NEAREST_HEADING}\nIt rained.\nThe Post · Council votes · 3 Mar 2024\n${SUGGESTIONS_HEADING}\nWhen?\nWhy?`,
    );
  });

  it.each(HOSTILE)('shows %j letter for letter, and Discord acts on none of it', (text) => {
    const whole = [{ start: 0, end: text.length }];
    for (const emphasis of [[], whole]) {
      const quote = quoteOf({ text, emphasis, citation: { headline: text, outlet: text, speaker: text } });
      for (const message of Object.values(forms(answer(quote)))) {
        expect(seen(message).quotes).toEqual([text]);
        expect(seen(message).surprises).toEqual([]);
        expect(refusalOf(message)).toBeNull();
      }
    }
  });

  it('shows a quotation that just fits, and one that does not is not cut but named with its source', () => {
    const bare = { citation: { outlet: 'P', headline: 'H', published: null } };
    const around = sizeOf(forms(answer(quoteOf({ text: 'x', ...bare }))).rich) - 1;
    const most = 'x'.repeat(LIMITS.componentText - around);
    expect(seen(forms(answer(quoteOf({ text: most, ...bare }))).rich).quotes).toEqual([most]);
    const { rich } = forms(answer(quoteOf({ text: `${most}x`, ...bare })));
    expect(seen(rich).text).toBe(`${TOO_LONG_TO_SHOW}\nP · H`);
  });

  it.each([10_000, 3_900, 1_990])('holds the limits with a sentence of %i characters', (length) => {
    const text = `*${'_'.repeat(length - 2)}.`;
    for (const reply of [answer(quoteOf({ text })), unanswered([quoteOf({ text })])]) {
      for (const message of Object.values(forms(reply))) expect(refusalOf(message)).toBeNull();
    }
  });

  it('leaves out further quotes whole, last first', () => {
    const quotes = Array.from({ length: 10 }, (_, index) => quoteOf({ text: `${index} ${'x'.repeat(900)}` }));
    const [first, ...others] = quotes;
    const { rich } = forms(answer(first ?? quoteOf({}), ...others));
    const shown = seen(rich).quotes;
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(quotes.slice(0, shown.length).map(({ text }) => text));
  });

  it('shortens a headline, and leaves a link out that is too long or none', () => {
    const headline = 'y'.repeat(3_000);
    const link = `https://a.example/${'z'.repeat(3_000)}`;
    const { rich } = forms(answer(quoteOf({ citation: { headline, link } })));
    expect(seen(rich).links).toEqual([]);
    expect(seen(rich).text).toMatch(/y…/);
    expect(seen(forms(answer(quoteOf({ citation: { link: 'javascript:alert(1)' } }))).rich).links).toEqual(
      [],
    );
  });

  it('links a headline without anything that would end the link early', () => {
    const link = 'https://a.example/x_(y)?q=<a>"b"#:~:text=It%20passed.';
    const [found = ''] = seen(forms(answer(quoteOf({ citation: { link } }))).rich).links;
    expect(found).not.toMatch(/[()<>"\s]/);
    expect(new URL(found).hostname).toBe('a.example');
  });

  it('puts a note of ours after the quotation, as it was written', () => {
    const note = 'The feed of “*Ferry* @everyone” has not been read yet: there may be newer news.';
    const shown = seen(
      forms({ ...answer(quoteOf({}), quoteOf({ text: 'It did pass.' })), notes: [note] }).rich,
    );
    expect(shown.text.indexOf(note)).toBeGreaterThan(shown.text.indexOf('11 votes'));
    expect(shown.text.indexOf(note)).toBeLessThan(shown.text.indexOf('It did pass.'));
  });

  it('holds every limit for any reply, and every quotation can be read back', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 }).map((some) => some.join(' ')),
      fc.integer({ min: 1, max: 4_500 }).map((length) => 'long '.repeat(length / 5 + 1).trim()),
    );
    const quotes = fc
      .tuple(texts, fc.array(fc.nat(80), { maxLength: 6 }), texts, fc.boolean())
      .map(([raw, cuts, headline, linked]) => {
        const text = raw.trim() || 'x';
        const sorted = [...new Set(cuts)].sort((a, b) => a - b).map((cut) => Math.min(cut, text.length));
        const emphasis = sorted.flatMap((start, at) => {
          const end = sorted[at + 1];
          return at % 2 === 0 && end !== undefined && end > start ? [{ start, end }] : [];
        });
        const link = linked ? 'https://a.example/#:~:text=x' : null;
        return quoteOf({ text, emphasis, citation: { headline, link } });
      });
    const one = /^[^\r\n\u2028\u2029]*$/;
    fc.assert(
      fc.property(
        quotes,
        fc.array(quotes, { maxLength: 4 }),
        fc.array(texts, { maxLength: 5 }),
        (first, more, asked) => {
          fc.pre([first, ...more].every(({ text }) => one.test(text) && !/\p{Surrogate}/u.test(text)));
          const replies = [answer(first, ...more), unanswered([first, ...more], asked)];
          for (const reply of replies.map((one) => ({ ...one, notes: asked }))) {
            for (const message of Object.values(forms(reply))) {
              expect(refusalOf(message)).toBeNull();
              expect(seen(message).surprises).toEqual([]);
              const all = [first, ...more].map(({ text }) => text);
              for (const quote of seen(message).quotes) expect(all).toContain(quote);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
