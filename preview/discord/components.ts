import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import { type Content, el, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import { button, select } from './controls.ts';
import type { Known } from './known.ts';
import { markdown } from './markdown.ts';

/** Anything that a message is made of (https://discord.com/developers/docs/components/reference). */
export type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** `ComponentType`: a preview needs no SDK for it. */
const TYPE = {
  actionRow: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

/**
 * Shows components one under the other. One of a kind that is not drawn here is named in the picture, so that nobody
 * takes the picture for the whole message.
 *
 * @param components the components of a message, or of a container
 * @param known what Discord knows besides
 * @returns their markup
 */
export function components(components: readonly Component[], known: Known): Html {
  return el(
    'div',
    { class: 'components' },
    components.map((each) => component(each, known)),
  );
}

function component(component: Component, known: Known): Content {
  switch (component.type) {
    case TYPE.container: {
      const { accent_color: accent, components: within } = component;
      const color = accent == null ? null : `--accent:#${accent.toString(16).padStart(6, '0')}`;
      return el(
        'div',
        { class: color === null ? 'container' : 'container accented', style: color },
        components(within, known),
      );
    }
    case TYPE.text:
      return text(component.content, known);
    case TYPE.actionRow:
      return row(component, known);
    case TYPE.section: {
      const { components: texts, accessory } = component;
      return el(
        'div',
        { class: 'section' },
        el(
          'div',
          { class: 'words' },
          texts.map(({ content }) => text(content, known)),
        ),
        accessory.type === TYPE.button
          ? button(accessory)
          : picture(accessory.description ?? null, 'thumbnail'),
      );
    }
    case TYPE.separator: {
      const wide = component.spacing === 2;
      const line = component.divider !== false;
      return el('div', { class: `separator${wide ? ' wide' : ''}${line ? ' line' : ''}` });
    }
    case TYPE.gallery:
      return el(
        'div',
        { class: 'gallery' },
        component.items.map(({ description }) => picture(description ?? null, 'media')),
      );
    case TYPE.file:
      return el('div', { class: 'file' }, component.file.url.replace(/^attachment:\/\//, ''));
    default:
      return el(
        'div',
        { class: 'unknown' },
        `A component of the type ${(component as { type: number }).type} is not drawn here.`,
      );
  }
}

function text(content: string, known: Known): Html {
  return el('div', { class: 'text' }, markdown(content, known));
}

function row(
  { components: within }: Extract<Component, { readonly type: typeof TYPE.actionRow }>,
  known: Known,
): Html {
  return el(
    'div',
    { class: 'row' },
    within.map((each) => (each.type === TYPE.button ? button(each) : select(each, known))),
  );
}

/** A picture. None is ever loaded from elsewhere: it is drawn as an empty frame with its description. */
function picture(description: string | null, place: 'thumbnail' | 'media'): Html {
  return el(
    'span',
    { class: `picture ${place}`, role: 'img', 'aria-label': description ?? 'Image' },
    icon('image'),
  );
}
