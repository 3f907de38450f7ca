import { Routes } from 'discord.js';
import { carried } from '../../carried.ts';
import { freshView } from '../actions.ts';
import type { Around } from '../around.ts';
import { onPress } from '../control-path.ts';
import { patiently } from '../patience.ts';
import { inEitherForm, messageIdIn, PATIENCE_MS } from '../post.ts';
import { askedIn, type Pressed } from '../pressed.ts';
import { renderReply } from '../render.ts';
import { remember } from '../showing.ts';
import { outdated, viewOf } from './view.ts';

/**
 * Posts what only one person sees for everybody, in their name; from then on they cannot share it again.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function share(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  const { client, desk, ledger, log } = around;
  const { place, spot, userName, control, interaction } = pressed;
  const { reply, turns } = await desk.again(asking, place);
  await onPress(around, pressed, 'in place', async () =>
    renderReply(reply, { ...viewOf(around, pressed, asking), opened: control.opened, shareable: false }),
  );
  const view = freshView(carried(ledger, log, asking), { heading: asking.text, by: userName });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const route = Routes.webhook(interaction.application_id, interaction.token);
  await desk.handle(
    [`${interaction.id}:shared`],
    async () => {
      const answer = await inEitherForm(
        renderReply(reply, view),
        (form) => patiently(() => client.rest.post(route, { body: form, auth: false, signal }), signal),
        log,
      );
      const id = messageIdIn(answer);
      if (id !== null) remember(around, { channel: spot.channel, text: asking.text }, id, reply, turns);
    },
    async (failure) => {
      const { content } = renderReply(failure);
      await client.rest.post(route, {
        body: { content, flags: 64, allowed_mentions: { parse: [] } },
        auth: false,
      });
    },
  );
}
