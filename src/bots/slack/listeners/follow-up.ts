import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { looksLikeQuestion } from '../../follow-up.ts';
import { channelKey } from '../../place-key.ts';
import { answerMessage } from '../message-path.ts';
import { type Heard, heardIn } from '../payloads/heard.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

/** In ms. A late answer is better than none for half a minute; after that, it would surprise. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Answers questions in threads that began with a question to us, without a new mention; not where the channel's
 * settings say otherwise, and not what is said to somebody else.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onFollowUp(app: App, aroundOf: AroundOf): void {
  app.event('message', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const heard = heardIn(event, body, around.self);
    if (heard === null || heard.direct || heard.mentionsUs || heard.mentionsOthers || !heard.inThread) return;
    if (!looksLikeQuestion(heard.text)) return;
    if (await isWanted(around, heard)) await answerMessage(around, heard, true);
  });
}

/** Where the ledger cannot tell, it is asked again; then we keep quiet: nobody has spoken to us. */
async function isWanted({ desk, ledger, log }: Around, { thread, channel }: Heard): Promise<boolean> {
  for (const wait of [...WAITS_MS, null]) {
    try {
      if (!(await desk.owns(thread))) return false;
      return (await ledger.settings.get(channelKey('slack', channel))).followUps !== false;
    } catch (error) {
      if (wait === null) log.error({ err: error }, 'the ledger cannot be used: a follow-up is not answered');
      else await sleep(wait);
    }
  }
  return false;
}
