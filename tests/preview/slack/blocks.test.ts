import type { AnyBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../../preview/slack/blocks.ts';
import { MESSAGE_BLOCKS } from './shapes.ts';

const html = (...shown: readonly AnyBlock[]) => blocks(shown, { U0DORA: 'Dora Lindqvist' }).html;
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const text = (words: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text: words }] });

describe('blocks', () => {
  it('shows every kind of block that a message of ours may hold', () => {
    const page = html(...MESSAGE_BLOCKS);
    expect(page).not.toContain('class="unknown"');
    for (const words of ['The lamp was lit at dusk.', 'Tell the desk', 'A story', '@Dora Lindqvist', '👋']) {
      expect(page).toContain(words);
    }
  });

  it('names a kind of block that it does not draw', () => {
    expect(html({ type: 'hologram' })).toContain('A block of the type “hologram” is not drawn here.');
  });

  it('shows rich and plain text letter for letter', () => {
    const sign = '*NO* _swimming_ <!channel> &amp; <b>';
    const escaped = '*NO* _swimming_ &#60;!channel&#62; &#38;amp; &#60;b&#62;';
    expect(html({ type: 'rich_text', elements: [text(sign)] } as AnyBlock)).toContain(escaped);
    expect(html({ type: 'context', elements: [plain(sign)] } as AnyBlock)).toContain(escaped);
  });

  it('counts an ordered list on after a deeper one', () => {
    const list = (indent: number, ...items: readonly string[]) => ({
      type: 'rich_text_list',
      style: 'ordered',
      indent,
      elements: items.map(text),
    });
    const page = html({
      type: 'rich_text',
      elements: [list(0, 'one', 'two'), list(1, 'deeper'), list(0, 'three'), text('between'), list(0, 'one')],
    } as AnyBlock);
    expect([...page.matchAll(/start="(\d+)"/g)].map(([, start]) => start)).toEqual(['1', '1', '3', '1']);
  });

  it('gives what has no words of its own a name', () => {
    const page = html(...MESSAGE_BLOCKS);
    expect(page).toContain('aria-label="This answers it"');
    expect(page).toContain('aria-label="A lamp"');
    expect(
      html({
        type: 'input',
        label: plain('Question'),
        element: { type: 'plain_text_input', placeholder: plain('When was the lamp lit?') },
      } as AnyBlock),
    ).toContain('aria-label="Question"');
  });

  it('loads no picture from elsewhere', () => {
    const page = html(
      { type: 'image', image_url: 'https://gull.example/a.png', alt_text: 'A lamp' } as AnyBlock,
      {
        type: 'image',
        image_url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
        alt_text: 'A dot',
      } as AnyBlock,
    );
    expect([...page.matchAll(/<img[^>]*src="([^":]*):/g)].map(([, scheme]) => scheme)).toEqual(['data']);
    expect(page).toContain('aria-label="A lamp"');
  });
});
