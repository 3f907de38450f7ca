import { isJson, jsonOf, listOf } from './json.ts';
import { address, choice, flag, list, object, type Rule, string, typed } from './rules.ts';

/** Text objects, options and dialogs (https://docs.slack.dev/reference/block-kit/composition-objects). */

/** Slack shows nothing of a text of white space alone, and refuses it. */
const shown: Rule = (value, path) =>
  String(jsonOf(value).text).trim() === '' ? `${path}.text is white space only` : null;

/** Text without markup of at most so many UTF-16 code units. */
export function plainText(max: number): Rule {
  return object({ type: choice('plain_text'), text: string(max) }, { emoji: flag }, shown);
}

function mrkdwn(max: number): Rule {
  return object({ type: choice('mrkdwn'), text: string(max) }, { verbatim: flag }, shown);
}

/** Text with or without markup of at most so many UTF-16 code units. */
export function anyText(max: number): Rule {
  return typed({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });
}

const CONFIRM = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: choice('primary', 'danger') },
);

/** What every element that acts may have. */
export const ACTING = { action_id: string(255), confirm: CONFIRM } as const;

/** What every element may have that can be filled in. */
export const FOCUSABLE = { action_id: string(255), focus_on_load: flag } as const;

/** The grey words in an empty element. */
export const PLACEHOLDER = { placeholder: plainText(150) } as const;

const OPTION_VALUE = string(150);

/** An option of a menu. */
export const menuOption: Rule = object(
  { text: plainText(75), value: OPTION_VALUE },
  { description: plainText(75) },
);

/** An option of an overflow menu may be a link. */
export const overflowOption: Rule = object(
  { text: plainText(75), value: OPTION_VALUE },
  { description: plainText(75), url: address() },
);

/** An option of checkboxes and radio buttons may be formatted. */
export const boxOption: Rule = object(
  { text: anyText(75), value: OPTION_VALUE },
  { description: anyText(75) },
);

/** Options under headings. */
export const optionGroups: Rule = list(object({ label: plainText(75), options: list(menuOption, 100) }), 100);

/** Every option chosen at first is one of those that can be chosen, to the letter. */
export const initialAmongOptions: Rule = (value, path) => {
  if (!isJson(value)) return null;
  const groups = listOf(value.option_groups).flatMap((group) => listOf(jsonOf(group).options));
  const options = [...listOf(value.options), ...groups].map((option) => JSON.stringify(option));
  const initial = value.initial_option === undefined ? listOf(value.initial_options) : [value.initial_option];
  return initial.every((option) => options.includes(JSON.stringify(option)))
    ? null
    : `${path}: what is chosen at first is not among the options`;
};
