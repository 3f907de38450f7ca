import { type APIInteraction, ChannelType, type Client, InteractionContextType } from 'discord.js';
import { remembered, type Spot, THREADS } from '../payloads/whereabouts.ts';

/** @returns where something was done, as far as Discord says */
export function spotOf(client: Client, interaction: APIInteraction): Spot {
  const channel = interaction.channel?.id ?? interaction.channel_id ?? null;
  const known = channel === null ? null : remembered(client, channel);
  return {
    guild: interaction.guild_id ?? known?.guild ?? null,
    channel,
    parent: parentOf(interaction) ?? known?.parent ?? null,
    direct: isDirect(interaction),
    user: (interaction.member?.user ?? interaction.user)?.id ?? null,
  };
}

/** @returns a person's name in the ledger */
export function personOf({ user }: Spot): string | null {
  return user === null ? null : `discord:${user}`;
}

function parentOf({ channel }: APIInteraction): string | null {
  if (channel == null || !THREADS.includes(channel.type) || !('parent_id' in channel)) return null;
  return channel.parent_id ?? null;
}

/** A conversation with the bot alone. Between people it may be used too; there are many in that. */
function isDirect({ context, channel, guild_id }: APIInteraction): boolean {
  if (context !== undefined) return context === InteractionContextType.BotDM;
  return guild_id === undefined && channel?.type === ChannelType.DM;
}
