import { interactionMessage } from './answering.ts';
import { CALLBACK, mistakesInResponse } from './callback-rules.ts';
import { editRefusal } from './edits.ts';
import { FLAGS, has } from './flags.ts';
import { type Json, jsonOf, listOf } from './json.ts';
import { isLoading, type Kept } from './messages.ts';
import { contentRefusal, formRefusal, type Refusal, refusal } from './payload.ts';
import { type Asked, asSent, done, type Outcome, type Route, tellOf, yes } from './route.ts';
import type { Interaction, State } from './state.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding */

/** In milliseconds. */
const RESPOND_WITHIN = 3_000;

function respond(asked: Asked): Outcome | Refusal {
  const {
    state,
    body,
    query,
    at: [id = '', token = ''],
  } = asked;
  const interaction = state.interactions.get(token);
  if (interaction === undefined || interaction.id !== id) return refusal(404, 10062, 'Unknown interaction');
  if (interaction.responded !== null) {
    return refusal(400, 40060, 'Interaction has already been acknowledged.');
  }
  if (state.passed - interaction.at >= RESPOND_WITHIN) return refusal(404, 10062, 'Unknown interaction');
  const source = sourceOf(state, interaction);
  const no = formRefusal(mistakesInResponse(body, aboutOf(interaction, source)));
  if (no !== null) return no;
  const type = body.type as NonNullable<Interaction['responded']>;
  const data = jsonOf(body.data);
  const wrong =
    type === CALLBACK.message
      ? contentRefusal(data)
      : type === CALLBACK.update && source !== null
        ? editRefusal(source, data)
        : null;
  if (wrong !== null) return wrong;
  interaction.responded = type;
  const made = effect(asked, interaction, source, type, data);
  interaction.original = made?.id ?? null;
  if (query.get('with_response') !== 'true') return done(made?.id);
  return yes(callbackOf(state, interaction, made), made === null ? {} : { message: made.id });
}

function sourceOf(state: State, { source }: Interaction): Kept | null {
  return state.messages.find(source) ?? null;
}

function aboutOf({ type, payload }: Interaction, source: Kept | null) {
  const flags = source?.message.flags ?? jsonOf(payload.message).flags ?? 0;
  const from = payload.message === undefined && source === null ? null : Number(flags);
  const options = listOf(jsonOf(payload.data).options).map(jsonOf);
  const inside = options.flatMap((option) => [option, ...listOf(option.options).map(jsonOf)]);
  const focused = inside
    .flatMap((option) => [option, ...listOf(option.options).map(jsonOf)])
    .find((option) => option.focused === true);
  return { type, source: from, option: focused === undefined ? null : Number(focused.type) };
}

/** Does what a response asks for; gives the message that `@original` stands for from then on. */
function effect(
  asked: Asked,
  interaction: Interaction,
  source: Kept | null,
  type: number,
  data: Json,
): Kept | null {
  const { state } = asked;
  switch (type) {
    case CALLBACK.message:
      return interactionMessage(asked, interaction, data);
    case CALLBACK.defer:
      return interactionMessage(asked, interaction, { flags: Number(data.flags ?? 0) | FLAGS.loading });
    case CALLBACK.update: {
      if (source === null) return null;
      const edited = state.messages.replace(source, data);
      tellOf(asked, 'MESSAGE_UPDATE', edited);
      return edited;
    }
    case CALLBACK.deferUpdate:
      return source;
    case CALLBACK.modal:
      state.modals.push({ data, interaction });
      return null;
    default:
      return null;
  }
}

function callbackOf(state: State, interaction: Interaction, made: Kept | null): Json {
  const { id, type, responded, channel: channel_id, guild: guild_id } = interaction;
  const about =
    made === null
      ? {}
      : {
          response_message_id: made.id,
          response_message_loading: isLoading(made),
          response_message_ephemeral: has(made.message.flags, FLAGS.ephemeral),
        };
  const message = made === null ? {} : { message: asSent(state, made) };
  return {
    interaction: { id, type, channel_id, guild_id, ...about },
    resource: { type: responded, ...message },
  };
}

export const INTERACTION_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/interactions/:/:/callback', open: true, run: respond },
];
