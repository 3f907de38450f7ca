import { InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import type { EarlierTurn } from '../../../knowledge/index.ts';
import type { Log } from '../../../log.ts';
import type { Asking } from '../../asking.ts';
import type { ReplyPath } from '../../desk.ts';
import type { Reply } from '../../reply.ts';
import type { DiscordMessage } from '../render.ts';
import { callError, isAcknowledged, isGone, isOver } from './failure.ts';
import { patiently } from './patience.ts';
import { type Form, inEitherForm, messageIdIn, PATIENCE_MS } from './post.ts';

/** What is needed of an interaction to answer it. */
export interface Answerable {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

/**
 * Discord waits three seconds for the first response
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback).
 */
const ACKNOWLEDGE_MS = 3_000;

/** How the answer to a command is shown. */
export interface Showing {
  /** Whether only the person sees it. */
  readonly isPrivate: boolean;
  /** Makes the message of a reply. */
  message(reply: Reply, asking: Asking | null): DiscordMessage;
  /** Told which message answers, where Discord says so and others can see it. */
  posted(id: string, reply: Reply, asking: Asking | null, turns: readonly EarlierTurn[]): void;
}

/**
 * The way back to somebody who used a command: at once the word that an answer is coming, then the answer in
 * its place. Where the first did not get through, the answer itself is the response.
 *
 * @param rest the way to Discord
 * @param interaction the command's interaction
 * @param showing how the answer is shown
 * @param log where a refusal is told
 * @returns the way back
 */
export function interactionPath(rest: REST, interaction: Answerable, showing: Showing, log: Log): ReplyPath {
  const privately = showing.isPrivate ? MessageFlags.Ephemeral : 0;
  let acknowledged = false;
  let over = false;

  async function acknowledge(): Promise<void> {
    try {
      const type = InteractionResponseType.DeferredChannelMessageWithSource;
      // Whether it is private is decided here: the edit that follows cannot change it.
      const body = privately === 0 ? { type } : { type, data: { flags: privately } };
      await respond(rest, interaction, body, AbortSignal.timeout(ACKNOWLEDGE_MS));
      acknowledged = true;
    } catch (thrown) {
      const error = callError(thrown);
      acknowledged = isAcknowledged(error);
      over = isOver(error);
      if (!acknowledged) throw error;
    }
  }

  async function send(form: Form, signal: AbortSignal): Promise<unknown> {
    if (!acknowledged) {
      try {
        const type = InteractionResponseType.ChannelMessageWithSource;
        const data = { ...form, flags: (form.flags ?? 0) | privately };
        await respond(rest, interaction, { type, data }, signal);
        acknowledged = true;
        return null;
      } catch (thrown) {
        const error = callError(thrown);
        if (!isAcknowledged(error)) throw error;
        acknowledged = true;
      }
    }
    return complete(rest, interaction, form, signal);
  }

  return {
    acknowledge,
    async post(reply, asking, turns) {
      if (over) throw new Error('the interaction was over before it could be acknowledged');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await inEitherForm(showing.message(reply, asking), (form) => send(form, signal), log);
      const id = messageIdIn(answer);
      if (id !== null) showing.posted(id, reply, asking, turns);
    },
  };
}

/**
 * Responds to an interaction for the first time.
 *
 * @param rest the way to Discord
 * @param interaction what is responded to
 * @param body the response
 * @param signal gives up
 * @throws {CallError} when Discord does not take it
 */
export async function respond(
  rest: REST,
  interaction: Pick<Answerable, 'id' | 'token'>,
  body: object,
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.interactionCallback(interaction.id, interaction.token);
  await patiently(() => rest.post(route, { body, auth: false, signal }), signal);
}

/** Puts a message in the place of the word that it is coming; beside it, where somebody has deleted that. */
async function complete(
  rest: REST,
  { application_id, token }: Answerable,
  form: Form,
  signal: AbortSignal,
): Promise<unknown> {
  const options = { body: form, auth: false, signal };
  try {
    return await patiently(() => rest.patch(Routes.webhookMessage(application_id, token), options), signal);
  } catch (thrown) {
    const error = callError(thrown);
    if (!isGone(error)) throw error;
    return patiently(() => rest.post(Routes.webhook(application_id, token), options), signal);
  }
}
