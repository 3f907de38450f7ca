import { type Author, avatar } from '../author.ts';
import { el, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import type { Theme } from '../palette.ts';
import { type Typing, typing } from './composer.ts';
import type { Known } from './known.ts';
import { type MenuEntry, menu } from './menu.ts';
import { type Message, message } from './message.ts';

/** A part of Discord's window. */
export type Surface =
  /** A channel of a server; `title` is its name. */
  | { readonly kind: 'channel'; readonly title: string; readonly messages: readonly Message[] }
  | { readonly kind: 'direct'; readonly other: Author; readonly messages: readonly Message[] }
  /** A channel in which somebody fills in a command. */
  | { readonly kind: 'typing'; readonly title: string; readonly typing: Typing }
  /** The menu of a message, with what apps have put into it. */
  | {
      readonly kind: 'menu';
      readonly title: string;
      readonly message: Message;
      readonly entries: readonly MenuEntry[];
    };

/**
 * @param surface what to show
 * @param theme in which colours
 * @param known what Discord knows besides
 * @returns its markup
 */
export function surface(surface: Surface, theme: Theme, known: Known): Html {
  return el('div', { class: `discord ${theme}` }, within(surface, known));
}

function within(surface: Surface, known: Known): readonly Html[] {
  switch (surface.kind) {
    case 'channel':
      return [heading(icon('hash'), surface.title), messages(surface.messages, known)];
    case 'direct':
      return [heading(avatar(surface.other, 'small'), surface.other.name), messages(surface.messages, known)];
    case 'typing':
      return [heading(icon('hash'), surface.title), typing(surface.typing)];
    case 'menu':
      return [
        heading(icon('hash'), surface.title),
        messages([surface.message], known),
        menu(surface.entries),
      ];
  }
}

function heading(sign: Html, title: string): Html {
  return el('div', { class: 'heading' }, sign, el('h2', { class: 'title' }, title));
}

function messages(shown: readonly Message[], known: Known): Html {
  return el(
    'div',
    { class: 'messages' },
    shown.map((each) => message(each, known)),
  );
}
