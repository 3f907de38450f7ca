import { ACCESSORIES, ACTIONS, CONTEXT, CONTEXT_ACTIONS, INPUTS } from './blocks-elements.ts';
import { RICH_TEXT } from './blocks-rich-text.ts';
import { anyText, plainText } from './blocks-text.ts';
import { isJson, jsonOf, listOf } from './json.ts';
import { address, eitherOf, flag, list, object, type Rule, string, typed } from './rules.ts';

/** Blocks (https://docs.slack.dev/reference/block-kit/blocks), and where they may stand. */

const ANY: Rule = () => null;
const ID = { block_id: string(255) };
/** All `markdown` blocks of a message together (https://docs.slack.dev/reference/block-kit/blocks/markdown-block). */
const MARKDOWN = 12_000;

const idsDiffer: Rule = (value, path) => {
  const ids = listOf(jsonOf(value).elements).flatMap((element) => jsonOf(element).action_id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? null : `${path} has the action_id ${String(twice)} twice`;
};

const hasText: Rule = (value, path) =>
  isJson(value) && value.text === undefined && value.fields === undefined
    ? `${path} must have text or fields`
    : null;

const EVERYWHERE: Readonly<Record<string, Rule>> = {
  header: object({ type: ANY, text: plainText(150) }, ID),
  section: object(
    { type: ANY },
    {
      ...ID,
      text: anyText(3_000),
      fields: list(anyText(2_000), 10),
      accessory: typed(ACCESSORIES),
      expand: flag,
    },
    hasText,
  ),
  context: object({ type: ANY, elements: list(typed(CONTEXT), 10) }, ID),
  actions: object({ type: ANY, elements: list(typed(ACTIONS), 25) }, ID, idsDiffer),
  divider: object({ type: ANY }, ID),
  image: object(
    { type: ANY, alt_text: string(2_000) },
    { ...ID, title: plainText(2_000), image_url: address(), slack_file: ANY },
    eitherOf('image_url', 'slack_file'),
  ),
  input: object(
    { type: ANY, label: plainText(2_000), element: typed(INPUTS) },
    { ...ID, hint: plainText(2_000), optional: flag, dispatch_action: flag },
  ),
  rich_text: object({ type: ANY, elements: list(typed(RICH_TEXT)) }, ID),
};

/** `markdown` and `context_actions` are for messages alone. */
const IN_MESSAGES: Readonly<Record<string, Rule>> = {
  ...EVERYWHERE,
  context_actions: object({ type: ANY, elements: list(typed(CONTEXT_ACTIONS), 5) }, ID, idsDiffer),
  markdown: object({ type: ANY, text: string(MARKDOWN) }, ID),
};

/**
 * Judges the blocks of a message or of an unfurl.
 *
 * @returns what is wrong, in words that begin with the JSON path; `null` when nothing is
 */
export const messageBlocks: Rule = (blocks, path) =>
  list(typed(IN_MESSAGES), 50)(blocks, path) ?? blockIdsDiffer(blocks, path) ?? markdownFits(blocks, path);

/** Judges the blocks of a modal or a home tab. */
export const viewBlocks: Rule = (blocks, path) =>
  list(typed(EVERYWHERE), 100, 0)(blocks, path) ?? blockIdsDiffer(blocks, path) ?? oneFocus(blocks, path);

function blockIdsDiffer(blocks: unknown, path: string): string | null {
  const ids = listOf(blocks).flatMap((block) => jsonOf(block).block_id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? null : `${path} has the block_id ${String(twice)} twice`;
}

function markdownFits(blocks: unknown, path: string): string | null {
  const texts = listOf(blocks).map((block) =>
    jsonOf(block).type === 'markdown' ? String(jsonOf(block).text) : '',
  );
  const length = texts.join('').length;
  return length > MARKDOWN
    ? `${path} has ${length} characters of markdown, at most ${MARKDOWN} may be`
    : null;
}

function oneFocus(blocks: unknown, path: string): string | null {
  const count = JSON.stringify(blocks).split('"focus_on_load":true').length - 1;
  return count > 1 ? `${path} has ${count} elements with focus_on_load, only one may be` : null;
}
