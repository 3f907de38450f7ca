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

/** "Did you see this?", "Can somebody check?": asked of colleagues, and not of the story. As such a sentence begins. */
const ASIDE =
  /\b(?:did|have|has|can|could|does|do|will)(?<=(?:^|…)\s*\p{L}{2,5}) (?:you|any(?:one|body)|some(?:one|body)|we)\b/iu;

/** What is left of a message that tells something besides; the whole of it where nothing else is in it. */
function withoutAsides(text: string): string {
  let gone = false;
  const kept = (text.match(/[.!?\n]|[^.!?\n]+[.!?\n]?/g) ?? []).map((sentence) => {
    // The white space behind an aside goes with it.
    const left = gone ? sentence.trimStart() : sentence;
    const at = left.endsWith('?') ? (ASIDE.exec(left)?.index ?? -1) : -1;
    gone = at >= 0 || (gone && left === '');
    return at < 0 ? left : left.slice(0, at);
  });
  const rest = kept.join('').trim();
  return /\p{L}/u.test(rest) ? rest : text;
}
