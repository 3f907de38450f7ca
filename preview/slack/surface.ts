import type { HomeView, ModalView } from '@slack/types';
import { type Author, avatar } from '../author.ts';
import { el, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import type { Names } from '../names.ts';
import type { Theme } from '../palette.ts';
import { blocks } from './blocks.ts';
import { type Message, message } from './message.ts';

/** A part of Slack's window. */
export type Surface =
  /** A channel or a direct message; `title` is "# night-desk" or a name. */
  | { readonly kind: 'channel'; readonly title: string; readonly messages: readonly Message[] }
  /** The pane of a thread: the first message, a line that counts the others, and those. */
  | { readonly kind: 'thread'; readonly title: string; readonly messages: readonly [Message, ...Message[]] }
  | { readonly kind: 'modal'; readonly view: ModalView; readonly app: Author }
  | { readonly kind: 'home'; readonly view: HomeView; readonly app: Author };

/**
 * @param surface what to show
 * @param theme in which colours
 * @param names what the ids in it are called
 * @returns its markup
 */
export function surface(surface: Surface, theme: Theme, names: Names): Html {
  return el('div', { class: `slack ${theme} ${surface.kind}` }, within(surface, names));
}

function within(surface: Surface, names: Names): readonly Html[] {
  switch (surface.kind) {
    case 'channel':
      return [heading(surface.title, null), messages(surface.messages, names)];
    case 'thread': {
      const [first, ...replies] = surface.messages;
      const count = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
      const line = el('div', { class: 'replies-line' }, el('span', {}, count));
      return [
        heading('Thread', surface.title),
        messages([first], names),
        ...(replies.length === 0 ? [] : [line, messages(replies, names)]),
      ];
    }
    case 'modal':
      return [modal(surface.view, surface.app, names)];
    case 'home':
      return [home(surface.app), el('div', { class: 'home-body' }, blocks(surface.view.blocks, names))];
  }
}

function heading(title: string, beside: string | null): Html {
  return el(
    'div',
    { class: 'heading' },
    el('h2', {}, title),
    beside === null ? null : el('span', { class: 'faint' }, beside),
  );
}

function messages(shown: readonly Message[], names: Names): Html {
  return el(
    'div',
    { class: 'messages' },
    shown.map((each) => message(each, names)),
  );
}

function modal({ title, close, submit, blocks: shown }: ModalView, app: Author, names: Names): Html {
  return el(
    'div',
    { class: 'dialog', role: 'dialog', 'aria-label': title.text },
    el(
      'div',
      { class: 'dialog-title' },
      avatar(app, 'small'),
      el('h2', {}, title.text),
      el('button', { type: 'button', class: 'button bare square', 'aria-label': 'Close' }, icon('close')),
    ),
    el('div', { class: 'dialog-body' }, blocks(shown, names)),
    el(
      'div',
      { class: 'dialog-foot' },
      el('button', { type: 'button', class: 'button medium plain' }, close?.text ?? 'Cancel'),
      submit ? el('button', { type: 'button', class: 'button medium primary' }, submit.text) : null,
    ),
  );
}

/** The tabs above an App Home; the first is the one that is open. */
function home(app: Author): Html {
  const tabs = ['Home', 'Messages', 'About'].map((name, index) =>
    el('span', { class: index === 0 ? 'tab open' : 'tab' }, name),
  );
  return el(
    'div',
    { class: 'home-top' },
    el('div', { class: 'home-name' }, avatar(app, 'small'), el('h2', {}, app.name)),
    el('div', { class: 'tabs' }, tabs),
  );
}
