import type { ModalView } from '@slack/types';
import type { Found } from '../conversation.ts';
import type { Reply } from '../reply.ts';
import type { View } from './actions.ts';
import type { Around } from './around.ts';
import { SAID } from './messages.ts';
import { answerModal } from './modals.ts';
import { placeOf } from './place.ts';
import { inEitherForm, updateMessage } from './post.ts';
import { type Pressed, stateIn } from './pressed.ts';
import { renderReply } from './render.ts';
import type { State } from './state.ts';
import { canShare, tell, whisper } from './whisper.ts';

/** Views have to be opened while the person still waits; a trigger lives for three seconds. */
const VIEW_PATIENCE_MS = 2_000;

/**
 * Does what a button asks for, once, with the state that the button carries. Where it fails the person is told.
 *
 * @param around what there is to work with
 * @param pressed the button
 * @param work what it asks for
 */
export async function onPress(
  around: Around,
  pressed: Pressed,
  work: (state: State) => Promise<unknown>,
): Promise<void> {
  await around.desk.handle(
    pressed.deliveries,
    async () => {
      const state = stateIn(pressed);
      if (state === null) await show(around, pressed, notice(SAID.outdated), null);
      else await work(state);
    },
    (reply) => tell(around, pressed.listener, reply),
  );
}

/** Finds what a message showed again, as it may be shown there now. */
export async function foundAgain(around: Around, pressed: Pressed, state: State): Promise<Found> {
  const seenBy = pressed.surface.kind === 'message' ? 'channel' : 'asker';
  return around.desk.again(state.asking, await placeOf(around, pressed.spot, seenBy));
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
  const { surface, listener } = pressed;
  const message = renderReply(reply, { state, shareable: isShareable(pressed) });
  switch (surface.kind) {
    case 'message':
      return updateMessage(around.api, surface, message);
    case 'modal': {
      const view = answerModal(state.asking.text, message);
      const hash = surface.hash === null ? {} : { hash: surface.hash };
      await around.api.call('views.update', { view_id: surface.view, ...hash, view }, VIEW_PATIENCE_MS);
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
      await around.api.call('views.update', { view_id: surface.view, view: modal }, VIEW_PATIENCE_MS);
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
  await around.api.call('views.open', { trigger_id: trigger, view }, VIEW_PATIENCE_MS);
}

/** Only what nobody else sees yet can be shared, and only where there is a channel. */
function isShareable({ surface, listener }: Pressed): boolean {
  return surface.kind === 'whisper' && canShare(listener);
}

/** @returns one sentence of ours */
export function notice(sentence: string): Reply {
  return { kind: 'notice', sentence, suggestions: [] };
}
