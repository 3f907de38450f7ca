import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import { type Content, el, type Html, joined, lines, link } from '../html.ts';
import { type Names, nameOf } from '../names.ts';
import { mention } from './mrkdwn.ts';

/**
 * Shows rich text (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).
 *
 * @param block the block
 * @param names what the ids in it are called
 * @returns its markup
 */
export function richText(block: RichTextBlock, names: Names): Html {
  const starts = numberedFrom(block.elements);
  return el(
    'div',
    { class: 'rich-text' },
    block.elements.map((element, index) => part(element, starts[index] ?? 1, names)),
  );
}

function part(element: RichTextBlockElement, start: number, names: Names): Html {
  switch (element.type) {
    case 'rich_text_section':
      return el('div', { class: 'rt-section' }, pieces(element.elements, names));
    case 'rich_text_quote':
      return el('blockquote', {}, pieces(element.elements, names));
    case 'rich_text_preformatted':
      return el('pre', {}, pieces(element.elements, names));
    case 'rich_text_list':
      return list(element, start, names);
  }
}

function list({ style, indent = 0, elements }: RichTextList, start: number, names: Names): Html {
  const items = elements.map((item) => el('li', {}, pieces(item.elements, names)));
  const level = `level-${Math.min(Math.max(indent, 0), 5)}`;
  return style === 'ordered'
    ? el('ol', { class: level, start: String(start) }, items)
    : el('ul', { class: level }, items);
}

/** Slack counts on where a deeper list stands between two parts of one. */
function numberedFrom(elements: readonly RichTextBlockElement[]): number[] {
  const counted = new Map<number, number>();
  return elements.map((element) => {
    if (element.type !== 'rich_text_list') {
      counted.clear();
      return 1;
    }
    const level = element.indent ?? 0;
    for (const deeper of [...counted.keys()].filter((other) => other > level)) counted.delete(deeper);
    const before = counted.get(level) ?? 0;
    counted.set(level, before + element.elements.length);
    return before + 1;
  });
}

function pieces(elements: readonly RichTextElement[], names: Names): Content[] {
  return elements.map((element) => styled(piece(element, names), element.style ?? {}));
}

function piece(element: RichTextElement, names: Names): Content {
  switch (element.type) {
    case 'text':
      return lines(element.text);
    case 'link':
      return link(element.url, lines(element.text ?? element.url));
    case 'user':
      return mention(`@${nameOf(names, element.user_id)}`);
    case 'channel':
      return mention(`#${nameOf(names, element.channel_id)}`);
    case 'usergroup':
      return mention(`@${nameOf(names, element.usergroup_id)}`);
    case 'team':
      return mention(`@${nameOf(names, element.team_id)}`);
    case 'broadcast':
      return mention(`@${element.range}`);
    case 'date':
      return element.fallback ?? new Date(element.timestamp * 1000).toISOString().slice(0, 10);
    case 'emoji':
      return emoji(element.name, element.unicode);
    case 'color':
      return element.value;
  }
}

/** `unicode` is code points in hexadecimal: `1f44d-1f3fd`. */
function emoji(name: string, unicode: string | undefined): string {
  const points = (unicode ?? '').split('-').map((point) => Number.parseInt(point, 16));
  const known = points.every((point) => point > 0 && point <= 0x10ffff);
  return known ? String.fromCodePoint(...points) : `:${name}:`;
}

interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly underline?: boolean;
}

function styled(content: Content, { bold, italic, strike, code, underline }: Style): Content {
  const wraps = [code && 'code', strike && 's', underline && 'u', italic && 'em', bold && 'strong'];
  return wraps.reduce<Content>((inner, name) => (name ? el(name, {}, inner) : inner), joined(content));
}
