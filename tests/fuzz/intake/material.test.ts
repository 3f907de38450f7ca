import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/knowledge/intake/index.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';
import { expectPlain, letters, type Made, readAs, refusedAs, STORY, standsIn, withStory } from './pieces.ts';

describe('any bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    hostileText(4).map((text) => Buffer.from(text)),
    hostileText(4).map((text) => Buffer.from(text, 'utf16le')),
    fc
      .constantFrom('\xEF\xBB\xBF', '\xFF\xFE', '\xFE\xFF', '\x00\x00\xFE\xFF', '+/v8', '\x1B$)C', '\xC0\x80')
      .map((mark) => Buffer.from(mark, 'latin1')),
    fc
      .constantFrom(
        'utf-7',
        'utf-32',
        'replacement',
        'x-user-defined',
        'iso-2022-kr',
        'iso-2022-jp',
        'gb18030',
        'big5',
      )
      .map((label) => Buffer.from(`<meta charset="${label}">`)),
  );
  const label = fc.oneof(
    fc.constantFrom(null, 'utf-7', 'UTF-16', 'x-user-defined', 'replacement', 'hz-gb-2312', 'windows-1252'),
    fc.string({ maxLength: 12 }),
  );

  it('are text or are refused, whatever encoding they are said to have', () => {
    holds(fc.tuple(fc.array(piece, { maxLength: 8 }).map(Buffer.concat), label), ([bytes, charset]) => {
      const contentType = charset === null ? null : `text/html; charset=${charset}`;
      const text = refusedAs(() => decode(bytes, { contentType }));
      if (text !== null) expect(text).not.toMatch(/\p{Surrogate}/u);
    });
  });
});

describe('any text', () => {
  const wire: fc.Arbitrary<Made> = withStory((sentence) => sentence).map((text) => ({
    text,
    name: 'copy.txt',
    contentType: null,
  }));
  const transcript: fc.Arbitrary<Made> = fc
    .array(fc.tuple(fc.constantFrom('ANN PELL', 'MR. OKAFOR', 'Q', ''), hostileText(5)), { maxLength: 8 })
    .map((turns) => turns.map(([name, said]) => `${name}: ${said}`).join('\n\n'))
    .map((text) => ({ text, name: 'talk.txt', contentType: null }));

  it('becomes paragraphs of its own letters, or is refused', () => {
    holds(fc.oneof(wire, transcript), (made) => {
      const draft = readAs(made);
      if (draft === null) return;
      expectPlain(draft);
      const source = letters(decode(Buffer.from(made.text)));
      for (const paragraph of draft.paragraphs) {
        expect(standsIn(letters(paragraph.replace(/^[^:]+: /, '')), source)).toBe(true);
      }
    });
  });

  it('is read in time, however often a piece of it is repeated', () => {
    const names = fc.constantFrom('copy.txt', 'copy.md', 'copy.html');
    holds(
      fc.tuple(pumpedText(20_000), names),
      ([text, name]) => {
        const draft = readAs({ text: `${text}\n\n${STORY.join('\n\n')}`, name, contentType: null });
        if (draft !== null) expectPlain(draft);
      },
      { share: 0.1 },
    );
  });
});

describe('any Markdown', () => {
  const field = fc.tuple(
    fc.constantFrom(
      'headline',
      'outlet',
      'byline',
      'published',
      'url',
      'kind',
      'title',
      'tags',
      '__proto__',
      'constructor',
    ),
    fc.oneof(
      hostileText(3).map((text) => JSON.stringify(text)),
      hostileText(3),
      fc.constantFrom(
        '"\\e[31m\\nx"',
        '"\\ud800"',
        '!!binary aGk=',
        '&a [*a]',
        '*a',
        '>\n  x',
        '[a, [b, {c: d}]]',
        'https://a.example/\\e',
      ),
    ),
  );
  const made = fc
    .tuple(
      fc.array(field, { maxLength: 4 }),
      withStory((sentence) => sentence),
      fc.boolean(),
    )
    .map(([fields, body, closed]) => {
      const lines = fields.map(([name, value]) => `${name}: ${value}\n`).join('');
      return { text: `---\n${lines}${closed ? '---\n' : ''}\n${body}`, name: 'copy.md', contentType: null };
    });

  it('becomes an article with fields of one line each, or is refused', () => {
    holds(
      made,
      (text) => {
        const draft = readAs(text);
        if (draft !== null) expectPlain(draft);
      },
      {
        kept: [
          // YAML wrote what Markdown cannot: the headline commanded the terminal of whoever added it.
          { text: `---\nheadline: "a\\e[31m\\nb"\n---\n\n${STORY[0]}`, name: 'copy.md', contentType: null },
          // The complaint quoted half of a character.
          { text: `---\nheadline: "\\\u{10000}"\n---\n\n${STORY[0]}`, name: 'copy.md', contentType: null },
        ],
      },
    );
  });
});

describe('any page', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'b',
    'a',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'h1',
    'figure',
    'figcaption',
    'blockquote',
    'br',
    'svg',
    'math',
    'template',
    'noscript',
    'plaintext',
    'textarea',
    'select',
    'x-y',
    'title',
    'xmp',
  );
  const attribute = fc.constantFrom(
    '',
    ' hidden',
    ' aria-hidden="true"',
    ' class="byline caption ad"',
    ' style="display:none"',
    ' STYLE=";;"',
    ' itemprop="headline author"',
    ' href="javascript:alert(1)"',
    ' __proto__="x"',
    ' a a a',
    ' id="',
    ' class=sr-only',
  );
  const text = fc.oneof(fc.constantFrom(...STORY), hostileText(3));
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
      text,
      fc
        .tuple(tag, attribute, fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
        .map(
          ([name, stated, inner, closed]) =>
            `<${name}${stated}>${inner.join('')}${closed ? `</${name}>` : ''}`,
        ),
    ),
  }));
  const data = fc.json({ maxDepth: 3 }).map((json) => `<script type="application/ld+json">${json}</script>`);
  const known = fc
    .tuple(hostileText(3), hostileText(3), fc.constantFrom('2021-11-29', '+275760-09-13', '-1', '0000-00-00'))
    .map(([headline, name, datePublished]) =>
      JSON.stringify({ '@type': 'NewsArticle', headline, author: { name }, datePublished }).replaceAll(
        '<',
        '\\u003c',
      ),
    )
    .map((json) => `<script type="application/ld+json">${json}</script>`);
  const head = fc.oneof(
    data,
    known,
    hostileText(2).map((value) => `<title>${value}</title><base href="${value}">`),
  );

  it('becomes plain lines, or is refused', () => {
    holds(
      fc.tuple(head, fc.array(node, { maxLength: 5 })),
      ([top, parts]) => {
        const html = `<html><head>${top}</head><body>${STORY.map((line) => `<p>${line}</p>`).join('')}${parts.join('')}</body></html>`;
        const draft = readAs({ text: html, name: 'page.html', contentType: null }, 'https://a.example/pier');
        if (draft !== null) expectPlain(draft);
      },
      { share: 0.5 },
    );
  });
});
