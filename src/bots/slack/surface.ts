import { isDeepStrictEqual } from 'node:util';
import type { ModalView } from '@slack/types';
import { placeName } from '../../knowledge/index.ts';
import type { Asking } from '../asking.ts';
import type { Found } from '../desk.ts';
import type { Reply } from '../reply.ts';
import { inEitherForm, keepPosted, updateMessage } from './calls/post.ts';
import { canShare, tell, whisper } from './calls/whisper.ts';
import { placeOf, placeOfChannel } from './payloads/place.ts';
import { type Pressed, stateIn } from './payloads/pressed.ts';
import { renderReply } from './render.ts';
import type { View } from './rendering/actions.ts';
import { SAID } from './rendering/messages.ts';
import { answerModal } from './rendering/modals.ts';
import type { State } from './state.ts';
import type { Around } from './workspace/around.ts';

/**
 * Does what a button asks for, once, with the state that the button carries. Where it fails the person is told.
 *
 * @param around what there is to work with
 * @param pressed the button
 * @param work what it asks for
 * @param once names what is done once however often somebody presses; `null` where each press counts
 */
export async function onPress(
  around: Around,
  pressed: Pressed,
  work: (state: State) => Promise<unknown>,
  once: string | null = null,
): Promise<void> {
  await around.desk.handle(
    once === null ? pressed.deliveries : [once, ...pressed.deliveries],
    async () => {
      const state = await stateIn(around, pressed);
      if (state === null) await show(around, pressed, notice(SAID.outdated), null);
      else await work(state);
    },
    (reply) => tell(around, pressed.listener, reply),
  );
}

/**
 * Finds what a message showed again, as it may be shown there now. What all see does not hang on who presses; but
 * nobody brings to light by a button what they could not ask for.
 *
 * @param around what knows people, channels and stories
 * @param pressed the button
 * @param state what the message is about
 * @returns what was found; `null` where all others may see more of it than who pressed
 */
export async function foundAgain(around: Around, pressed: Pressed, state: State): Promise<Found | null> {
  const { surface, spot } = pressed;
  const { asking } = state;
  if (surface.kind !== 'message' || !canShare(pressed.listener)) return foundFor(around, pressed, asking);
  const [ofAll, theirs] = [await placeOfChannel(around, spot), await placeOf(around, spot, 'channel')];
  const found = await around.desk.again(asking, ofAll);
  if (placeName(ofAll) === placeName(theirs)) return found;
  const { reply } = await around.desk.again(asking, theirs);
  return isDeepStrictEqual(renderReply(reply), renderReply(found.reply)) ? found : null;
}

/** Finds it as it may be shown to the one who pressed. */
export async function foundFor(around: Around, { spot }: Pressed, asking: Asking): Promise<Found> {
  return around.desk.again(asking, await placeOf(around, spot, 'asker'));
}

/**
 * Shows something in the place of what the button stands in.
 *
 * @param around the way to Slack
 * @param pressed the button
 * @param reply what to show
 * @param state what is opened in it
 */
export async function replace(around: Around, pressed: Pressed, reply: Reply, state: State): Promise<void> {
  const { surface, listener, spot } = pressed;
  const message = renderReply(reply, { state, shareable: isShareable(pressed) });
  switch (surface.kind) {
    case 'message': {
      const place = canShare(listener)
        ? await placeOfChannel(around, spot)
        : await placeOf(around, spot, 'asker');
      await updateMessage(around.api, surface, message);
      // It may quote something else than what was kept when it was posted.
      const posted = { channel: surface.channel, message: surface.message };
      return keepPosted(around, posted, listener.threadTs, place, spot.workspace, reply, state.asking);
    }
    case 'modal': {
      // Without its hash: whatever was shown meanwhile was made of the same.
      const view = answerModal(state.asking.text, message);
      await around.api.ask('views.update', { view_id: surface.view, view });
      return;
    }
    case 'whisper':
    case 'home': {
      const { responseUrl } = listener;
      if (responseUrl === null) return whisper(around, listener, message);
      const how = { response_type: 'ephemeral', replace_original: true };
      await inEitherForm(message, (form) => around.api.respond(responseUrl, { ...how, ...form }));
    }
  }
}

/**
 * Shows something to the person who pressed a button, and to nobody else: beside a message; in a modal in the place
 * of what it showed, since at most three can be stacked.
 *
 * @param around the way to Slack
 * @param pressed the button
 * @param reply what to show
 * @param view how it is shown, which makes its buttons; `null` for none
 */
export async function show(around: Around, pressed: Pressed, reply: Reply, view: View | null): Promise<void> {
  const { surface, trigger, listener } = pressed;
  const message = renderReply(reply, view);
  const modal = answerModal(view?.state.asking.text ?? '', message);
  switch (surface.kind) {
    case 'message':
    case 'whisper':
      return whisper(around, listener, message);
    case 'modal':
      await around.api.ask('views.update', { view_id: surface.view, view: modal });
      return;
    case 'home':
      return openView(around, trigger, modal);
  }
}

/**
 * Opens a modal.
 *
 * @param around the way to Slack
 * @param trigger what Slack gave for what the person did
 * @param view the modal
 * @throws what Slack's client throws, such as when the trigger is too old
 */
export async function openView(around: Around, trigger: string | null, view: ModalView): Promise<void> {
  if (trigger === null) throw new Error('Slack gave no trigger to open a view with');
  await around.api.ask('views.open', { trigger_id: trigger, view });
}

/** Only what nobody else sees yet can be shared, and only where there is a channel. */
function isShareable({ surface, listener }: Pressed): boolean {
  return surface.kind === 'whisper' && canShare(listener);
}

/** @returns one sentence of ours */
export function notice(sentence: string): Reply {
  return { kind: 'notice', sentence, suggestions: [] };
}
