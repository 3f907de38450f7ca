import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bots/reply.ts';
import { renderReply } from '../../../src/bots/terminal/render.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

const PLAIN = { bold: false, width: null };

const answer = (text: string, emphasis: { start: number; end: number }[] = []): Reply => ({
  kind: 'answer',
  answer: answeredWith([quoteOf({ text, emphasis })]),
  notes: [],
});

describe('a reply in the terminal', () => {
  it('has the quotation behind a bar, its source below', () => {
    expect(renderReply(answer('It was 11 to 4.'), PLAIN)).toBe(
      '│ It was 11 to 4.\n  The Post · Council votes · 3 Mar 2024',
    );
  });

  it('has a note of ours between the quotation and other sources', () => {
    const reply = { ...answer('It was 11 to 4.'), notes: ['There may be newer news.'] };
    expect(renderReply(reply, PLAIN)).toBe(
      '│ It was 11 to 4.\n  The Post · Council votes · 3 Mar 2024\n\nThere may be newer news.',
    );
  });

  it('makes the emphasised words bold and nothing else', () => {
    const written = renderReply(answer('It was 11 to 4.', [{ start: 7, end: 9 }]), {
      bold: true,
      width: null,
    });
    expect(written).toContain('│ It was \u001b[1m11\u001b[22m to 4.');
  });

  it('uses no escape code where none is wanted', () => {
    expect(renderReply(answer('It was 11 to 4.', [{ start: 7, end: 9 }]), PLAIN)).not.toContain('\u001b');
  });

  it('breaks no line for another program, and wraps for a person', () => {
    const long = 'word '.repeat(100).trim();
    expect(renderReply(answer(long), PLAIN).split('\n')).toHaveLength(2);
    const wrapped = renderReply(answer(long), { bold: false, width: 60 }).split('\n');
    expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('lets no control character of an article act on the terminal', () => {
    const written = renderReply(answer('red \u001b[31malert\u0007\u009b2J \u0000end'), PLAIN);
    expect(written).toContain('red [31malert2J end');
  });

  it('shows a quotation letter for letter, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
        expect(renderReply(answer(text), PLAIN).split('\n')[0]).toBe(`│ ${text}`);
      }),
    );
  });
});
