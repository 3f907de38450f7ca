import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { NEAREST_HEADING, type Reply, SUGGESTIONS_HEADING } from '../../../src/bots/reply.ts';
import { renderReply } from '../../../src/bots/web/render.ts';
import type { Answered, Quote } from '../../../src/knowledge/index.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

const ALL = { story: null };

function written(reply: Reply, of: { story: string | null } = ALL): string {
  return renderReply(reply, of).html;
}

function read(reply: Reply, of: { story: string | null } = ALL) {
  return parseHTML(`<!doctype html><html><body>${written(reply, of)}</body></html>`).document;
}

function answer(quotes: readonly [Quote, ...Quote[]], more: Partial<Answered> = {}): Reply {
  return { kind: 'answer', answer: { ...answeredWith(quotes), ...more }, notes: [] };
}

function unanswered(nearest: readonly Quote[], suggestions: readonly string[] = []): Reply {
  return { kind: 'unanswered', sentence: 'The story does not say.', nearest, notes: [], suggestions };
}

describe('an answer', () => {
  it('is a quotation with its source, in which the words that answer are strong', () => {
    const text = 'The motion passed by 11 votes to 4.';
    const quote = quoteOf({
      text,
      emphasis: [
        { start: 21, end: 23 },
        { start: 33, end: 34 },
      ],
      start: 12,
      end: 47,
      citation: {
        article: 'post 1',
        updated: '2024-03-05',
        url: 'https://post.example/vote',
        link: 'https://post.example/vote#:~:text=motion',
      },
    });
    const document = read(answer([quote]));
    const block = document.querySelector('blockquote');
    expect(block?.textContent).toBe(text);
    expect(block?.getAttribute('cite')).toBe('https://post.example/vote');
    expect([...document.querySelectorAll('strong')].map((each) => each.textContent)).toEqual(['11', '4']);
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/story/ferry-vote/post%201?at=12-47#quote',
      'https://post.example/vote#:~:text=motion',
    ]);
    expect([...document.querySelectorAll('time')].map((time) => time.getAttribute('datetime'))).toEqual([
      '2024-03-03',
      '2024-03-05',
    ]);
    expect(document.querySelector('figcaption')?.textContent?.replace(/\s+/g, ' ')).toContain(
      'The Post 3 Mar 2024 updated 5 Mar 2024 Council votes',
    );
  });

  it('names the outlet in the link to it, and says of a headline that nobody states where it leads', () => {
    const document = read(
      answer([
        quoteOf({ citation: { outlet: null, headline: null, published: null, link: 'https://a.example/' } }),
      ]),
    );
    expect(document.querySelector('.headline')?.textContent).toBe('read the article');
    expect(document.querySelector('.away')?.textContent).toMatch(/^Read at the source/);
    expect(document.querySelector('.source')?.textContent).toBe('outlet not stated');
  });

  it('keeps the sentences around it at hand, and shows no way to them where there are none', () => {
    const around = read(answer([quoteOf({ before: 'It was late.', after: 'They went home.' })]));
    expect(around.querySelector('details')?.textContent).toMatch(
      /More context\s+It was late\.\s.*They went home\./s,
    );
    expect(around.querySelector('details')?.hasAttribute('open')).toBe(false);
    expect(read(answer([quoteOf({})])).querySelector('details')).toBeNull();
  });

  it('is followed by the sources that say the same', () => {
    const document = read(
      answer([
        quoteOf({}),
        quoteOf({ text: 'It passed.', relation: 'same', citation: { outlet: 'Bay Radio' } }),
        quoteOf({ text: 'It went through.', relation: 'same', citation: { outlet: 'AP' } }),
      ]),
    );
    expect(document.querySelector('.also h2')?.textContent).toBe('Also:');
    expect(document.querySelectorAll('.also .sides > .quotation')).toHaveLength(2);
  });

  it('stands beside a source that differs, with the sentence that says how', () => {
    const earlier = quoteOf({ text: 'There are 14 cracks.', citation: { published: '2024-05-14' } });
    const later = quoteOf({
      text: 'There are 23 cracks.',
      relation: 'other-number',
      citation: { published: '2024-05-17' },
    });
    const difference = { kind: 'numbers', between: [0, 1], ordered: true } as const;
    const document = read(answer([earlier, later], { difference }));
    expect(document.querySelectorAll('.differing > .quotation.lead')).toHaveLength(2);
    expect(document.querySelector('.differs')?.textContent).toBe(
      'These sources give different numbers; the report of 17 May 2024 is the later.',
    );
    expect(document.querySelector('.also')).toBeNull();
  });

  it('carries the notes that belong beside it', () => {
    const reply: Reply = {
      kind: 'answer',
      answer: answeredWith([quoteOf({})]),
      notes: ['The feed of “A & B” has not been read yet: there may be newer news.'],
    };
    expect(read(reply).querySelector('.note')?.textContent).toContain('“A & B”');
  });
});

describe('what is not answered', () => {
  const near = quoteOf({ text: 'The chair spoke.', emphasis: [{ start: 4, end: 9 }], before: 'It rained.' });

  it('says so first, and shows the nearest sentences as such, never as an answer', () => {
    const document = read(unanswered([near]));
    expect(document.body.firstElementChild?.textContent).toBe('The story does not say.');
    expect(document.querySelector('.near h2')?.textContent).toBe(NEAREST_HEADING);
    expect(document.querySelectorAll('strong, b, .lead, details')).toHaveLength(0);
    expect(document.querySelector('.quotation.near blockquote')?.textContent).toBe('The chair spoke.');
  });

  it('offers questions, asked of the same story', () => {
    const document = read(unanswered([], ['Who spoke?', 'And when & where?']), { story: 'ferry-vote' });
    expect(document.querySelector('.suggested h2')?.textContent).toBe(SUGGESTIONS_HEADING);
    expect([...document.querySelectorAll('.questions a')].map((link) => link.getAttribute('href'))).toEqual([
      '/?q=Who+spoke%3F&story=ferry-vote',
      '/?q=And+when+%26+where%3F&story=ferry-vote',
    ]);
  });

  it('has no heading over nothing', () => {
    expect(read(unanswered([])).querySelectorAll('h2, h3, ul, section')).toHaveLength(0);
  });
});

describe('several questions', () => {
  it('are each answered under the question, with headings below it', () => {
    const several: Reply = {
      kind: 'several',
      parts: [
        { question: 'Who?', reply: { kind: 'answer', answer: answeredWith([quoteOf({})]), notes: [] } },
        {
          question: 'When?',
          reply: {
            kind: 'unanswered',
            sentence: 'The story does not say.',
            nearest: [quoteOf({})],
            notes: [],
            suggestions: [],
          },
        },
        { question: null, reply: { kind: 'notice', sentence: 'I answered the first 3.', suggestions: [] } },
      ],
    };
    const document = read(several);
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'Who?',
      'When?',
    ]);
    expect(document.querySelector('h3')?.textContent).toBe(NEAREST_HEADING);
    expect(document.querySelectorAll('section.part')).toHaveLength(3);
  });
});

describe('an answer that the article no longer gives', () => {
  it('is struck', () => {
    const document = read({
      kind: 'gone',
      texts: ['It passed.'],
      sentence: 'The article no longer says this.',
    });
    expect(document.querySelector('s')?.textContent).toBe('It passed.');
    expect(document.querySelector('.verdict')?.textContent).toBe('The article no longer says this.');
  });
});
