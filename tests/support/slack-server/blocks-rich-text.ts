import { choice, flag, list, object, type Rule, string, typed, whole } from './rules.ts';

/** The pieces of a `rich_text` block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */

const ANY: Rule = () => null;
const ID = string(255);
const STYLES = { bold: flag, italic: flag, strike: flag, code: flag, underline: flag };
const STYLE = { style: object({}, STYLES) };
const MENTION_STYLE = {
  style: object({}, { ...STYLES, highlight: flag, client_highlight: flag, unlink: flag }),
};
const BORDER = { border: choice(0, 1) };
/** Slack names no limit for one piece; the limit of all blocks comes first. */
const LONG = 13_200;

const WORDS: Readonly<Record<string, Rule>> = {
  text: object({ type: ANY, text: string(LONG) }, STYLE),
  link: object(
    {
      type: ANY,
      url: (value, path) =>
        string(3_000)(value, path) ?? (URL.canParse(String(value)) ? null : `${path} is no address`),
    },
    { ...STYLE, text: string(LONG), unsafe: flag },
  ),
};

const INLINE: Readonly<Record<string, Rule>> = {
  ...WORDS,
  emoji: object({ type: ANY, name: ID }, { ...STYLE, unicode: ID, url: string(3_000) }),
  user: object({ type: ANY, user_id: ID }, MENTION_STYLE),
  usergroup: object({ type: ANY, usergroup_id: ID }, MENTION_STYLE),
  channel: object({ type: ANY, channel_id: ID }, MENTION_STYLE),
  team: object({ type: ANY, team_id: ID }, MENTION_STYLE),
  broadcast: object({ type: ANY, range: choice('here', 'channel', 'everyone') }, STYLE),
  color: object({ type: ANY, value: ID }, STYLE),
  date: object(
    { type: ANY, timestamp: whole(0, Number.MAX_SAFE_INTEGER), format: ID },
    { ...STYLE, url: string(3_000), fallback: string(3_000) },
  ),
};

const SECTION = object({ type: ANY, elements: list(typed(INLINE)) });

/** What may stand in a `rich_text` block itself. */
export const RICH_TEXT: Readonly<Record<string, Rule>> = {
  rich_text_section: SECTION,
  rich_text_quote: object({ type: ANY, elements: list(typed(INLINE)) }, BORDER),
  rich_text_preformatted: object({ type: ANY, elements: list(typed(WORDS)) }, { ...BORDER, language: ID }),
  rich_text_list: object(
    {
      type: ANY,
      style: choice('bullet', 'ordered'),
      elements: list(typed({ rich_text_section: SECTION })),
    },
    { ...BORDER, indent: whole(0, 8), offset: whole(0, 100_000) },
  ),
};
