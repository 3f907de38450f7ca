import { FLAGS, has } from './flags.ts';
import { isJson, type Json, jsonOf } from './json.ts';
import type { Kept } from './messages.ts';
import { userOf } from './person.ts';
import { type Asked, tellOf } from './route.ts';
import { BOT, type Interaction, now } from './state.ts';

/**
 * Keeps a message that answers an interaction, and tells the gateway of it where the bot is.
 *
 * @param asked the call
 * @param interaction what it answers
 * @param data what was sent
 * @returns the message
 */
export function interactionMessage(asked: Asked, interaction: Interaction, data: Json): Kept {
  const { state } = asked;
  const { user, channel, guild, hushed, source, original } = interaction;
  const flags = Number(data.flags ?? 0) | (hushed ? FLAGS.ephemeral : 0);
  const replied = original ?? source;
  const kept = state.messages.post({
    id: state.snowflake(),
    channel,
    guild,
    author: BOT,
    ours: true,
    to: has(flags, FLAGS.ephemeral) ? user : null,
    message: { ...data, flags },
    reference: replied === null ? null : { message_id: replied, channel_id: channel },
    nonce: null,
    interaction: interaction.id,
    at: now(state),
    more: {
      ...(replied === null ? { type: jsonOf(interaction.payload.data).type === 1 ? 20 : 23 } : {}),
      interaction_metadata: metadataOf(interaction),
    },
  });
  // What an app says that is not in the server, the server's gateway does not tell it.
  if (!interaction.foreign) tellOf(asked, 'MESSAGE_CREATE', kept);
  return kept;
}

function metadataOf({ id, type, user, source, original, payload }: Interaction): Json {
  const person = jsonOf(payload.member).user ?? payload.user;
  return {
    id,
    type,
    user: isJson(person) ? person : userOf({ user }),
    authorizing_integration_owners: jsonOf(payload.authorizing_integration_owners),
    ...(original === null ? {} : { original_response_message_id: original }),
    ...(source === null ? {} : { interacted_message_id: source }),
  };
}
