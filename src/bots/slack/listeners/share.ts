import { isDeepStrictEqual } from 'node:util';
import type { App } from '@slack/bolt';
import type { Around, AroundOf } from '../around.ts';
import { failureOf } from '../failure.ts';
import { SAID } from '../messages.ts';
import { placeOf } from '../place.ts';
import { freshView, postMessage } from '../post.ts';
import { type Pressed, pressedIn } from '../pressed.ts';
import { sharedMessage } from '../render-shared.ts';
import type { State } from '../state.ts';
import { foundAgain, notice, onPress, show } from '../surface.ts';

/**
 * Posts what only one person sees in the channel, in their name, as it may be shown there.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onShare(app: App, aroundOf: AroundOf): void {
  app.action('share', async ({ ack, body, context }) => {
    await ack();
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    if (pressed === null) return;
    await onPress(around, pressed, (state) => share(around, pressed, state));
  });
}

async function share(around: Around, pressed: Pressed, state: State): Promise<void> {
  const { spot, listener, userName } = pressed;
  const { channel } = spot;
  if (channel === null) throw new Error('Slack did not say which channel it is');
  const seen = await foundAgain(around, pressed, state);
  const { reply, turns } = await around.desk.again(state.asking, await placeOf(around, spot, 'channel'));
  // Somewhere else "the story does not say" would not be true.
  if (!isDeepStrictEqual(turns, seen.turns)) return show(around, pressed, notice(SAID.closedThere), null);
  const message = sharedMessage(reply, freshView(state.asking, false), userName);
  try {
    const posted = await postMessage(around, { channel, threadTs: listener.threadTs }, message);
    // A thread under it is one of ours: its first question was asked with it.
    const thread = `slack:${channel}:${listener.threadTs ?? posted.message}`;
    around.desk.adopt(thread, turns);
  } catch (error) {
    if (!isOutside(error)) throw error;
    return show(around, pressed, notice(SAID.inviteFirst), null);
  }
  if (listener.responseUrl !== null)
    await around.api.respond(listener.responseUrl, { delete_original: true });
}

/** Whether we are not where something was to be posted. */
function isOutside(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'refused' && /^(?:not_in_channel|channel_not_found)$/.test(failure.code);
}
