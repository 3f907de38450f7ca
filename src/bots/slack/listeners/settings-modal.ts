import type { App } from '@slack/bolt';
import { channelKey } from '../../place-key.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { tell } from '../calls/whisper.ts';
import { placeOf, type Spot } from '../payloads/place.ts';
import { type Submitted, submittedIn } from '../payloads/submitted.ts';
import { SAID } from '../rendering/messages.ts';
import { MODALS, type Put } from '../rendering/modals.ts';
import { notice } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';
import { objectionTo } from '../workspace/settings.ts';

/**
 * Keeps what somebody has set for a channel.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onSettings(app: App, aroundOf: AroundOf): void {
  app.view(MODALS.settings, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    await acknowledged(ack, around.log);
    const submitted = submittedIn(body);
    if (submitted === null) return;
    const { deliveries, listener, put } = submitted;
    await around.desk.handle(
      deliveries,
      () => keep(around, submitted, put),
      (reply) => tell(around, listener, reply),
    );
  });
}

/** Rights are looked at again: the modal may have been open for long. */
async function keep(around: Around, { spot, listener }: Submitted, put: Put): Promise<void> {
  const { channel } = spot;
  if (channel === null) throw new Error('the modal does not say which channel it is for');
  const objection = await objectionTo(around, spot);
  const said = objection ?? (await set(around, spot, channel, put));
  // It is set, whatever becomes of the word that it is: in a channel without us that is a direct message.
  await tell(around, listener, notice(said));
}

async function set(
  around: Around,
  spot: Spot,
  channel: string,
  { story, keepsStory, habits }: Put,
): Promise<string> {
  const { ledger, knowledge } = around;
  const [followUps, unfurl] = [habits.includes('followUps'), habits.includes('unfurl')];
  const key = channelKey('slack', channel);
  const place = await placeOf(around, spot, 'asker');
  const chosen = knowledge.storiesOpenTo(place).find(({ slug }) => slug === story);
  if (keepsStory) {
    await ledger.settings.change(key, { followUps, unfurl });
    return SAID.kept;
  }
  if (story !== null && chosen === undefined) return SAID.noSuchStory;
  await ledger.settings.change(key, { story, followUps, unfurl });
  return chosen === undefined ? SAID.untied : SAID.tied(chosen.title);
}
