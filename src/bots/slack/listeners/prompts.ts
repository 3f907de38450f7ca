import type { App } from '@slack/bolt';
import { z } from 'zod';
import { oneLine, wellFormed } from '../../text.ts';
import { LIMITS, SHOWN } from '../limits.ts';
import { placeOf } from '../payloads/place.ts';
import { PROMPTS } from '../rendering/messages.ts';
import type { AroundOf } from '../workspace/around.ts';

const Opened = z.object({ user: z.string().min(1), channel: z.string().min(1), tab: z.literal('messages') });
const Envelope = z.object({ team_id: z.string().nullish() });

/**
 * Offers questions to whoever opens the Messages tab. In the agent view they belong to the tab and not to a thread:
 * with a `thread_ts` Slack takes them and shows none
 * (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onMessagesTab(app: App, aroundOf: AroundOf): void {
  app.event('app_home_opened', async ({ event, body, context }) => {
    const opened = Opened.safeParse(event).data;
    if (opened === undefined) return;
    const around = aroundOf(context);
    const { user, channel } = opened;
    const workspace = Envelope.safeParse(body).data?.team_id || null;
    const spot = { workspace, organisation: null, channel, user, userTeam: null, isShared: null };
    const stories = around.knowledge.storiesOpenTo(await placeOf(around, spot, 'asker'));
    const questions = new Set(stories.flatMap((story) => story.questions).map((question) => question.trim()));
    const prompts = [...questions]
      .map((question) => ({
        title: oneLine(question, SHOWN.question),
        message: wellFormed(question),
      }))
      .filter(({ title }) => title !== '')
      .slice(0, LIMITS.prompts);
    if (prompts.length === 0) return;
    await around.api
      .call('assistant.threads.setSuggestedPrompts', { channel_id: channel, title: PROMPTS.title, prompts })
      .catch((error: unknown) => around.log.debug({ err: error }, 'Slack does not show suggested prompts'));
  });
}
