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

  it('has each of several questions in bold above its answer', () => {
    const second = { question: 'why?', reply: { kind: 'notice', sentence: 'No.', suggestions: [] } } as const;
    const single = answer('It was 11 to 4.');
    if (single.kind === 'several') throw new Error('it is one');
    const parts = [{ question: 'what was the count', reply: single }, second] as const;
    expect(renderReply({ kind: 'several', parts }, { bold: true, width: null })).toMatch(
      /^\u001b\[1mwhat was the count\u001b\[22m\n│ It was 11 to 4\.\n[^\n]+\n\n\u001b\[1mwhy\?\u001b\[22m\nNo\.$/,
    );
  });

  it('has a note of ours between the quotation and other sources', () => {
    const reply = { ...answer('It was 11 to 4.'), notes: ['There may be newer news.'] };
    expect(renderReply(reply, PLAIN)).toBe(
      '│ It was 11 to 4.\n  The Post · Council votes · 3 Mar 2024\n\nThere may be newer news.',
    );
  });

  it('says in a sentence of ours how the next source differs, before what says the same', () => {
    const late = quoteOf({ text: 'It was 12 to 3.', citation: { published: '2024-03-04' }, newest: true });
    const same = quoteOf({ text: 'Eleven won.', relation: 'same', citation: { published: null } });
    const quotes = [quoteOf({ text: 'It was 11 to 4.' }), late, same] as const;
    const difference = { kind: 'numbers', between: [0, 1], ordered: true } as const;
    const reply: Reply = { kind: 'answer', answer: { ...answeredWith(quotes), difference }, notes: [] };
    expect(renderReply(reply, PLAIN)).toBe(
      [
        '│ It was 11 to 4.',
        '  The Post · Council votes · 3 Mar 2024',
        '',
        'These sources give different numbers; the report of 4 Mar 2024 is the later.',
        '│ It was 12 to 3.',
        '  The Post · Council votes · as of 4 Mar 2024, the newest',
        '',
        'Also:',
        '│ Eleven won.',
        '  The Post · Council votes',
      ].join('\n'),
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
