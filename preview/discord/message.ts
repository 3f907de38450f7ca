import { type Author, avatar } from '../author.ts';
import { type Content, el, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import { type Component, components } from './components.ts';
import type { Known } from './known.ts';
import { markdown } from './markdown.ts';

/** A message as it stands in a channel. */
export interface Message {
  readonly author: Author;
  /** As Discord shows it: "10:24 AM". */
  readonly time: string;
  /** Markdown; `''` for a message of components. */
  readonly content: string;
  readonly components?: readonly Component[];
  /** What it replies to, which stands above it in one line. */
  readonly replyTo?: { readonly author: Author; readonly content: string };
  /** The command that brought it, which stands above it: "/ask", or its name in the menu of messages. */
  readonly command?: { readonly by: Author; readonly name: string };
  /** Whether only one person sees it. */
  readonly ephemeral?: boolean;
}

/**
 * @param message the message
 * @param known what Discord knows besides
 * @returns its markup: what stands above it, picture, name and time, what it says, and what stands under it
 */
export function message(message: Message, known: Known): Html {
  const { author, time, content, ephemeral = false } = message;
  return el(
    'article',
    { class: ephemeral ? 'message ephemeral' : 'message', 'aria-label': `${author.name}, ${time}` },
    above(message, known),
    avatar(author, 'large'),
    el(
      'div',
      { class: 'said' },
      el(
        'div',
        { class: 'who' },
        el('span', { class: 'name' }, author.name),
        author.app ? el('span', { class: 'app' }, 'APP') : null,
        el('span', { class: 'time' }, time),
      ),
      content === '' ? null : el('div', { class: 'text' }, markdown(content, known)),
      message.components === undefined ? null : components(message.components, known),
      ephemeral ? onlyYou() : null,
    ),
  );
}

/** The line above a message, with a bent line from the picture to it. */
function above({ replyTo, command }: Message, known: Known): Content {
  if (command !== undefined) {
    return line(command.by, el('span', {}, 'used ', el('span', { class: 'command' }, command.name)));
  }
  if (replyTo === undefined) return null;
  const { author, content } = replyTo;
  // It stays on one line, and is cut by Discord itself.
  const words = content === '' ? el('em', {}, 'Click to see attachment') : markdown(content, known);
  return line(author, el('span', { class: 'preview', title: content === '' ? null : content }, words));
}

function line(author: Author, said: Html): Html {
  return el(
    'div',
    { class: 'above' },
    avatar(author, 'small'),
    author.app ? el('span', { class: 'app' }, 'APP') : null,
    el('span', { class: 'small-name' }, author.name),
    said,
  );
}

function onlyYou(): Html {
  return el(
    'div',
    { class: 'only-you' },
    icon('eye'),
    el('span', {}, 'Only you can see this • ', el('a', { href: '#' }, 'Dismiss message')),
  );
}
