import { isDeepStrictEqual } from 'node:util';
import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Asking } from '../../asking.ts';
import { takesFeedback } from '../../buttons.ts';
import type { Found } from '../../desk.ts';
import { lost } from '../../lost.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { failureOf } from '../calls/failure.ts';
import { freshView, keepPosted, postMessage } from '../calls/post.ts';
import { placeOf } from '../payloads/place.ts';
import { type Pressed, pressedIn, standsIn } from '../payloads/pressed.ts';
import { SAID } from '../rendering/messages.ts';
import { sharedMessage } from '../rendering/shared.ts';
import type { State } from '../state.ts';
import { foundFor, notice, onPress, show } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

/** What was shared within the last hour, or could not be: a message that only one person sees lives no longer as a rule. */
const SHARED = { max: 10_000, ttl: 60 * 60_000 };
/** In ms: who presses twice does so within as long, and two processes may get one press each. */
const TWICE_MS = 2_000;

/**
 * Posts what only one person sees in the channel, in their name, as it may be shown there.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onShare(app: App, aroundOf: AroundOf): void {
  const shared = new LRUCache<string, boolean>(SHARED);

  app.action('share', async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(around, pressed, async (state) => {
      const name = `slack:share:${standsIn(pressed)}`;
      // Pressed twice in a row, it is shared once; where it could not be, it may be tried again.
      const before = shared.get(name);
      if (before === true || (before === undefined && (await isShared(around, name)))) return;
      shared.set(name, true);
      if (!(await wasShared(around, pressed, state, name))) shared.set(name, false);
    });
  });
}

/** Whether another process has shared it, or does so at this moment. */
async function isShared(around: Around, name: string): Promise<boolean> {
  if (around.takenOver) return false;
  const moment = Math.floor(Date.now() / TWICE_MS);
  const names = [moment, moment - 1].map((each) => `${name}:${each}`);
  if (!(await around.inbox.claim(...names))) return true;
  around.inbox.finish(names[0] ?? '');
  return (await around.ledger.posts.get(name).catch(() => null)) !== null;
}

async function wasShared(around: Around, pressed: Pressed, state: State, name: string): Promise<boolean> {
  const { spot, listener, userName } = pressed;
  const { channel } = spot;
  if (channel === null) throw new Error('Slack did not say which channel it is');
  const seen = await foundFor(around, pressed, state.asking);
  // As if they had asked there: what is open to the channel and not to them is none of theirs to post.
  const place = await placeOf(around, spot, 'channel');
  const there = await around.desk.again(state.asking, place);
  // Somewhere else "the story does not say" would not be true.
  if (!isDeepStrictEqual(there.turns, seen.turns)) {
    const isKnown = (await around.channels.isShared(channel)) !== null;
    await show(around, pressed, notice(isKnown ? SAID.closedThere : SAID.unknownThere), null);
    return false;
  }
  if (!takesFeedback(there.reply)) {
    await show(around, pressed, notice(SAID.noLonger), null);
    return false;
  }
  const asking = await withoutEarlier(around, state.asking, there, place);
  const view = asking === null ? null : freshView(around, asking);
  const message = sharedMessage(there.reply, view, state.asking.text, userName);
  try {
    const naming = { name, since: pressed.at ?? '' };
    const posted = await postMessage(around, { channel, threadTs: listener.threadTs }, message, naming);
    around.ledger.posts.set(name, posted).catch(lost(around.log));
    // A thread under it is one of ours: its first question was asked with it.
    around.desk.adopt(`slack:${channel}:${listener.threadTs ?? posted.message}`, there.turns);
    keepPosted(around, posted, listener.threadTs, place, spot.workspace, there.reply, asking ?? state.asking);
  } catch (error) {
    if (!isOutside(error)) throw error;
    await show(around, pressed, notice(SAID.inviteFirst), null);
    return false;
  }
  await takeAway(around, pressed);
  return true;
}

/**
 * What somebody asked before, alone with us, is nobody else's to read in a button. `null` where the question leans
 * on it: then the message has no buttons.
 */
async function withoutEarlier(
  { desk }: Around,
  asking: Asking,
  found: Found,
  place: Parameters<Around['desk']['again']>[1],
): Promise<Asking | null> {
  if (asking.earlier.length === 0) return asking;
  const alone = { ...asking, earlier: [] };
  const { turns } = await desk.again(alone, place);
  return isDeepStrictEqual(turns, found.turns) ? alone : null;
}

/** It is shared, whether this works or not. */
async function takeAway({ api, log }: Around, { listener }: Pressed): Promise<void> {
  if (listener.responseUrl === null) return;
  try {
    await api.respond(listener.responseUrl, { delete_original: true });
  } catch (error) {
    log.debug({ err: error }, 'a message that was shared is still there for the one who shared it');
  }
}

/** Whether we are not where something was to be posted. */
function isOutside(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'refused' && /^(?:not_in_channel|channel_not_found)$/.test(failure.code);
}
