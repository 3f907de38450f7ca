import type { Editor } from '../../corrections.ts';
import type { Around } from '../workspace/around.ts';
import { failureOf } from './failure.ts';
import { freshMessage, postMessage, updateMessage } from './post.ts';

/** Refusals after which an answer cannot be changed, now or later (https://docs.slack.dev/reference/methods/chat.update#errors). */
const FOR_GOOD =
  /^(?:message_not_found|cant_update_message|edit_window_closed|channel_not_found|is_inactive|is_archived|not_in_channel|restricted_action|account_inactive|team_not_found|team_disabled)$/;

/**
 * @param aroundIn what there is to work with in a workspace; `null` where we are not, or no longer
 * @returns what changes answers in Slack
 */
export function slackEditor(aroundIn: (workspace: string | null) => Promise<Around | null>): Editor {
  async function tried(
    workspace: string | null,
    work: (around: Around) => Promise<unknown>,
  ): Promise<boolean> {
    const around = await aroundIn(workspace);
    if (around === null) return false;
    try {
      await work(around);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' && FOR_GOOD.test(failure.code)) return false;
      throw error;
    }
  }

  return {
    bot: 'slack',
    edit: (answer, reply, asking) =>
      tried(answer.workspace, (around) =>
        updateMessage(around.api, answer, freshMessage(around, reply, reply.kind === 'gone' ? null : asking)),
      ),
    follow: ({ workspace, channel, view }, reply, asking) =>
      tried(workspace, (around) =>
        postMessage(around, { channel, threadTs: view }, freshMessage(around, reply, asking)),
      ),
  };
}
