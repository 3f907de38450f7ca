import {
  ACTING,
  FOCUSABLE,
  initialAmongOptions,
  menuOption,
  optionGroups,
  PLACEHOLDER,
} from './blocks-text.ts';
import { both, eitherOf, flag, list, object, type Rule, string, whole } from './rules.ts';

/** Menus (https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */

const ID = string(255);
const ANY: Rule = () => null;
const MENU = { ...ACTING, ...FOCUSABLE, ...PLACEHOLDER };

const optioned = both(eitherOf('options', 'option_groups'), initialAmongOptions);
const OPTIONS = { options: list(menuOption, 100), option_groups: optionGroups };
const ONE_OF: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  external: { initial_option: menuOption, min_query_length: whole(0, 1_000) },
  users: { initial_user: ID },
  conversations: {
    initial_conversation: ID,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: ANY,
  },
  channels: { initial_channel: ID, response_url_enabled: flag },
};
const SOME_OF: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  external: { initial_options: list(menuOption, 100), min_query_length: whole(0, 1_000) },
  users: { initial_users: list(ID) },
  conversations: { initial_conversations: list(ID), default_to_current_conversation: flag, filter: ANY },
  channels: { initial_channels: list(ID) },
};

/** Menus of which one option is chosen. */
export const SELECTS: Readonly<Record<string, Rule>> = {
  static_select: object({ type: ANY }, { ...MENU, ...OPTIONS, initial_option: menuOption }, optioned),
  ...Object.fromEntries(
    Object.entries(ONE_OF).map(([of, fields]) => [
      `${of}_select`,
      object({ type: ANY }, { ...MENU, ...fields }),
    ]),
  ),
};

const MANY = { ...MENU, max_selected_items: whole(1, 100) };
/** Menus of which several options are chosen. */
export const MULTI_SELECTS: Readonly<Record<string, Rule>> = {
  multi_static_select: object(
    { type: ANY },
    { ...MANY, ...OPTIONS, initial_options: list(menuOption, 100) },
    optioned,
  ),
  ...Object.fromEntries(
    Object.entries(SOME_OF).map(([of, fields]) => [
      `multi_${of}_select`,
      object({ type: ANY }, { ...MANY, ...fields }),
    ]),
  ),
};
