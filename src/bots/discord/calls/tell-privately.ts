import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Around } from '../around.ts';
import { callError, isAcknowledged } from './failure.ts';
import { type Answerable, respond } from './interaction-path.ts';
import { plainForm } from './post.ts';

/** Discord shows an error after as long as this. */
const RESPOND_MS = 3_000;

/**
 * Answers an interaction with one sentence of ours, which only the person sees.
 *
 * @param around the way to Discord
 * @param interaction what is answered
 * @param sentence Markdown
 */
export async function tellPrivately(
  { client, log }: Pick<Around, 'client' | 'log'>,
  interaction: Pick<Answerable, 'id' | 'token'>,
  sentence: string,
): Promise<void> {
  const flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds;
  const type = InteractionResponseType.ChannelMessageWithSource;
  try {
    const body = { type, data: { ...plainForm(sentence), flags } };
    await respond(client.rest, interaction, body, AbortSignal.timeout(RESPOND_MS));
  } catch (thrown) {
    const error = callError(thrown);
    // By a process that is gone, or one that serves the same servers.
    if (!isAcknowledged(error)) log.warn({ err: error }, 'an interaction could not be answered');
  }
}
