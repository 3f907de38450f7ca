import { type Json, jsonOf, listOf } from './json.ts';
import { entitiesUndone, seen } from './shown.ts';

/**
 * Reads a message as a screen reader or a notification does, which have the fallback `text` alone.
 *
 * @param message arguments of `chat.postMessage`, `chat.update` or `chat.postEphemeral`, or the body for a
 *   `response_url`, decoded
 * @returns what is missing there, in words; empty where nothing is
 */
export function coldText(message: Json): string[] {
  if (message.delete_original === true) return [];
  const text = typeof message.text === 'string' ? message.text : '';
  if (text.trim() === '') return ['the fallback text is missing'];
  const read = flat(entitiesUndone(text));
  const { quotes } = seen(message);
  return [
    ...quotes
      .filter((quote) => !read.includes(flat(quote)))
      .map((quote) => `the fallback text lacks the quotation “${quote}”`),
    ...picturesIn(message.blocks)
      .filter(({ alt_text }) => typeof alt_text !== 'string' || alt_text.trim() === '')
      .map(({ image_url }) => `the picture ${String(image_url)} has no alt_text`),
  ];
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function picturesIn(blocks: unknown): readonly Json[] {
  const elements = listOf(blocks).flatMap((block) => {
    const { accessory, elements: inside } = jsonOf(block);
    return [block, accessory, ...listOf(inside)];
  });
  return elements.map(jsonOf).filter(({ type }) => type === 'image');
}
