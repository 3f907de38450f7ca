import type { App } from '@slack/bolt';
import { acknowledged } from '../calls/acknowledged.ts';
import { whisperPath } from '../calls/whisper.ts';
import { personIn } from '../payloads/heard.ts';
import { placeOf } from '../payloads/place.ts';
import { questionText } from '../payloads/question-text.ts';
import { type Shortcut, shortcutIn } from '../payloads/shortcut.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

/** `callback_id` of the message shortcut. */
export const FIND_SHORTCUT = 'find';

/**
 * Looks for what a message says in the stories, for the one who wants to know.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onFindShortcut(app: App, aroundOf: AroundOf): void {
  app.shortcut({ callback_id: FIND_SHORTCUT, type: 'message_action' }, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    await acknowledged(ack, around.log);
    const shortcut = shortcutIn(body);
    if (shortcut !== null) await find(around, shortcut);
  });
}

async function find(around: Around, shortcut: Shortcut): Promise<void> {
  const { deliveries, spot, user, listener } = shortcut;
  const text = withoutAsides(questionText(shortcut.text, around.self.user));
  await around.desk.answer(
    {
      deliveries,
      place: await placeOf(around, spot, 'asker'),
      thread: null,
      text,
      person: personIn(spot.workspace, user),
    },
    whisperPath(around, listener),
  );
}

/** "Did you see this?", "Can somebody check?": asked of colleagues, and not of the story. */
const ASIDE =
  /(?<=^|[.!?…\n]\s*)(?:(?:did|have|has|can|could|does|do|will) (?:you|any(?:one|body)|some(?:one|body)|we)\b[^.!?\n]*\?)\s*/giu;

/** What is left of a message that tells something besides; the whole of it where nothing else is in it. */
function withoutAsides(text: string): string {
  const rest = text.replace(ASIDE, '').trim();
  return /\p{L}/u.test(rest) ? rest : text;
}
