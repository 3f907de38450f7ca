import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../preview/discord/markdown.ts';
import { escaped } from '../../../src/bots/discord/rendering/markdown.ts';
import { MARKDOWN } from './shapes.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const known = { names: { 1: 'Ines Varga', 3: 'quay' }, now: NOW };
const html = (text: string) => markdown(text, known).html;
const within = (text: string) => html(text).replace(/^<div class="paragraph">(.*)<\/div>$/s, '$1');
const ago = (ms: number) => `<t:${(NOW - ms) / 1000}:R>`;
const DAY = 86_400_000;

describe('Markdown within a line', () => {
  it.each([
    ['**bold** and *italic* and _italic_', '<strong>bold</strong> and <em>italic</em> and <em>italic</em>'],
    ['__under__ and ~~struck~~', '<u>under</u> and <s>struck</s>'],
    ['||hidden||', '<span class="spoiler">hidden</span>'],
    ['***both***', '<em><strong>both</strong></em>'],
    ['**a\\*\\*b**', '<strong>a**b</strong>'],
    ['a_snake_case 2 * 3 * 4', 'a_snake_case 2 * 3 * 4'],
    ['\\*no\\* \\_no\\_ \\<@1> \\[no]', '*no* _no_ &#60;@1&#62; [no]'],
    ['`a **b** c` and ``a`b``', '<code>a **b** c</code> and <code>a`b</code>'],
    ['one\ntwo', 'one<br>two'],
    ['<@1> or <@&2>', '<span class="mention">@Ines Varga</span> or <span class="mention">@2</span>'],
    ['<#3>', '<span class="mention"># quay</span>'],
    ['@everyone', '<span class="mention">@everyone</span>'],
    ['\\@everyone', '@everyone'],
    ['https://discord.com/channels/9/3/8', '<span class="mention"># quay › message</span>'],
    ['<t:1734000000:D> <t:1734000000:t>', '<time>December 12, 2024</time> <time>10:40 AM</time>'],
    ['<t:99999999999999:R>', '&#60;t:99999999999999:R&#62;'],
  ])('shows %j', (text, shown) => {
    expect(within(text)).toBe(shown);
  });

  it.each([
    [20_000, '20 seconds ago'],
    [60_000, 'a minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [DAY, 'a day ago'],
    [20 * DAY, '20 days ago'],
    [31 * DAY, 'a month ago'],
    [300 * DAY, '10 months ago'],
    [365 * DAY, 'a year ago'],
    [1_600 * DAY, '4 years ago'],
    [-40_000, 'in 40 seconds'],
  ])('words how long ago %i ms are', (ms, words) => {
    expect(within(ago(ms))).toBe(`<time>${words}</time>`);
  });

  it('links what is labelled and what is bare', () => {
    const link = (label: string) =>
      `<a href="https://gull.example/?a=1&#38;b=2" rel="noreferrer noopener">${label}</a>`;
    const url = 'https://gull.example/?a=1&b=2';
    expect(within(`[The **lamp**](<${url}>)`)).toBe(link('The <strong>lamp</strong>'));
    expect(within(`[The lamp](${url}).`)).toBe(`${link('The lamp')}.`);
    expect(within(`see ${url}, now`)).toBe(`see ${link('https://gull.example/?a=1&#38;b=2')}, now`);
    expect(within('[press](javascript:alert(1))')).not.toContain('<a');
  });
});

describe('Markdown of lines', () => {
  it.each([
    [
      '> said\n> twice\nthen',
      /^<blockquote>.*said<br>twice.*<\/blockquote><div class="paragraph">then<\/div>$/,
    ],
    ['first\n>>> said\n\nall', /first.*<blockquote>.*said<br><br>all.*<\/blockquote>$/],
    ['>no quote', /^<div class="paragraph">&#62;no quote<\/div>$/],
    ['-# small', /^<small>small<\/small>$/],
    ['\\-# not small', /-# not small/],
    ['# A\n## B\n### C', /^<h1>A<\/h1><h2>B<\/h2><h3>C<\/h3>$/],
    ['#no heading', /^<div class="paragraph">#no heading<\/div>$/],
    ['- a\n  - b', /^<ul><li class="level-0">a<\/li><li class="level-1">b<\/li><\/ul>$/],
    ['- a\n1. b', /^<ul><li class="level-0">a<\/li><\/ul><ol start="1"><li class="level-0">b<\/li><\/ol>$/],
    ['3. c\n4. d', /^<ol start="3"><li class="level-0">c<\/li>/],
    ['```js\n**as is**\n```', /<pre><code>\*\*as is\*\*<\/code><\/pre>/],
  ])('shows %j', (text, shown) => {
    expect(html(text)).toMatch(shown);
  });

  it('shows all there is at once', () => {
    expect(html(MARKDOWN)).not.toMatch(/undefined|\*\*|\[Lit\]/);
  });
});

describe('whatever a message holds', () => {
  const piece = fc.constantFrom(
    ...['<', '>', '"', "'", '&', '|', '*', '_', '~', '`', '```', '\n', '# ', '-# ', '> ', '- ', '1. '],
    ...['[', '](', ')', '<@1>', '@everyone', '<t:1:R>', '\\', 'script', 'a', ' ', 'https://x.example'],
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('leaves no markup of its own in the page', () => {
    const ours =
      /<\/?(?:strong|em|s|u|code|pre|blockquote|br|a|span|div|small|h1|h2|h3|ul|ol|li|time)(?: (?:class|href|rel|start)="[^"<>]*")*>/g;
    fc.assert(
      fc.property(texts, (text) => {
        expect(html(text).replace(ours, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('shows escaped text letter for letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = text.replace(/https:\/\/|\s+/g, ' ').trim();
        const read = html(escaped(words))
          .replace(/<[^>]*>/g, '')
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        expect(read).toBe(words);
      }),
    );
  });
});
