import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bots/reply.ts';
import { renderReply } from '../../../src/bots/web/render.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';
import { activeIn } from './shown-page.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</blockquote></figure></main><style>*{display:none}</style>',
  '&lt;b&gt; &amp; &#60;i&#62;',
  '<!-- --><![CDATA[ ]]>',
  'javascript:alert(1)',
  '\u202Eright to left\u202C \u2066isolated',
  'line\u2028separator\u2029paragraph',
  '\uD800 half \uDC00',
  'x'.repeat(1_000),
];

describe('what others wrote', () => {
  it.each(HOSTILE)('stands in the page letter for letter, and does nothing: %j', (text) => {
    const citation = { outlet: text, headline: text, speaker: text, article: text, story: text };
    const quote = quoteOf({ text, before: text, after: text, emphasis: [{ start: 0, end: 3 }], citation });
    const replies: readonly Reply[] = [
      {
        kind: 'answer',
        answer: answeredWith([quote, quoteOf({ text, relation: 'same', citation })]),
        notes: [text],
      },
      {
        kind: 'unanswered',
        sentence: 'The story does not say.',
        nearest: [quote],
        notes: [],
        suggestions: [text],
      },
      { kind: 'gone', texts: [text], sentence: 'The article no longer says this.' },
      { kind: 'notice', sentence: text, suggestions: [text] },
      {
        kind: 'several',
        parts: [{ question: text, reply: { kind: 'notice', sentence: 'No.', suggestions: [text] } }],
      },
    ];
    for (const reply of replies) {
      const page = `<!doctype html><html><body>${renderReply(reply, { story: text }).html}</body></html>`;
      const { document } = parseHTML(page);
      const expected = text.replace(/\p{Surrogate}/gu, '\uFFFD');
      expect(document.body.textContent).toContain(expected);
      expect(activeIn(page)).toEqual([]);
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^\//);
    }
  });

  it('turns nothing around it: every text of theirs is isolated', () => {
    const rtl = '\u202Eתכתב';
    const quote = quoteOf({ text: rtl, citation: { outlet: rtl, headline: rtl, speaker: rtl } });
    const reply: Reply = { kind: 'answer', answer: answeredWith([quote]), notes: [] };
    const { document } = parseHTML(`<html><body>${renderReply(reply, { story: null }).html}</body></html>`);
    for (const selector of ['.outlet', '.headline bdi', '.speaker bdi']) {
      expect(document.querySelector(selector)?.tagName).toBe('BDI');
    }
    expect(document.querySelector('blockquote p')?.getAttribute('dir')).toBe('auto');
  });
});
