import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { HeardInteraction } from '../heard.ts';
import { interactionPath } from '../interaction-path.ts';
import type { Surroundings } from '../listeners/message.ts';
import { remembered, whereabouts } from '../whereabouts.ts';

/** Name of the command, and of its option. */
export const ASK = 'ask';
const QUESTION = 'question';

/**
 * The command as Discord shows it. Discord takes up to 6,000 characters, so that a question that is too long
 * for us is told so instead of being cut.
 */
export const askCommand = {
  name: ASK,
  description: 'Answers a question about a news story with what the articles say, word for word.',
  type: ApplicationCommandType.ChatInput,
  options: [
    {
      name: QUESTION,
      description: 'What do you want to know?',
      type: ApplicationCommandOptionType.String,
      required: true,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Where the command may be used, which Discord knows for commands that are registered everywhere only: in
 * servers that have the bot, and wherever somebody goes who has installed it for themselves.
 */
export const askEverywhere = {
  ...askCommand,
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** @returns whether it is this command that was used */
export function isAsk({ type, data }: HeardInteraction): boolean {
  if (type !== InteractionType.ApplicationCommand || data === undefined || !('name' in data)) return false;
  const { type: kind = ApplicationCommandType.ChatInput } = data;
  return data.name === ASK && kind === ApplicationCommandType.ChatInput;
}

/**
 * Brings a use of the command to the desk.
 *
 * @param around what it works with
 * @param interaction the use of the command
 */
export function answerAsk({ client, desk, log }: Surroundings, interaction: APIInteraction): void {
  const { id, token } = interaction;
  const application_id = interaction.application_id ?? client.application?.id ?? '';
  const channel = interaction.channel?.id ?? interaction.channel_id ?? null;
  const known = channel === null ? null : remembered(client, channel);
  const spot = {
    guild: interaction.guild_id ?? known?.guild ?? null,
    channel,
    parent: parentOf(interaction) ?? known?.parent ?? null,
    direct: isDirect(interaction),
    user: (interaction.member?.user ?? interaction.user)?.id ?? null,
  };
  void desk.answer(
    { deliveries: [id], ...whereabouts(spot), text: questionOf(interaction).trim() },
    interactionPath(client.rest, { id, token, application_id }, log),
  );
}

/** The text of the option; `''` where there is none. */
function questionOf({ data }: APIInteraction): string {
  const options = data !== undefined && 'options' in data ? data.options : undefined;
  for (const option of options ?? []) {
    if (option.name === QUESTION && 'value' in option) return String(option.value);
  }
  return '';
}

const THREADS: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

function parentOf({ channel }: APIInteraction): string | null {
  if (channel === undefined || !THREADS.includes(channel.type) || !('parent_id' in channel)) return null;
  return channel.parent_id ?? null;
}

/** A conversation with the bot alone. Between people it may be used too; there are many in that. */
function isDirect({ context, channel, guild_id }: APIInteraction): boolean {
  if (context !== undefined) return context === InteractionContextType.BotDM;
  return guild_id === undefined && channel?.type === ChannelType.DM;
}
