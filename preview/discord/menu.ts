import { type Author, avatar } from '../author.ts';
import { el, type Html } from '../html.ts';
import { type IconName, icon } from '../icons.ts';

/** What an app has put into the menu of messages. */
export interface MenuEntry {
  readonly app: Author;
  readonly name: string;
}

/** What stands there besides. */
const OWN: readonly (readonly [string, IconName])[][] = [
  [['Add Reaction', 'chevron']],
  [
    ['Reply', 'reply'],
    ['Forward', 'forward'],
    ['Create Thread', 'thread'],
  ],
  [
    ['Copy Text', 'copy'],
    ['Mark Unread', 'unread'],
    ['Copy Message Link', 'chain'],
  ],
];

/**
 * @param entries what apps have put in
 * @returns the menu of a message, "Apps" open beside it
 */
export function menu(entries: readonly MenuEntry[]): Html {
  const apps = item('Apps', 'chevron', true);
  return el(
    'div',
    { class: 'menus' },
    el(
      'div',
      { class: 'menu' },
      [...OWN.map((group) => group.map(([name, sign]) => item(name, sign, false))), [apps]].map((group) =>
        el('div', { class: 'menu-group' }, group),
      ),
    ),
    el(
      'div',
      { class: 'menu beside' },
      entries.map(({ app, name }, index) =>
        el(
          'div',
          { class: index === 0 ? 'menu-item pointed' : 'menu-item' },
          el('span', {}, name),
          avatar(app, 'small'),
        ),
      ),
    ),
  );
}

function item(name: string, sign: IconName, open: boolean): Html {
  const classes = ['menu-item', ...(open ? ['pointed'] : []), ...(sign === 'chevron' ? ['leads-on'] : [])];
  return el('div', { class: classes.join(' ') }, el('span', {}, name), icon(sign));
}
