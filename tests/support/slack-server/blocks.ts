import { messageBlocks } from './blocks-layout.ts';
import { homeView, modalView } from './blocks-view.ts';
import { isJson, type Json } from './json.ts';
import { HALF_PAIR, list, object, string } from './rules.ts';

/** What Slack refuses, by its documentation, as far as a bot like ours could come near it. */

/** Why Slack does not take something. */
export interface Refusal {
  /** Slack's code. */
  readonly code: string;
  /** What is wrong, with the JSON path, for whoever reads a failing test. */
  readonly why: string;
}

/** UTF-16 code units (https://docs.slack.dev/reference/methods/chat.postMessage#truncating). */
const TEXT = 40_000;
/** UTF-16 code units, for `chat.update` (https://docs.slack.dev/reference/methods/chat.update#errors). */
const UPDATED_TEXT = 4_000;
/** All blocks as JSON, in UTF-16 code units (https://github.com/slackapi/bolt-js/issues/2509). */
const BLOCKS = 13_200;
/** Bytes (https://docs.slack.dev/reference/methods/views.open#errors). */
const VIEW = 250_000;
const METADATA = object({
  event_type: string(255),
  event_payload: (value, path) => (isJson(value) ? null : `${path} must be an object`),
});

/**
 * Judges a message as Slack would.
 *
 * @param message arguments of `chat.postMessage`, or the body for a `response_url`, decoded
 * @returns Slack's code for what is wrong, or `null`
 */
export function refusalOf(message: Json): string | null {
  return messageRefusal(message)?.code ?? null;
}

/**
 * Judges a message as Slack would, and says why.
 *
 * @param message arguments of `chat.postMessage`, or the body for a `response_url`, decoded
 * @returns what is wrong, or `null`
 */
export function messageRefusal(message: Json): Refusal | null {
  const { text, blocks, metadata } = message;
  if (blocks === undefined && (typeof text !== 'string' || text === '')) {
    return { code: 'no_text', why: '$.text is missing, and there are no blocks' };
  }
  if (text !== undefined && typeof text !== 'string') {
    return { code: 'invalid_arguments', why: '$.text must be a string' };
  }
  if (text !== undefined && text.length > TEXT) {
    return { code: 'msg_too_long', why: `$.text has ${text.length} characters, at most ${TEXT} may be` };
  }
  if (text !== undefined && HALF_PAIR.test(text)) {
    return { code: 'invalid_arguments', why: '$.text holds half a character' };
  }
  const wrong = metadata === undefined ? null : METADATA(metadata, '$.metadata');
  if (wrong !== null) return { code: 'invalid_metadata_format', why: wrong };
  return blocks === undefined ? null : blocksRefusal(blocks, '$.blocks');
}

/**
 * Judges what is to take the place of a message.
 *
 * @param message arguments of `chat.update`, decoded
 * @returns what is wrong, or `null`
 */
export function updateRefusal(message: Json): Refusal | null {
  const { text } = message;
  if (typeof text === 'string' && text.length > UPDATED_TEXT) {
    const why = `$.text has ${text.length} characters, at most ${UPDATED_TEXT} may be in chat.update`;
    return { code: 'msg_too_long', why };
  }
  // An empty array takes the blocks away.
  const { blocks, ...rest } = message;
  return messageRefusal(Array.isArray(blocks) && blocks.length === 0 ? rest : message);
}

/**
 * Judges the previews of links.
 *
 * @param unfurls argument of `chat.unfurl`, decoded
 * @returns what is wrong, or `null`
 */
export function unfurlsRefusal(unfurls: unknown): Refusal | null {
  if (unfurls === undefined) return { code: 'missing_unfurls', why: '$.unfurls is missing' };
  if (!isJson(unfurls)) return { code: 'invalid_unfurls_format', why: '$.unfurls must be an object' };
  for (const [url, unfurl] of Object.entries(unfurls)) {
    const path = `$.unfurls["${url}"]`;
    if (!isJson(unfurl) || unfurl.blocks === undefined) {
      return { code: 'cannot_parse_attachment', why: `${path}.blocks is missing` };
    }
    const wrong =
      blocksRefusal(unfurl.blocks, `${path}.blocks`)?.why ??
      object({ blocks: () => null }, { color: string(7), hide_color: () => null, preview: () => null })(
        unfurl,
        path,
      );
    if (wrong !== null) return { code: 'cannot_parse_attachment', why: wrong };
  }
  return null;
}

function blocksRefusal(blocks: unknown, path: string): Refusal | null {
  if (!Array.isArray(blocks)) return { code: 'invalid_blocks_format', why: `${path} must be an array` };
  const length = JSON.stringify(blocks).length;
  const tooMany = blocks.length > 50;
  if (!tooMany && length > BLOCKS) {
    return { code: 'msg_blocks_too_long', why: `${path} has ${length} characters, at most ${BLOCKS} may be` };
  }
  const wrong = messageBlocks(blocks, path);
  return wrong === null ? null : { code: 'invalid_blocks', why: wrong };
}

/**
 * Judges a view.
 *
 * @param view argument of `views.*`, decoded
 * @param type what may be shown there
 * @returns what is wrong, or `null`
 */
export function viewRefusal(view: unknown, type: 'modal' | 'home'): Refusal | null {
  const size = Buffer.byteLength(JSON.stringify(view ?? null));
  if (size > VIEW) return { code: 'view_too_large', why: `$.view has ${size} bytes, at most ${VIEW} may be` };
  const wrong = (type === 'modal' ? modalView : homeView)(view, '$.view');
  return wrong === null ? null : { code: 'invalid_arguments', why: wrong };
}

const PROMPTS = list(object({ title: string(3_000), message: string(3_000) }), 4);

/**
 * Judges suggested prompts.
 *
 * @param prompts argument of `assistant.threads.setSuggestedPrompts`, decoded
 * @returns what is wrong, or `null`
 */
export function promptsRefusal(prompts: unknown): Refusal | null {
  const wrong = PROMPTS(prompts, '$.prompts');
  return wrong === null ? null : { code: 'invalid_arguments', why: wrong };
}
