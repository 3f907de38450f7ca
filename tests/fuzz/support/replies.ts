import type { Reply } from '../../../src/bots/reply.ts';
import type { Quote } from '../../../src/knowledge/index.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

/**
 * @param texts eight of them
 * @param address what the address of each article begins with
 * @returns every kind of reply, with these texts in every place where others write
 */
export function repliesWith(
  [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '']: readonly string[],
  address: string,
): readonly Reply[] {
  const citation = {
    outlet: a,
    headline: b,
    speaker: c,
    article: d,
    story: e,
    url: `${address}${f}`,
    link: `${address}${f}`,
  };
  const quote = (text: string, more: Partial<Quote> = {}) =>
    quoteOf({ text, before: g, after: h, emphasis: [{ start: 0, end: 1 }], ...more, citation });
  const single = [
    {
      kind: 'answer',
      answer: answeredWith([quote(`q${a}`), quote(`q${b}`, { relation: 'same' })]),
      notes: [c],
    },
    { kind: 'unanswered', sentence: d, nearest: [quote(`q${e}`)], notes: [f], suggestions: [g] },
    { kind: 'gone', texts: [a, b], sentence: c },
    { kind: 'notice', sentence: d, suggestions: [e] },
  ] as const satisfies readonly Reply[];
  return [
    ...single,
    {
      kind: 'several',
      parts: [
        { question: f, reply: single[0] },
        { question: null, reply: single[1] },
      ],
    },
  ];
}
