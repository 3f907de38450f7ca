import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Reply } from '../reply.ts';
import { callError, isAboutTheForm } from './failure.ts';
import { renderReply } from './render.ts';

/** A message in one of its forms, that notifies nobody. */
export type Form = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'components' | 'flags' | 'allowed_mentions'
>;

/**
 * Nobody is ever notified: Components V2 ping like any other text
 * (https://discord.com/developers/docs/components/reference#text-display).
 */
export const NO_PINGS = { parse: [], replied_user: false } satisfies Form['allowed_mentions'];

/** Posting a reply may take as long as this, rate limits included. Nobody waits longer. */
export const PATIENCE_MS = 60_000;

/**
 * Posts a reply: as components, and where Discord refuses those, as text.
 *
 * @param reply what to post
 * @param send posts one form of it
 * @param log where a refusal is told
 * @throws {CallError} when it is taken in neither form
 */
export async function inEitherForm(
  reply: Reply,
  send: (form: Form) => Promise<unknown>,
  log: Log,
): Promise<void> {
  const { components, content } = renderReply(reply);
  try {
    await send({
      flags: MessageFlags.IsComponentsV2,
      components: [...components],
      allowed_mentions: NO_PINGS,
    });
  } catch (thrown) {
    const error = callError(thrown);
    if (!isAboutTheForm(error)) throw error;
    log.warn({ err: error }, 'Discord refused a message, which is sent as plain text instead');
    await send(plainForm(content));
  }
}

/**
 * A message of text only, without previews of what it links to.
 *
 * @param content Markdown
 * @returns the message
 */
export function plainForm(content: string): Form {
  return { content, flags: MessageFlags.SuppressEmbeds, allowed_mentions: NO_PINGS };
}
