import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../../log.ts';
import type { Desk } from '../../conversation.ts';
import type { Self, SlackApi } from '../api.ts';
import { postToAsker } from '../post.ts';
import { questionText } from '../question-text.ts';

const text = z.string().nullish();
/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const Command = z.object({
  text,
  trigger_id: text,
  response_url: text,
  team_id: text,
  channel_id: text,
  user_id: text,
});

/**
 * Answers `/ask`, to the one who asked. Every command is taken: only ours are delivered, and a workspace
 * that has an `/ask` already may have given ours another name.
 *
 * @param app Bolt
 * @param desk what answers
 * @param api the way to Slack
 * @param self who we are
 * @param log where it is told when Slack cannot be
 */
export function onAskCommand(app: App, desk: Desk, api: SlackApi, self: Self, log: Log): void {
  app.command(/^\//, async ({ body, ack }) => {
    // Every delivery, the second of the same command too: otherwise Slack tells the person of a failure.
    await ack().catch((error: unknown) => log.warn({ err: error }, 'a command was acknowledged too late'));
    const command = Command.safeParse(body).data ?? {};
    const channel = command.channel_id || null;
    const user = command.user_id || null;
    const responseUrl = command.response_url || null;
    await desk.answer(
      {
        deliveries: command.trigger_id ? [`trigger:${command.trigger_id}`] : [],
        place: { bot: 'slack', workspace: command.team_id || null, channel },
        thread: `slack:${channel}:${user}`,
        text: questionText(command.text ?? '', self.user),
      },
      { post: (reply) => postToAsker(api, { responseUrl, channel, user }, reply) },
    );
  });
}
