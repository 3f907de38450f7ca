import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrkdwn, plainText } from '../../../preview/slack/mrkdwn.ts';

const NAMES = { U1: 'Ines Varga', C1: 'quay' };
const html = (text: string) => mrkdwn(text, NAMES).html;

describe('mrkdwn', () => {
  it.each([
    ['*bold* and _italic_ and ~struck~', '<strong>bold</strong> and <em>italic</em> and <s>struck</s>'],
    ['*_both_*', '<strong><em>both</em></strong>'],
    ['`a *b* c`', '<code>a *b* c</code>'],
    ['a_snake_case 2 * 3 * 4', 'a_snake_case 2 * 3 * 4'],
    ['* no * _ no _', '* no * _ no _'],
    ['one\ntwo', 'one<br>two'],
    ['a &amp; b &lt;i&gt;', 'a &#38; b &#60;i&#62;'],
    ['&amp;lt;', '&#38;lt;'],
    [
      '<@U1> in <#C1> or <#C9|dock>',
      '<span class="mention">@Ines Varga</span> in <span class="mention">#quay</span> or <span class="mention">#dock</span>',
    ],
    ['<!here>', '<span class="mention">@here</span>'],
    ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['```\n*as is*\n```', '<pre>*as is*</pre>'],
    ['&gt; said\n&gt; twice\nthen', '<blockquote>said<br>twice</blockquote>then'],
  ])('shows %j', (text, shown) => {
    expect(html(text)).toBe(shown);
  });

  it('links what is labelled and what is bare', () => {
    const link = (label: string) =>
      `<a href="https://gull.example/?a=1&#38;b=2" rel="noreferrer noopener">${label}</a>`;
    expect(html('<https://gull.example/?a=1&amp;b=2|The *lamp*>')).toBe(link('The *lamp*'));
    expect(html('see https://gull.example/?a=1&amp;b=2 now')).toBe(
      `see ${link('https://gull.example/?a=1&#38;b=2')} now`,
    );
  });

  it('links to nothing that would run', () => {
    expect(html('<javascript:alert(1)|press>')).toBe('press');
    expect(html('<data:text/html,hi|press>')).toBe('press');
  });

  it('leaves no markup of a message in the page, whatever it holds', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '|',
      '*',
      '_',
      '`',
      '```',
      '\n',
      'script',
      'a',
      ' ',
      'https://x.example',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const ours = /<\/?(?:strong|em|s|code|pre|blockquote|br|a|span)(?: (?:class|href|rel)="[^"<>]*")*>/g;
        expect(html(text).replace(ours, '')).not.toMatch(/[<>]/);
        expect(plainText(text).html.replaceAll('<br>', '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
