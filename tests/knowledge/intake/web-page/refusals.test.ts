import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../../src/knowledge/intake/intake-error.ts';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { article, HEADLINE, jsonLd, page, paragraphs, STORY } from './pages.ts';

function refusal(html: string, address = 'https://courier.example/x'): IntakeError {
  try {
    readWebPage(html, address);
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
  throw new Error('an article was found');
}

const TEASERS = Array.from({ length: 12 }, (_, at) => ({
  title: `Story number ${at} from the harbour`,
  text: STORY[at % 6],
}));

describe('a page without an article', () => {
  it.each([
    ['nothing', ''],
    ['an empty body', '<html><head></head><body></body></html>'],
    ['a word', 'hello'],
    [
      'a front page',
      page({
        head: '<title>Courier</title>',
        body: `<main>${TEASERS.map(({ title, text }) => `<div><h2><a href="/s">${title}</a></h2><p>${text}</p></div>`).join('')}</main>`,
      }),
    ],
    [
      'a front page of links',
      page({
        head: '<title>Courier</title>',
        body: TEASERS.map(({ title, text }) => `<a href="/s"><h3>${title}</h3><p>${text}</p></a>`).join(''),
      }),
    ],
    [
      'a section',
      page({
        head: '<title>News</title>',
        body: `<ul>${TEASERS.map(({ title }) => `<li><a href="/s">${title}</a></li>`).join('')}</ul>`,
      }),
    ],
    [
      'a login',
      '<title>Log in</title><h1>Log in</h1><p>Log in to your account to go on reading all the stories of the paper on every device.</p><p>Forgot your password? We will send you a link by email so that you can choose another.</p>',
    ],
    [
      'an error',
      '<title>Courier</title><h2>Sorry</h2><p>The page you are looking for does not exist any more, or perhaps it never did, which also happens.</p><p>Here are some of the places where you could go next if you want to read on today.</p>',
    ],
    [
      'a check for machines',
      '<title>Just a moment...</title><p>Checking your browser before you are let in. This process is automatic and your browser will be sent on shortly.</p><p>Please enable JavaScript and cookies, and wait for some five seconds until it is done.</p>',
    ],
    [
      'a cookie notice',
      `<title>Courier</title><div>${'<p>We use cookies, and our 812 partners store information on your device to show ads.</p>'.repeat(5)}</div>`,
    ],
  ])('is refused in one sentence: %s', (_name, html) => {
    const { code, message } = refusal(html);
    expect(code).toBe('no-article');
    expect(message).toMatch(/^[^.]+\.$/);
  });

  it('is not one about cookies', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: HEADLINE });
    const texts = ['We use cookies to lure gulls, said the baker.', ...STORY];
    expect(readWebPage(page({ head, body: article(paragraphs(texts)) }), null).paragraphs).toEqual(texts);
  });
});

describe('a hostile page', () => {
  it.each([
    ['nested without end', '<div>'.repeat(50_000)],
    ['nested deeply around much', `${'<div>'.repeat(590)}${paragraphs().repeat(3000)}`],
    ['of a million brackets', '<'.repeat(1_000_000)],
    ['of too many elements', '<p>x</p>'.repeat(60_000)],
  ])('is refused before it is read: %s', (_name, html) => {
    expect(refusal(html).code).toBe('too-large');
  });

  it.each([
    ['an attribute that never ends', `<p class="${'x'.repeat(500_000)}`],
    ['JSON-LD nested without end', page({ head: jsonLd('{"mainEntity":'.repeat(50_000)), body: 'x' })],
    ['JSON-LD of strings that never end', page({ head: jsonLd('"\\'.repeat(100_000)), body: 'x' })],
    ['entities', '&'.repeat(100_000)],
  ])('is refused, and nothing worse: %s', (_name, html) => {
    expect(refusal(html).code).toBe('no-article');
  });

  it('of five megabytes is read', { timeout: 60_000 }, () => {
    const draft = readWebPage(page({ body: article(paragraphs([STORY.join(' ')]).repeat(8_300)) }), null);
    expect(draft.paragraphs.length).toBe(8_300);
  });

  it('throws nothing but an IntakeError', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '</',
        'p',
        'div',
        'table',
        'tr',
        'svg',
        'html',
        'body',
        'head',
        'template',
        'br/',
        '!--',
        '-->',
      ],
      ...[
        ' class="promo"',
        ' href="//"',
        ' style="display:none"',
        '&#0;',
        '"',
        '\0',
        '\u{F0000}',
        STORY[0] ?? '',
      ],
      ...[
        '<script type="application/ld+json">',
        '</script>',
        '{"@type":"NewsArticle","author":',
        '<meta name="date" content="',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          readWebPage(pieces.join(''), 'not an address');
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
