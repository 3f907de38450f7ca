import type { Client } from 'discord.js';
import type { Log } from '../../../log.ts';
import type { Desk } from '../../conversation.ts';
import type { HeardMessage } from '../heard.ts';
import { messagePath } from '../message-path.ts';
import { questionText } from '../question-text.ts';
import { remembered, whereabouts } from '../whereabouts.ts';

/** What the listeners work with. */
export interface Surroundings {
  readonly client: Client;
  readonly desk: Desk;
  readonly log: Log;
}

/** The server that a message was written in; `null` for a direct message. */
export function guildOf(client: Client, message: HeardMessage): string | null {
  return message.guild_id ?? remembered(client, message.channel_id).guild;
}

/**
 * Brings a message to the desk.
 *
 * @param around what it works with
 * @param message the question
 * @param botId whose mention is no part of it
 */
export function answerMessage(
  { client, desk, log }: Surroundings,
  message: HeardMessage,
  botId: string,
): void {
  const guild = guildOf(client, message);
  const spot = {
    guild,
    channel: message.channel_id,
    parent: remembered(client, message.channel_id).parent,
    direct: guild === null,
    user: message.author?.id ?? null,
  };
  const text = questionText(message.content ?? '', botId);
  void desk.answer(
    { deliveries: [message.id], ...whereabouts(spot), text },
    messagePath(client.rest, message, log),
  );
}
