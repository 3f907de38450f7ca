import type { AnyBlock, ContextBlockElement, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { el, type Html, joined } from '../html.ts';
import type { Names } from '../names.ts';
import { contextAction, element, image, textOf } from './elements.ts';
import { richText } from './rich-text.ts';

/**
 * Shows blocks one under the other (https://docs.slack.dev/reference/block-kit/blocks). A block of a kind that
 * is not drawn here is named in the picture, so that nobody takes the picture for the whole message.
 *
 * @param blocks the blocks of a message or a view
 * @param names what the ids in them are called
 * @returns their markup
 */
export function blocks(blocks: readonly AnyBlock[], names: Names): Html {
  return el(
    'div',
    { class: 'blocks' },
    blocks.map((each) => el('div', { class: `block is-${each.type}` }, block(each as KnownBlock, names))),
  );
}

function block(block: KnownBlock, names: Names): Html {
  switch (block.type) {
    case 'rich_text':
      return richText(block, names);
    case 'section':
      return section(block, names);
    case 'context':
      return joined(block.elements.map((each) => contextElement(each, names)));
    case 'actions':
      return joined(block.elements.map((each) => element(each, names)));
    case 'context_actions':
      return joined(block.elements.map(contextAction));
    case 'header':
      return el('h3', {}, block.text.text);
    case 'divider':
      return el('hr', {});
    case 'image':
      return joined(
        block.title ? el('div', { class: 'faint' }, block.title.text) : null,
        image(block, 'block'),
      );
    case 'input':
      return input(block, names);
    default:
      return el(
        'div',
        { class: 'unknown' },
        `A block of the type “${(block as AnyBlock).type}” is not drawn here.`,
      );
  }
}

function section({ text, fields, accessory }: SectionBlock, names: Names): Html {
  const words = el(
    'div',
    { class: 'words' },
    text ? el('div', {}, textOf(text, names)) : null,
    fields
      ? el(
          'div',
          { class: 'fields' },
          fields.map((field) => el('div', {}, textOf(field, names))),
        )
      : null,
  );
  return joined(
    words,
    accessory ? el('div', { class: 'beside' }, element(accessory, names, text?.text ?? null)) : null,
  );
}

function contextElement(each: ContextBlockElement, names: Names): Html {
  return each.type === 'image' ? image(each, 'context') : el('span', {}, textOf(each, names));
}

function input({ label, hint, optional, element: within }: InputBlock, names: Names): Html {
  return joined(
    el(
      'div',
      { class: 'label' },
      label.text,
      optional === true ? el('span', { class: 'optional' }, ' (optional)') : null,
    ),
    element(within, names, label.text),
    hint ? el('div', { class: 'hint' }, hint.text) : null,
  );
}
