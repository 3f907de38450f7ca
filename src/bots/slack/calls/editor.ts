import { parsePlace } from '../../../knowledge/index.ts';
import type { PostedAnswer } from '../../../ledger/ledger.ts';
import type { Asking } from '../../asking.ts';
import type { Editor } from '../../corrections.ts';
import { goneReply } from '../../other-replies.ts';
import type { Reply } from '../../reply.ts';
import { placeOfChannel } from '../payloads/place.ts';
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

  const withdrawn = () => goneReply([], Date.now());

  function replaced(around: Around, answer: PostedAnswer, reply: Reply, asking: Asking): Promise<void> {
    return updateMessage(
      around.api,
      answer,
      freshMessage(around, reply, reply.kind === 'gone' ? null : asking),
    );
  }

  return {
    bot: 'slack',
    edit: (answer, reply, asking) =>
      tried(answer.workspace, async (around) =>
        replaced(around, answer, (await isStillOpen(around, answer)) ? reply : withdrawn(), asking),
      ),
    follow: (answer, reply, asking) =>
      tried(answer.workspace, async (around) => {
        // A note under it would leave standing what others read now.
        if (!(await isStillOpen(around, answer))) return replaced(around, answer, withdrawn(), asking);
        const { channel, view } = answer;
        return postMessage(around, { channel, threadTs: view }, freshMessage(around, reply, asking));
      }),
  };
}

/** A channel may have been shared with others since: what is open to the workspace alone is not told to them anew. */
async function isStillOpen(around: Around, { place, channel }: PostedAnswer): Promise<boolean> {
  const then = parsePlace(place);
  if (then?.bot !== 'slack') return true;
  const spot = { ...then, channel, organisation: null, user: null, userTeam: null, isShared: null };
  const now = await placeOfChannel(around, spot);
  return now.bot !== 'slack' || now.workspace === then.workspace;
}
