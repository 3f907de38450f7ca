import type {
  ActionsBlockElement,
  Button,
  Checkboxes,
  ContextActionsBlockElement,
  ImageElement,
  InputBlockElement,
  Option,
  RadioButtons,
  SectionBlockAccessory,
  TextObject,
  WorkflowButton,
} from '@slack/types';
import { type Content, el, type Html, joined } from '../html.ts';
import { icon, isIcon } from '../icons.ts';
import { type Names, nameOf } from '../names.ts';
import { mrkdwn, plainText } from './mrkdwn.ts';

/** Anything that people press, choose or fill in. */
export type Element = ActionsBlockElement | SectionBlockAccessory | InputBlockElement;

/** @returns a text object, plain or with Slack's marks */
export function textOf(text: TextObject, names: Names): Html {
  return text.type === 'plain_text' ? plainText(text.text) : mrkdwn(text.text, names);
}

/**
 * Shows an element of a block (https://docs.slack.dev/reference/block-kit/block-elements).
 *
 * @param element the element
 * @param names what the ids in it are called
 * @param label what an element without words of its own is called, such as the label of its input
 * @returns its markup
 */
export function element(element: Element, names: Names, label: string | null = null): Html {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return button(element);
    case 'overflow':
      return el(
        'button',
        { type: 'button', class: 'button square', 'aria-label': label ?? 'More' },
        icon('dots'),
      );
    case 'image':
      return image(element, 'accessory');
    case 'checkboxes':
    case 'radio_buttons':
      return choices(element, names);
    case 'plain_text_input':
      return field(label, element.initial_value, element.placeholder?.text, element.multiline === true);
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return field(label, element.initial_value, element.placeholder?.text, false);
    case 'rich_text_input':
      return field(label, undefined, element.placeholder?.text, true);
    case 'file_input':
      return el('button', { type: 'button', class: 'button' }, 'Upload file');
    case 'datepicker':
      return picker(element.initial_date ?? element.placeholder?.text ?? 'Select a date', label, 'calendar');
    case 'datetimepicker':
      return picker('Select a date and time', label, 'calendar');
    case 'timepicker':
      return picker(element.initial_time ?? element.placeholder?.text ?? 'Select a time', label, 'chevron');
    default:
      return select(element, names, label);
  }
}

type SelectElement = Extract<Element, { type: `${string}_select` }>;

function select(element: SelectElement, names: Names, label: string | null): Html {
  const chosen = chosenOf(element, names);
  const placeholder = element.placeholder?.text ?? 'Select an option';
  return picker(chosen.length > 0 ? chosen.join(', ') : placeholder, label, 'chevron', chosen.length === 0);
}

function chosenOf(element: SelectElement, names: Names): readonly string[] {
  const channel = (id: string) => `#${nameOf(names, id)}`;
  switch (element.type) {
    case 'static_select':
    case 'external_select':
      return element.initial_option ? [element.initial_option.text.text] : [];
    case 'multi_static_select':
    case 'multi_external_select':
      return (element.initial_options ?? []).map(({ text }) => text.text);
    case 'users_select':
      return [element.initial_user ?? []].flat().map((id) => nameOf(names, id));
    case 'multi_users_select':
      return (element.initial_users ?? []).map((id) => nameOf(names, id));
    case 'conversations_select':
      return [element.initial_conversation ?? []].flat().map(channel);
    case 'multi_conversations_select':
      return (element.initial_conversations ?? []).map(channel);
    case 'channels_select':
      return [element.initial_channel ?? []].flat().map(channel);
    case 'multi_channels_select':
      return (element.initial_channels ?? []).map(channel);
  }
}

function picker(shown: string, label: string | null, sign: 'calendar' | 'chevron', empty = false): Html {
  return el(
    'button',
    {
      type: 'button',
      class: 'select',
      'aria-haspopup': 'true',
      'aria-label': label === null ? null : `${label}: ${shown}`,
    },
    el('span', { class: empty ? 'shown empty' : 'shown' }, shown),
    icon(sign),
  );
}

function button({ text, style, accessibility_label, ...rest }: Button | WorkflowButton): Html {
  const shape = { class: `button ${style ?? 'plain'}`, 'aria-label': accessibility_label ?? null };
  const url = 'url' in rest ? rest.url : undefined;
  return url === undefined
    ? el('button', { type: 'button', ...shape }, text.text)
    : el('a', { href: '#', ...shape, title: url }, text.text);
}

function choices({ type, options, ...rest }: Checkboxes | RadioButtons, names: Names): Html {
  const initial: readonly Option[] =
    'initial_options' in rest
      ? (rest.initial_options ?? [])
      : 'initial_option' in rest && rest.initial_option
        ? [rest.initial_option]
        : [];
  const chosen = new Set(initial.map(({ value }) => value));
  const kind = type === 'checkboxes' ? 'checkbox' : 'radio';
  const choice = ({ text, value, description }: Option) =>
    el(
      'label',
      { class: 'choice' },
      el('input', { type: kind, checked: chosen.has(value) }),
      el(
        'span',
        {},
        textOf(text, names),
        description ? el('span', { class: 'faint' }, description.text) : null,
      ),
    );
  return el('div', { class: 'choices' }, options.map(choice));
}

function field(label: string | null, value = '', placeholder = '', multiline: boolean): Html {
  const shared = { class: 'field', placeholder, 'aria-label': label };
  return multiline
    ? el('textarea', { ...shared, rows: '3' }, value)
    : el('input', { ...shared, type: 'text', value });
}

/**
 * A picture. None is ever loaded from elsewhere: it is drawn as an empty frame with its description.
 *
 * @param image the picture
 * @param place what it is beside, which decides its size
 * @returns its markup
 */
export function image(
  image: Pick<ImageElement, 'alt_text'> & object,
  place: 'accessory' | 'context' | 'block',
): Html {
  const url = 'image_url' in image && typeof image.image_url === 'string' ? image.image_url : '';
  return url.startsWith('data:image/')
    ? el('img', { class: `image ${place}`, src: url, alt: image.alt_text })
    : el('span', { class: `image ${place}`, role: 'img', 'aria-label': image.alt_text }, icon('image'));
}

/** Small buttons under a message: thumbs, or an icon. Their words are shown on hovering and read aloud. */
export function contextAction(element: ContextActionsBlockElement): Html {
  const small = (words: string, label: string | undefined, shown: Content) =>
    el(
      'button',
      { type: 'button', class: 'button square', 'aria-label': label ?? words, title: words },
      shown,
    );
  if (element.type === 'icon_button') {
    const { text, accessibility_label } = element;
    return small(text.text, accessibility_label, isIcon(element.icon) ? icon(element.icon) : text.text);
  }
  const { positive_button: good, negative_button: bad } = element;
  return joined(
    small(good.text.text, good.accessibility_label, icon('good')),
    small(bad.text.text, bad.accessibility_label, icon('bad')),
  );
}
