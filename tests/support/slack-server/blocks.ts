/** What Slack refuses a message for, by its documentation, as far as our messages could come near it. */

type Json = Readonly<Record<string, unknown>>;

const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/** Fields of a text object, an element or a block, by type. `?`: may be missing. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  plain_text: ['text', 'emoji?'],
  mrkdwn: ['text', 'verbatim?'],
  text: ['text', 'style?'],
  link: ['url', 'text?', 'style?', 'unsafe?'],
  user: ['user_id', 'style?'],
  usergroup: ['usergroup_id', 'style?'],
  broadcast: ['range', 'style?'],
  rich_text: ['elements', 'block_id?'],
  rich_text_section: ['elements'],
  rich_text_quote: ['elements', 'border?'],
  rich_text_list: ['elements', 'style', 'indent?', 'offset?', 'border?'],
  context: ['elements', 'block_id?'],
  section: ['text', 'block_id?', 'expand?'],
  divider: ['block_id?'],
};
/** Types that may stand in an element of a type. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  message: ['rich_text', 'context', 'section', 'divider'],
  rich_text: ['rich_text_section', 'rich_text_quote', 'rich_text_list'],
  rich_text_section: ['text', 'link', 'user', 'usergroup', 'broadcast'],
  rich_text_quote: ['text', 'link', 'user', 'usergroup', 'broadcast'],
  rich_text_list: ['rich_text_section'],
  context: ['plain_text', 'mrkdwn'],
};

/**
 * Judges a message as Slack would.
 *
 * @param message arguments of `chat.postMessage`, or the body for a `response_url`, decoded
 * @returns Slack's code for what is wrong, or `null`
 */
export function refusalOf(message: Json): string | null {
  const { text, blocks } = message;
  if (blocks === undefined && (typeof text !== 'string' || text === '')) return 'no_text';
  if (typeof text === 'string' && text.length > 40_000) return 'msg_too_long';
  if (typeof text === 'string' && HALF_PAIR.test(text)) return 'invalid_arguments';
  if (blocks === undefined) return null;
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  if (blocks.length > 50 || blocks.length === 0) return 'invalid_blocks';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  return blocks.every((block) => sound(block, 'message')) ? null : 'invalid_blocks';
}

function sound(value: unknown, parent: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Json;
  const type = String(node.type);
  const fields = FIELDS[type];
  if (fields === undefined || !WITHIN[parent]?.includes(type)) return false;
  const names = fields.map((field) => field.replace('?', ''));
  if (Object.keys(node).some((name) => name !== 'type' && !names.includes(name))) return false;
  if (fields.some((field) => !field.endsWith('?') && node[field] === undefined)) return false;
  return soundText(node, type) && soundStyle(node, type) && soundElements(node, type);
}

function soundText(node: Json, type: string): boolean {
  if (type === 'section') return sound(node.text, 'context');
  const { text } = node;
  if (text === undefined) return true;
  if (typeof text !== 'string' || text === '' || HALF_PAIR.test(text)) return false;
  return (type !== 'plain_text' && type !== 'mrkdwn') || (text.length <= 3_000 && text.trim() !== '');
}

function soundStyle(node: Json, type: string): boolean {
  if (node.style === undefined) return true;
  if (type === 'rich_text_list') return node.style === 'bullet' || node.style === 'ordered';
  return Object.entries(node.style as Json).every(
    ([name, on]) => ['bold', 'italic', 'strike', 'code'].includes(name) && typeof on === 'boolean',
  );
}

function soundElements(node: Json, type: string): boolean {
  const { elements } = node;
  if (elements === undefined) return true;
  if (!Array.isArray(elements) || elements.length === 0) return false;
  if (type === 'context' && elements.length > 10) return false;
  return elements.every((element) => sound(element, type));
}
