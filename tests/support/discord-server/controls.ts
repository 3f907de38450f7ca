import { type Json, jsonOf, listOf } from './json.ts';
import {
  ANY,
  address,
  choice,
  flag,
  inTurn,
  like,
  list,
  nullable,
  object,
  type Rule,
  snowflake,
  text,
  twiceIn,
  whole,
  wrong,
} from './rules.ts';

/** Buttons, menus and fields (https://docs.discord.com/developers/components/reference). */

/** Names a component; 0 stands for none. */
export const ID = { id: whole(0, 4_294_967_295) } as const;
export const CUSTOM_ID = text(100);

const EMOJI = object({}, { id: nullable(snowflake), name: nullable(text(100)), animated: flag });
const LINK = 5;
const PREMIUM = 6;

const styled: Rule = (value, path) => {
  const { style, label, emoji, url, custom_id, sku_id } = jsonOf(value);
  if (style === PREMIUM)
    return wrong([...path, 'style'], 'BASE_TYPE_CHOICES', 'There is nothing to buy here.');
  const mistake = (field: string, message: string) =>
    wrong([...path, field], 'BUTTON_COMPONENT_INVALID', message);
  if (sku_id !== undefined) return mistake('sku_id', 'Only a premium button may have a sku id');
  if (label === undefined && emoji === undefined)
    return mistake('label', 'A button must have a label or an emoji');
  if (style === LINK) {
    if (url === undefined) return mistake('url', 'A url is required');
    return custom_id === undefined
      ? []
      : mistake('custom_id', 'A custom id and url cannot both be specified');
  }
  if (url !== undefined) return mistake('url', 'Only a link button may have a url');
  return custom_id === undefined ? mistake('custom_id', 'A custom id is required') : [];
};

export const BUTTON: Rule = object(
  { type: ANY, style: whole(1, 6) },
  {
    ...ID,
    label: text(80),
    emoji: EMOJI,
    custom_id: CUSTOM_ID,
    url: address(512),
    disabled: flag,
    sku_id: snowflake,
  },
  styled,
);

const MENU = { ...ID, placeholder: text(150), min_values: whole(0, 25), max_values: whole(1, 25) };
/** `disabled` is for messages alone, `required` for modals. */
const STANDING = { message: { disabled: flag }, modal: { required: flag } };

const ordered: Rule = (value, path) => {
  const { min_values = 1, max_values = 1 } = jsonOf(value);
  return Number(min_values) > Number(max_values)
    ? wrong([...path, 'min_values'], 'SELECT_COMPONENT_RANGE_INVALID', 'Must not be more than max_values')
    : [];
};

const optionsFit: Rule = (value, path) => {
  const { min_values = 1, max_values = 1 } = jsonOf(value);
  const options = listOf(jsonOf(value).options).map(jsonOf);
  const at = [...path, 'options'];
  const least = Math.max(Number(min_values), Number(max_values), 1);
  if (options.length < least) {
    return wrong(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and 25 in length.`);
  }
  const twice = twiceIn(options.map((option) => option.value));
  if (twice !== undefined) {
    return wrong(
      at,
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      `The value ${String(twice)} is already used`,
    );
  }
  const chosen = options.filter((option) => option.default === true).length;
  return chosen > Number(max_values)
    ? wrong(at, 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More options are chosen at first than can be')
    : [];
};

const OPTION = object(
  { label: text(100), value: text(100) },
  { description: nullable(text(100)), emoji: EMOJI, default: flag },
);

/** A menu with options of its own. */
function stringSelect(where: keyof typeof STANDING): Rule {
  return object(
    { type: ANY, custom_id: CUSTOM_ID, options: list(OPTION, 25) },
    { ...MENU, ...STANDING[where] },
    inTurn(ordered, optionsFit),
  );
}

const DEFAULTS = list(object({ id: snowflake, type: choice('user', 'role', 'channel') }), 25, 0);

/** A menu of people, roles or channels. */
function placeSelect(where: keyof typeof STANDING, more: Readonly<Record<string, Rule>> = {}): Rule {
  return object(
    { type: ANY, custom_id: CUSTOM_ID },
    { ...MENU, ...STANDING[where], default_values: DEFAULTS, ...more },
    ordered,
  );
}

/** Menus by their type. */
export function menus(where: keyof typeof STANDING): Readonly<Record<number, Rule>> {
  return {
    3: stringSelect(where),
    5: placeSelect(where),
    6: placeSelect(where),
    7: placeSelect(where),
    8: placeSelect(where, { channel_types: list(whole(0, 20), 20, 0) }),
  };
}

const FIELD: Readonly<Record<string, Rule>> = {
  ...ID,
  min_length: whole(0, 4_000),
  max_length: whole(1, 4_000),
  required: flag,
  value: text(4_000, 0),
  placeholder: text(100, 0),
};

const lengths: Rule = (value, path) => {
  const { min_length = 0, max_length = 4_000, value: given = '' } = jsonOf(value) as Json;
  if (Number(min_length) > Number(max_length)) {
    return wrong([...path, 'min_length'], 'TEXT_INPUT_RANGE_INVALID', 'Must not be more than max_length');
  }
  return text(Number(max_length), 0)(given, [...path, 'value']);
};

/** A text field; in an action row it has its label itself. */
export function textInput(inRow: boolean): Rule {
  const needed = { type: ANY, custom_id: CUSTOM_ID, style: choice(1, 2) };
  return object(inRow ? { ...needed, label: text(45) } : needed, FIELD, lengths);
}

const CHOICE = object({ label: text(100), value: text(100) }, { description: text(100), default: flag });

/** Files, radio buttons and boxes, by their type. */
export const BOXES: Readonly<Record<number, Rule>> = {
  19: object(
    { type: ANY, custom_id: CUSTOM_ID },
    { ...ID, min_values: whole(0, 10), max_values: whole(1, 10), required: flag },
  ),
  21: object({ type: ANY, custom_id: CUSTOM_ID, options: list(CHOICE, 10, 2) }, { ...ID, required: flag }),
  22: object(
    { type: ANY, custom_id: CUSTOM_ID, options: list(CHOICE, 10) },
    { ...ID, min_values: whole(0, 10), max_values: whole(1, 10), required: flag },
  ),
  23: object({ type: ANY, custom_id: CUSTOM_ID }, { ...ID, default: flag }),
};

/** What a label may look like in a command: no upper case where a letter has a lower one. */
export const COMMAND_NAME: Rule = inTurn(
  text(32),
  like(/^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]+$/u, 'letters, digits, - and _'),
  (value, path) =>
    String(value) === String(value).toLowerCase()
      ? []
      : wrong(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid: upper case'),
);
