import { type Author, avatar } from '../author.ts';
import { type Content, el, type Html } from '../html.ts';
import { icon } from '../icons.ts';

/** A command that somebody fills in. */
export interface Typing {
  readonly app: Author;
  readonly command: string;
  /** What has been filled in before. */
  readonly filled: readonly { readonly name: string; readonly value: string }[];
  /** The option that is being typed. */
  readonly option: { readonly name: string; readonly description: string; readonly typed: string };
  /** Options that could be filled in besides. */
  readonly others: number;
  /** What is offered; the first is chosen. */
  readonly choices: readonly string[];
}

/**
 * @param typing what somebody types
 * @returns the field that it is typed into, under what is offered
 */
export function typing({ app, command, filled, option, others, choices }: Typing): Html {
  const optional = others === 0 ? null : el('span', { class: 'others' }, `+${others} optional`);
  return el(
    'div',
    { class: 'composer' },
    el(
      'div',
      { class: 'offered' },
      el(
        'div',
        { class: 'offered-title' },
        el('span', { class: 'option-name' }, option.name),
        el('span', { class: 'faint' }, option.description),
      ),
      choices.map((choice, index) => el('div', { class: index === 0 ? 'offer chosen' : 'offer' }, choice)),
    ),
    el(
      'div',
      { class: 'field' },
      avatar(app, 'small'),
      el('span', { class: 'field-command' }, `/${command}`),
      filled.map(({ name, value }) => pill(name, value)),
      pill(option.name, [option.typed, el('span', { class: 'caret' })]),
      optional,
      el('span', { class: 'field-end' }, icon('smile')),
    ),
  );
}

function pill(name: string, value: Content): Html {
  return el(
    'span',
    { class: 'filled' },
    el('span', { class: 'filled-name' }, name),
    el('span', { class: 'filled-value' }, value),
  );
}
