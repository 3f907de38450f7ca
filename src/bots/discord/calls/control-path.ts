import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import type { Pressed } from '../payloads/pressed.ts';
import { type DiscordMessage, renderReply } from '../render.ts';
import { callError, isAcknowledged } from './failure.ts';
import { respond } from './interaction-path.ts';
import { patiently } from './patience.ts';
import { type Form, inEitherForm, PATIENCE_MS } from './post.ts';

/** How a press is answered: in the message itself, or by one that only the person sees. */
export type How = 'in place' | 'privately';

/** Discord waits three seconds; what is not there by then is said to be on its way. */
const READY_MS = 1_500;

/**
 * Does what a button or a command asks for, once, and shows what comes of it. Where it fails the person is told.
 *
 * @param around what there is to work with
 * @param pressed the button
 * @param how where it is shown
 * @param work makes what is shown
 * @param shown told once that is there
 */
export async function onPress(
  around: Pick<Around, 'client' | 'desk' | 'log'>,
  pressed: Pick<Pressed, 'interaction'>,
  how: How,
  work: () => Promise<DiscordMessage>,
  shown: () => void = () => undefined,
): Promise<void> {
  const { client, desk, log } = around;
  const { interaction } = pressed;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let acknowledged = false;
  let acknowledging: Promise<void> = Promise.resolve();

  /** The first response; that there was one before is what we want: an answer of Discord's may be lost. */
  async function first(body: object): Promise<boolean> {
    try {
      await respond(client.rest, interaction, body, signal);
      return true;
    } catch (thrown) {
      if (!isAcknowledged(callError(thrown))) throw thrown;
      return false;
    }
  }

  async function acknowledge(): Promise<void> {
    const body =
      how === 'in place'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: MessageFlags.Ephemeral },
          };
    await first(body);
    acknowledged = true;
  }

  async function send(form: Form, where: How): Promise<void> {
    const flags = (form.flags ?? 0) | (where === 'privately' ? MessageFlags.Ephemeral : 0);
    await acknowledging;
    if (!acknowledged) {
      const type =
        where === 'in place'
          ? InteractionResponseType.UpdateMessage
          : InteractionResponseType.ChannelMessageWithSource;
      const taken = await first({ type, data: { ...form, flags } });
      acknowledged = true;
      if (taken) return;
    }
    const { application_id, token } = interaction;
    // What was put off is completed; anything else is said beside it.
    const route =
      where === how ? Routes.webhookMessage(application_id, token) : Routes.webhook(application_id, token);
    const call = where === how ? client.rest.patch.bind(client.rest) : client.rest.post.bind(client.rest);
    await patiently(() => call(route, { body: { ...form, flags }, auth: false, signal }), signal);
  }

  const show = (message: DiscordMessage, where: How) =>
    inEitherForm(message, (form) => send(form, where), log);

  await desk.handle(
    [interaction.id],
    async () => {
      const making = work();
      const late = setTimeout(() => {
        acknowledging = acknowledge().catch(() => undefined);
      }, READY_MS);
      try {
        await making;
      } finally {
        clearTimeout(late);
      }
      await show(await making, how);
      shown();
    },
    (reply: Reply) => show(renderReply(reply), 'privately'),
  );
}
