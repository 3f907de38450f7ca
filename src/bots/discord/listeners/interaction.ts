import { type APIInteraction, InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import { ASK, answerAsk, isAsk } from '../commands/ask.ts';
import { callError } from '../failure.ts';
import type { Ears, HeardInteraction } from '../heard.ts';
import { respond } from '../interaction-path.ts';
import { plainForm } from '../post.ts';
import type { Surroundings } from './message.ts';

const UNKNOWN_COMMAND = `I do not know this command. Ask with /${ASK}; whoever runs this bot can register its commands again.`;
const UNKNOWN_CONTROL = `That does nothing any more. Ask with /${ASK}.`;

/** Discord shows an error after as long as this. */
const RESPOND_MS = 3_000;

/** Answers the command, and whatever else is done with what Discord may still show of the bot. */
export function onInteraction(ears: Ears, around: Surroundings): void {
  ears.onInteraction((interaction) => {
    // Discord's documentation promises the rest; what we use of it is checked where it is used.
    if (isAsk(interaction)) answerAsk(around, interaction as APIInteraction);
    else void decline(around, interaction);
  });
}

async function decline({ client, log }: Surroundings, interaction: HeardInteraction): Promise<void> {
  try {
    await respond(client.rest, interaction, refusal(interaction.type), AbortSignal.timeout(RESPOND_MS));
  } catch (error) {
    log.warn({ err: callError(error), type: interaction.type }, 'an interaction could not be declined');
  }
}

function refusal(type: InteractionType): object {
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
  }
  const sentence = type === InteractionType.ApplicationCommand ? UNKNOWN_COMMAND : UNKNOWN_CONTROL;
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...plainForm(sentence), flags: MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds },
  };
}
