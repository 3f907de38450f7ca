import type { APIButtonComponent, APISelectMenuComponent } from 'discord.js';
import { el, type Html } from '../html.ts';
import { icon } from '../icons.ts';
import { nameOf } from '../names.ts';
import type { Known } from './known.ts';

/** `ButtonStyle`, by number. */
const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'secondary link', 'primary'];
const LINK = 5;

/** What a select menu says where it has no words of its own, by its type. */
const PLACEHOLDERS: Readonly<Record<number, string>> = {
  3: 'Make a selection',
  5: 'Select a user',
  6: 'Select a role',
  7: 'Select a user or a role',
  8: 'Select a channel',
};

/**
 * @param button a button (https://discord.com/developers/docs/components/reference#button)
 * @returns its markup
 */
export function button({ style, disabled = false, ...rest }: APIButtonComponent): Html {
  const label = 'label' in rest ? (rest.label ?? '') : 'Buy';
  const emoji = 'emoji' in rest ? (rest.emoji?.name ?? null) : null;
  const words = [emoji === null ? null : el('span', { 'aria-hidden': 'true' }, `${emoji} `), label];
  const shape = {
    class: `button ${STYLES[style] ?? 'secondary'}`,
    'aria-label': label === '' ? emoji : null,
  };
  return style === LINK && 'url' in rest
    ? el(
        'a',
        { href: '#', title: rest.url, 'aria-disabled': disabled ? 'true' : null, ...shape },
        words,
        icon('leave'),
      )
    : el('button', { type: 'button', disabled, ...shape }, words);
}

/**
 * @param menu a select menu (https://discord.com/developers/docs/components/reference#string-select)
 * @param known what the ids chosen in it are called
 * @returns its markup, closed
 */
export function select(menu: APISelectMenuComponent, { names }: Known): Html {
  const chosen =
    'options' in menu
      ? menu.options.filter((option) => option.default === true).map(({ label }) => label)
      : (menu.default_values ?? []).map(({ id }) => nameOf(names, id));
  const shown = chosen.length > 0 ? chosen.join(', ') : (menu.placeholder ?? PLACEHOLDERS[menu.type] ?? '');
  return el(
    'button',
    { type: 'button', class: 'select', disabled: menu.disabled === true, 'aria-haspopup': 'listbox' },
    el('span', { class: chosen.length > 0 ? 'shown' : 'shown empty' }, shown),
    icon('chevron'),
  );
}
