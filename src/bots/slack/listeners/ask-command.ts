import type { App } from '@slack/bolt';
import { z } from 'zod';
import { acknowledged } from '../calls/acknowledged.ts';
import { type Listener, tell, whisperPath } from '../calls/whisper.ts';
import { personIn } from '../payloads/heard.ts';
import { placeOf } from '../payloads/place.ts';
import { questionText } from '../payloads/question-text.ts';
import type { Around, AroundOf } from '../workspace/around.ts';
import { openSettings } from '../workspace/settings.ts';

const text = z.string().nullish();
/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const Command = z.object({
  text,
  trigger_id: text,
  response_url: text,
  team_id: text,
  enterprise_id: text,
  channel_id: text,
  user_id: text,
});
type Command = z.infer<typeof Command>;

/** `/ask story` alone opens what is set for the channel. */
const SETTINGS = /^\s*stor(?:y|ies)\s*$/i;

/**
 * Answers `/ask`, to the one who asked. Every command is taken: only ours are delivered, and a workspace
 * that has an `/ask` already may have given ours another name.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onAskCommand(app: App, aroundOf: AroundOf): void {
  app.command(/^\//, async ({ body, ack, context }) => {
    const around = aroundOf(context);
    // Every delivery, the second of the same command too: otherwise Slack tells the person of a failure.
    await acknowledged(ack, around.log);
    const command = Command.safeParse(body).data ?? {};
    const listener = {
      responseUrl: command.response_url || null,
      channel: command.channel_id || null,
      user: command.user_id || null,
      threadTs: null,
    };
    if (SETTINGS.test(command.text ?? '')) await settings(around, command, listener);
    else await answer(around, command, listener);
  });
}

async function answer(around: Around, command: Command, listener: Listener): Promise<void> {
  const { channel, user } = listener;
  const spot = spotOf(command);
  await around.desk.answer(
    {
      deliveries: deliveriesOf(command),
      place: await placeOf(around, spot, 'asker'),
      thread: `slack:${channel}:${user}`,
      text: questionText(command.text ?? '', around.self.user),
      person: user === null ? null : personIn(spot.workspace, user),
    },
    whisperPath(around, listener),
  );
}

async function settings(around: Around, command: Command, listener: Listener): Promise<void> {
  await around.desk.handle(
    deliveriesOf(command),
    () => openSettings(around, spotOf(command), command.trigger_id || null, listener),
    (reply) => tell(around, listener, reply),
  );
}

function deliveriesOf({ trigger_id }: Command): string[] {
  return trigger_id ? [`trigger:${trigger_id}`] : [];
}

function spotOf({ team_id, enterprise_id, channel_id, user_id }: Command) {
  return {
    workspace: team_id || null,
    organisation: enterprise_id || null,
    channel: channel_id || null,
    user: user_id || null,
    userTeam: null,
    isShared: null,
  };
}
