import { Routes } from 'discord.js';
import type { Post } from '../../../ledger/ledger.ts';
import type { Asking } from '../../asking.ts';
import { takesFeedback } from '../../buttons.ts';
import { carried } from '../../carried.ts';
import type { Reply } from '../../reply.ts';
import { within } from '../../within.ts';
import type { Around } from '../around.ts';
import { callError } from '../calls/failure.ts';
import { interactionPath } from '../calls/interaction-path.ts';
import { once } from '../calls/once.ts';
import { inEitherForm } from '../calls/post.ts';
import { tellPrivately } from '../calls/tell-privately.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { renderReply } from '../render.ts';
import { freshView } from '../rendering/actions.ts';
import { SAID } from '../rendering/messages.ts';
import { messageLink, remember } from '../rendering/showing.ts';
import { settingsAt } from '../settings.ts';
import { outdated, viewOf } from './view.ts';

/** What is found by then can still be told to the person alone. */
const READY_MS = 1_500;
/** Taking the button away from what was shared is worth a moment only. */
const TAKE_AWAY_MS = 5_000;

/**
 * Posts what only one person sees for everybody, in their name, once.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function share(around: Around, pressed: Pressed): Promise<void> {
  const { client, desk, ledger, log } = around;
  const { place, spot, interaction, message, userName } = pressed;
  const tell = (sentence: string) => tellPrivately(around, interaction, sentence);
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  if ((await settingsAt(ledger, log, place)).answers === false) return tell(SAID.notHere);
  // Nobody writes through us where they may not themselves.
  if (!pressed.mayWrite) return tell(SAID.mayNotWrite);

  let post: Post = { channel: spot.channel ?? '', message: '' };
  let isPublic = false;
  const view = freshView(carried(ledger, log, asking), { heading: asking.text, by: userName });
  const path = interactionPath(
    client.rest,
    interaction,
    {
      isPrivate: false,
      message: (reply, found) => renderReply(reply, found === null ? null : view),
      posted(id, reply, found, turns) {
        post = { ...post, message: id };
        const isForAll = asking.story === null;
        const answer = { channel: spot.channel, place, text: asking.text, isForAll, hasHeading: true };
        remember(around, answer, id, reply, found, turns);
      },
    },
    log,
  );
  const announce = async () => {
    if (!isPublic) await path.acknowledge?.();
    isPublic = true;
  };

  await desk.handle(
    [interaction.id],
    async () => {
      const finding = desk.again(asking, place);
      if (!(await within(READY_MS, finding))) await announce();
      const { reply, turns } = await finding;
      if (!takesFeedback(reply)) return isPublic ? path.post(reply, null, []) : tell(SAID.noLonger);
      const before = await once(
        ledger,
        { what: 'shared', message: message.id ?? interaction.id },
        async () => {
          // A response that is put off can be completed again and again: nothing is posted twice.
          await announce();
          await path.post(reply, asking, turns);
          return post;
        },
      );
      if (before === null) return takeAway(around, pressed, asking, reply);
      const link = before.message === '' ? null : messageLink(spot.guild, before.channel, before.message);
      return tell(SAID.sharedBefore(link));
    },
    (reply) => (isPublic ? path.post(reply, null, []) : tell(renderReply(reply).content)),
  );
}

/** From then on it has no button to share it. It is shared, whether this works or not. */
async function takeAway(around: Around, pressed: Pressed, asking: Asking, reply: Reply): Promise<void> {
  const { client, log } = around;
  const { interaction, message } = pressed;
  const view = { ...viewOf(around, pressed, asking), shareable: false };
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, message.id ?? '');
  const signal = AbortSignal.timeout(TAKE_AWAY_MS);
  try {
    await inEitherForm(
      renderReply(reply, view),
      (form) => client.rest.patch(route, { body: form, auth: false, signal }),
      log,
    );
  } catch (error) {
    log.debug({ err: callError(error) }, 'a message that was shared can still be shared');
  }
}
