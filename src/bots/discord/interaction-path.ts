import { InteractionResponseType, type REST, Routes } from 'discord.js';
import type { Log } from '../../log.ts';
import type { ReplyPath } from '../conversation.ts';
import { callError, isAcknowledged, isGone, isOver } from './failure.ts';
import { patiently } from './patience.ts';
import { type Form, inEitherForm, PATIENCE_MS } from './post.ts';

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

/**
 * The way back to somebody who used a command: at once the word that an answer is coming, then the answer in
 * its place. Where the first did not get through, the answer itself is the response.
 *
 * @param rest the way to Discord
 * @param interaction the command's interaction
 * @param log where a refusal is told
 * @returns the way back
 */
export function interactionPath(rest: REST, interaction: Answerable, log: Log): ReplyPath {
  let acknowledged = false;
  let over = false;

  async function acknowledge(): Promise<void> {
    try {
      const type = InteractionResponseType.DeferredChannelMessageWithSource;
      await respond(rest, interaction, { type }, AbortSignal.timeout(ACKNOWLEDGE_MS));
      acknowledged = true;
    } catch (thrown) {
      const error = callError(thrown);
      acknowledged = isAcknowledged(error);
      over = isOver(error);
      if (!acknowledged) throw error;
    }
  }

  async function send(form: Form, signal: AbortSignal): Promise<void> {
    if (!acknowledged) {
      try {
        const type = InteractionResponseType.ChannelMessageWithSource;
        await respond(rest, interaction, { type, data: form }, signal);
        acknowledged = true;
        return;
      } catch (thrown) {
        const error = callError(thrown);
        if (!isAcknowledged(error)) throw error;
        acknowledged = true;
      }
    }
    await complete(rest, interaction, form, signal);
  }

  return {
    acknowledge,
    async post(reply) {
      if (over) throw new Error('the interaction was over before it could be acknowledged');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await inEitherForm(reply, (form) => send(form, signal), log);
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
): Promise<void> {
  const options = { body: form, auth: false, signal };
  try {
    await patiently(() => rest.patch(Routes.webhookMessage(application_id, token), options), signal);
  } catch (thrown) {
    const error = callError(thrown);
    if (!isGone(error)) throw error;
    await patiently(() => rest.post(Routes.webhook(application_id, token), options), signal);
  }
}
