import { MULTI_SELECTS, SELECTS } from './blocks-menus.ts';
import {
  ACTING,
  anyText,
  boxOption,
  FOCUSABLE,
  initialAmongOptions,
  overflowOption,
  PLACEHOLDER,
  plainText,
} from './blocks-text.ts';
import { address, choice, eitherOf, flag, like, list, object, type Rule, string, whole } from './rules.ts';

/** Elements inside blocks (https://docs.slack.dev/reference/block-kit/block-elements). */

const LABEL = string(75);
const STYLE = choice('primary', 'danger');
const ID = string(255);
const ANY: Rule = () => null;
const DATE = like(/^\d{4}-\d{2}-\d{2}$/);
const TIME = like(/^([01]\d|2[0-3]):[0-5]\d$/);
const MENU = { ...ACTING, ...FOCUSABLE, ...PLACEHOLDER };
const TYPED = {
  ...FOCUSABLE,
  ...PLACEHOLDER,
  dispatch_action_config: object(
    {},
    {
      trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered'), 2),
    },
  ),
};

const feedbackButton = object({ text: plainText(75), value: string(2_000) }, { accessibility_label: LABEL });

const BUTTONS: Readonly<Record<string, Rule>> = {
  button: object(
    { type: ANY, text: plainText(75) },
    { ...ACTING, value: string(2_000), url: address(), style: STYLE, accessibility_label: LABEL },
  ),
  workflow_button: object(
    { type: ANY, text: plainText(75), workflow: object({ trigger: ANY }) },
    { ...ACTING, style: STYLE, accessibility_label: LABEL },
  ),
};

/** Of a `context_actions` block. */
export const CONTEXT_ACTIONS: Readonly<Record<string, Rule>> = {
  feedback_buttons: object(
    { type: ANY, positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: ID },
  ),
  // The only icon that there is as yet.
  icon_button: object(
    { type: ANY, icon: choice('trash'), text: plainText(75) },
    {
      ...ACTING,
      value: string(2_000),
      accessibility_label: LABEL,
      visible_to_user_ids: list(string(255)),
    },
  ),
};

const PICKERS: Readonly<Record<string, Rule>> = {
  checkboxes: object(
    { type: ANY, options: list(boxOption, 10) },
    { ...ACTING, ...FOCUSABLE, initial_options: list(boxOption, 10) },
    initialAmongOptions,
  ),
  radio_buttons: object(
    { type: ANY, options: list(boxOption, 10) },
    { ...ACTING, ...FOCUSABLE, initial_option: boxOption },
    initialAmongOptions,
  ),
  datepicker: object({ type: ANY }, { ...MENU, initial_date: DATE }),
  timepicker: object({ type: ANY }, { ...MENU, initial_time: TIME, timezone: ID }),
};
const DATETIME = object(
  { type: ANY },
  { ...ACTING, ...FOCUSABLE, initial_date_time: whole(1_000_000_000, 9_999_999_999) },
);
const RICH_TEXT_INPUT = object({ type: ANY, action_id: ID }, { ...TYPED, initial_value: ANY });

/** Of an `input` block. */
export const INPUTS: Readonly<Record<string, Rule>> = {
  ...SELECTS,
  ...MULTI_SELECTS,
  ...PICKERS,
  datetimepicker: DATETIME,
  rich_text_input: RICH_TEXT_INPUT,
  plain_text_input: object(
    { type: ANY },
    {
      ...TYPED,
      initial_value: string(3_000, 0),
      multiline: flag,
      min_length: whole(0, 3_000),
      max_length: whole(1, 3_000),
    },
  ),
  email_text_input: object({ type: ANY }, { ...TYPED, initial_value: string(3_000) }),
  url_text_input: object({ type: ANY }, { ...TYPED, initial_value: address() }),
  number_input: object(
    { type: ANY, is_decimal_allowed: flag },
    { ...TYPED, initial_value: string(255), min_value: string(255), max_value: string(255) },
  ),
  file_input: object({ type: ANY }, { action_id: ID, filetypes: list(ID), max_files: whole(1, 10) }),
};

/** A picture beside text. */
const IMAGE: Readonly<Record<string, Rule>> = {
  image: object(
    { type: ANY, alt_text: string(2_000) },
    { image_url: address(), slack_file: ANY },
    eitherOf('image_url', 'slack_file'),
  ),
};

const OVERFLOW: Readonly<Record<string, Rule>> = {
  overflow: object({ type: ANY, options: list(overflowOption, 5) }, ACTING),
};

/** Of an `actions` block. */
export const ACTIONS: Readonly<Record<string, Rule>> = {
  ...BUTTONS,
  ...SELECTS,
  ...PICKERS,
  ...OVERFLOW,
  datetimepicker: DATETIME,
  rich_text_input: RICH_TEXT_INPUT,
};

/** Beside the text of a section. */
export const ACCESSORIES: Readonly<Record<string, Rule>> = {
  ...BUTTONS,
  ...SELECTS,
  ...MULTI_SELECTS,
  ...PICKERS,
  ...OVERFLOW,
  ...IMAGE,
};

/** In the small letters of a `context` block. */
export const CONTEXT: Readonly<Record<string, Rule>> = {
  ...IMAGE,
  plain_text: anyText(3_000),
  mrkdwn: anyText(3_000),
};
