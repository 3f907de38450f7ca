import { interactionMessage } from './answering.ts';
import { editRefusal } from './edits.ts';
import { FLAGS } from './flags.ts';
import type { Json } from './json.ts';
import { isLoading, type Kept } from './messages.ts';
import { messageRefusal, type Refusal, refusal } from './payload.ts';
import { type Asked, asSent, done, type Outcome, type Route, tellOf, yes, yesMessage } from './route.ts';
import type { Interaction } from './state.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */

/** In milliseconds. */
const TOKEN_LIFE = 15 * 60_000;
/** Messages that may follow where only the user has the app. */
const MOST_FOREIGN = 5;

/** The interaction whose webhook is called, while it may be. */
function answering({ state, at: [application = '', token = ''] }: Asked): Interaction | Refusal {
  const interaction = state.interactions.get(token);
  if (application !== state.application.id || interaction === undefined || interaction.responded === null) {
    return refusal(404, 10015, 'Unknown Webhook');
  }
  return state.passed - interaction.at >= TOKEN_LIFE
    ? refusal(401, 50027, 'Invalid Webhook Token')
    : interaction;
}

function follow(asked: Asked): Outcome | Refusal {
  const { state, body } = asked;
  const interaction = answering(asked);
  if (!('token' in interaction)) return interaction;
  const no = messageRefusal(body, 'response');
  if (no !== null) return no;
  const original = state.messages.find(interaction.original);
  // For old bots: the first message after a deferral takes its place.
  if (original !== undefined && isLoading(original)) return change(asked, original, withoutEphemeral(body));
  if (interaction.foreign && interaction.followups >= MOST_FOREIGN) {
    return refusal(400, 40094, 'This interaction has hit the maximum number of follow up messages');
  }
  interaction.followups += 1;
  return yesMessage(state, interactionMessage(asked, interaction, body));
}

function withoutEphemeral(body: Json): Json {
  return body.flags === undefined ? body : { ...body, flags: Number(body.flags) & ~FLAGS.ephemeral };
}

function change(asked: Asked, kept: Kept, body: Json): Outcome | Refusal {
  const no = editRefusal(kept, body);
  if (no !== null) return no;
  const edited = asked.state.messages.replace(kept, body);
  tellOf(asked, 'MESSAGE_UPDATE', edited);
  return yesMessage(asked.state, edited);
}

/** The message of the path: one of this interaction, or the one that it came from. */
function named(asked: Asked): Kept | Refusal {
  const interaction = answering(asked);
  if (!('token' in interaction)) return interaction;
  const id = asked.at[2] === '@original' ? interaction.original : asked.at[2];
  const kept = asked.state.messages.find(id);
  const ours = kept !== undefined && (kept.interaction === interaction.id || kept.id === interaction.source);
  return ours ? kept : refusal(404, 10008, 'Unknown Message');
}

const onNamed = (run: (asked: Asked, kept: Kept) => Outcome | Refusal) => (asked: Asked) => {
  const kept = named(asked);
  return 'channel' in kept ? run(asked, kept) : kept;
};

function remove({ state, tell }: Asked, kept: Kept): Outcome {
  state.messages.remove(kept);
  const { id, channel: channel_id, guild, to } = kept;
  if (to === null) tell('MESSAGE_DELETE', { id, channel_id, ...(guild === null ? {} : { guild_id: guild }) });
  return done(id);
}

const MESSAGE = '/webhooks/:/:/messages/:';
export const WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/webhooks/:/:', open: true, run: follow },
  { method: 'GET', path: MESSAGE, open: true, run: onNamed(({ state }, kept) => yes(asSent(state, kept))) },
  {
    method: 'PATCH',
    path: MESSAGE,
    open: true,
    run: onNamed((asked, kept) => change(asked, kept, asked.body)),
  },
  { method: 'DELETE', path: MESSAGE, open: true, run: onNamed(remove) },
];
