import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Log } from '../../../log.ts';
import type { DiscordMessage } from '../render.ts';
import { callError, isAboutTheForm } from './failure.ts';

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
 * @param message what to post
 * @param send posts one form of it
 * @param log where a refusal is told
 * @returns what Discord answered
 * @throws {CallError} when it is taken in neither form
 */
export async function inEitherForm(
  { components, content }: DiscordMessage,
  send: (form: Form) => Promise<unknown>,
  log: Log,
): Promise<unknown> {
  try {
    return await send({
      flags: MessageFlags.IsComponentsV2,
      components: [...components],
      allowed_mentions: NO_PINGS,
    });
  } catch (thrown) {
    const error = callError(thrown);
    if (!isAboutTheForm(error)) throw error;
    log.warn({ err: error }, 'Discord refused a message, which is sent as plain text instead');
    return send(plainForm(content));
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

/**
 * @returns the id of a message that Discord answered with; `null` where it gave none, or one that a single person
 *   sees, which Discord may decide: of apps that a server does not want
 */
export function messageIdIn(answer: unknown): string | null {
  const given = answer as
    | {
        readonly id?: unknown;
        readonly flags?: unknown;
        readonly resource?: {
          readonly message?: { readonly id?: unknown; readonly flags?: unknown } | null;
        } | null;
      }
    | null
    | undefined;
  const message = given?.resource?.message ?? given;
  const isPrivate = (Number(message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return typeof message?.id === 'string' && !isPrivate ? message.id : null;
}
