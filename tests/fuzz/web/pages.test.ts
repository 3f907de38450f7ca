import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bots/reply.ts';
import { answerBody } from '../../../src/bots/web/pages/answer.ts';
import { articlePage } from '../../../src/bots/web/pages/article.ts';
import { homeBody } from '../../../src/bots/web/pages/home.ts';
import { storyPage } from '../../../src/bots/web/pages/story.ts';
import { renderReply } from '../../../src/bots/web/render.ts';
import type { Article, Story } from '../../../src/knowledge/index.ts';
import { holds } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { repliesWith } from '../support/replies.ts';
import { harmless, schemesIn, structureOf, texts } from './structure.ts';

/** Addresses as they would stand in a library that nobody has checked. */
const ADDRESSES = ['https://post.example/x#:~:text=', 'javascript:alert(1)//', 'data:text/html,', 'java\tscript:', '\u0001javascript:', 'vbscript:', '//evil.example/']; // biome-ignore format: one list

describe('a reply on the page', () => {
  it('has no element and no attribute that comes from a text, and leads to the web only', () => {
    holds(
      fc.tuple(texts, fc.constantFrom(...ADDRESSES)),
      ([each, address]) => {
        const plain = repliesWith(harmless(each), address);
        repliesWith(each, address).forEach((reply, at) => {
          const { html } = renderReply(reply, { story: each[0] ?? null });
          const same = plain[at] ?? reply;
          expect(structureOf(html)).toEqual(structureOf(renderReply(same, { story: 'x' }).html));
          for (const scheme of schemesIn(html)) expect(scheme).toMatch(/^https?:$/);
        });
      },
      { share: 0.1 },
    );
  });

  it('reads back to the very texts', () => {
    holds(hostileText(), (text) => {
      const { html } = renderReply({ kind: 'gone', texts: [text], sentence: text }, { story: null });
      const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
      expect(document.querySelector('s')?.textContent).toBe(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
      expect(document.querySelector('.verdict')?.textContent).toBe(text);
    });
  });
});

function storyWith(
  [a = '', b = '', c = '', d = '', e = '', f = '']: readonly string[],
  address: string,
): Story {
  const article: Article = {
    story: 'ferry', id: `x${a}`, outlet: b, headline: c, byline: d, published: '2026-03-02', updated: null,
    url: `${address}${e}`, kind: 'report', language: 'en', body: `The ferry runs. ${f.replace(/\s+/g, ' ')}`,
  }; // biome-ignore format: a list of fields
  return {
    slug: 'ferry',
    title: a,
    aliases: [b],
    questions: [c, d],
    articles: [article, { ...article, id: `y${e}` }],
  } as unknown as Story;
}

describe('a page', () => {
  it('has no element and no attribute that comes from a story, an article or a question', () => {
    holds(
      fc.tuple(texts, fc.constantFrom(...ADDRESSES)),
      ([each, address]) => {
        const pagesOf = (those: readonly string[], question: string) => {
          const story = storyWith(those, address);
          const [article] = story.articles;
          if (article === undefined) throw new Error('there is an article');
          const earlier = [{ question, quoted: null }];
          const asking = { text: question, story: 'ferry', earlier };
          const reply: Reply = { kind: 'notice', sentence: 'No.', suggestions: [] };
          return [
            storyPage(story),
            articlePage(story, article, { start: 0, end: 3 }),
            homeBody({ stories: [story, story], story, local: true }),
            answerBody({ asking, reply, turns: earlier, story }),
          ];
        };
        const plain = pagesOf(harmless(each), 'x');
        pagesOf(each, `x${each[7]}`).forEach(({ html }, at) => {
          expect(structureOf(html)).toEqual(structureOf(plain[at]?.html ?? ''));
          for (const scheme of schemesIn(html)) expect(scheme).toMatch(/^https?:$/);
        });
      },
      {
        share: 0.1,
        // The name of a file that is no whole character, which cannot be escaped in an address.
        kept: [[['\ud800 \udc00 x\ud83d', '', '', '', '', '', '', ''], 'https://post.example/x']],
      },
    );
  });
});
