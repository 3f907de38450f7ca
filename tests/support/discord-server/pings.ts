import { flat } from './components.ts';
import { FLAGS, has } from './flags.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';

const MENTION = /@everyone|@here|<@[!&]?\d+>/g;

/**
 * Finds everything about a message that could notify anyone.
 *
 * @param sent a message, or the response to an interaction
 * @returns the lack of `allowed_mentions`, or what they allow, and then the mentions that stand there; nothing
 *   where nothing is said, as in a modal, a deferral or choices
 */
export function pingsIn(sent: Json): string[] {
  if (isJson(sent.data)) return pingsIn(sent.data);
  const { allowed_mentions, content, components, embeds, title, message_reference } = sent;
  const says = content !== undefined || components !== undefined || embeds !== undefined;
  if (!says || title !== undefined) return [];
  if (!isJson(allowed_mentions)) return [`no allowed_mentions (flags ${sent.flags})`, ...mentionsIn(sent)];
  const { parse, users, roles, replied_user } = allowed_mentions;
  const lists = [parse, users, roles].flatMap(listOf).map(String);
  if (parse === undefined) lists.push('no parse');
  const mentions = lists.length === 0 ? [] : mentionsIn(sent);
  // Unless it is said not to, a reply notifies whoever it replies to.
  const replies = replied_user === true || (isJson(message_reference) && replied_user !== false);
  return [...lists, ...mentions, ...(replies ? ['replied_user'] : [])];
}

/** Every mention that stands in what can be read of a message. An escape does not help: Discord looks past it. */
function mentionsIn({ content, components, embeds }: Json): string[] {
  const faces = [...listOf(components).flatMap(flat), ...listOf(embeds).map(jsonOf)].flatMap((part) => [
    part.content,
    part.label,
    part.placeholder,
    part.title,
    part.description,
    ...listOf(part.options).flatMap((option) => [jsonOf(option).label, jsonOf(option).description]),
  ]);
  return [content, ...faces].flatMap((text) => (typeof text === 'string' ? (text.match(MENTION) ?? []) : []));
}

/** Whether a message comes without a sound (`@silent`). */
export function isSilent(sent: Json): boolean {
  return has((isJson(sent.data) ? sent.data : sent).flags, FLAGS.suppressNotifications);
}
