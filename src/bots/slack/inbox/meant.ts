import { z } from 'zod';
import { looksLikeQuestion } from '../../follow-up.ts';
import { changedIn, deletedIn } from '../payloads/changes.ts';
import { type Heard, heardIn } from '../payloads/heard.ts';
import { pressedIn, standsIn } from '../payloads/pressed.ts';
import { shortcutIn } from '../payloads/shortcut.ts';
import { submittedIn } from '../payloads/submitted.ts';
import { MODALS } from '../rendering/modals.ts';
import type { Self } from '../workspace/identify.ts';

/** Something that Slack delivered and that is for us, or may be: nothing else is taken on, nor kept. */
export interface Meant {
  /** Every name that Slack has for it, its own first. */
  readonly names: readonly [string, ...string[]];
  /** What has to hold for it to be ours; `null` where the delivery itself tells that it is. */
  readonly ifOurs: { readonly thread: string } | { readonly answered: string } | null;
  /** In ms: somebody waits for it for as long as this after it came. */
  readonly goodFor: number;
  /** Whether one that came before is turned away; not where Slack waits for what we acknowledge it with. */
  readonly once: boolean;
}

/** A question stands where everybody sees it, and its answer is of use to more than who asked. */
const STANDING = { goodFor: 60 * 60_000, once: true } as const;
/**
 * Who pressed or typed something waits before a screen, and addresses for answers are good for 30 minutes: after a
 * quarter of an hour something that appears by itself only confuses.
 */
const PASSING = { goodFor: 15 * 60_000, once: true } as const;

const text = z.string().nullish();
const EventBody = z.object({
  type: z.literal('event_callback'),
  event_id: text,
  authorizations: z.array(z.object({ user_id: text })).nullish(),
  event: z.looseObject({ type: z.string() }),
});
const Command = z.object({ command: z.string().min(1), trigger_id: z.string().min(1) });
const Interaction = z.object({
  type: z.enum(['block_actions', 'shortcut', 'message_action', 'view_submission']),
  view: z.object({ callback_id: text }).nullish(),
});

/**
 * @param body what Slack delivered, as Bolt gets it
 * @param own who we are, where that is one and the same for all workspaces
 * @returns what it is to us; `null` where it is nothing that somebody asks of us, such as talk in a channel
 */
export function meantIn(body: unknown, own: Self | null): Meant | null {
  const event = EventBody.safeParse(body).data;
  if (event !== undefined) return eventMeant(event, body, own);
  const command = Command.safeParse(body).data;
  if (command !== undefined) return meant([`trigger:${command.trigger_id}`], PASSING);
  const interaction = Interaction.safeParse(body).data;
  return interaction === undefined ? null : interactionMeant(interaction, body);
}

function eventMeant(
  { event, event_id, authorizations }: z.infer<typeof EventBody>,
  body: unknown,
  own: Self | null,
): Meant | null {
  if (event.type !== 'message' && event.type !== 'app_mention') return null;
  const self = own ?? { user: authorizations?.[0]?.user_id ?? '', bot: null };
  const also = event_id ? [event_id] : [];
  const deleted = deletedIn(event);
  if (deleted !== null) return meant([`${deleted}:deleted`, ...also], STANDING, { answered: deleted });
  const changed = changedIn(event, body, self);
  if (changed !== null) {
    const { heard, name } = changed;
    return meant([name, ...also], STANDING, speaksToUs(heard) ? null : { answered: heard.key });
  }
  const heard = heardIn(event, body, self);
  if (heard === null) return null;
  if (event.type === 'app_mention' || speaksToUs(heard)) return meant(heard.deliveries, STANDING);
  const isFollowUp = heard.inThread && !heard.mentionsOthers && looksLikeQuestion(heard.text);
  return isFollowUp ? meant(heard.deliveries, STANDING, { thread: heard.thread }) : null;
}

function interactionMeant({ type, view }: z.infer<typeof Interaction>, body: unknown): Meant | null {
  switch (type) {
    case 'block_actions': {
      const pressed = pressedIn(body);
      if (pressed === null) return null;
      // The editors want a question once, whoever presses, in whichever process.
      const shared = pressed.action === 'tell-the-desk' ? [`desk:${standsIn(pressed)}`] : [];
      return meant([...pressed.deliveries, ...shared], PASSING);
    }
    case 'view_submission':
      // Slack shows what an answer is acknowledged with: the same question has it twice.
      return meant(submittedIn(body)?.deliveries ?? [], {
        ...PASSING,
        once: view?.callback_id !== MODALS.ask,
      });
    default:
      return meant(shortcutIn(body)?.deliveries ?? [], PASSING);
  }
}

function speaksToUs({ direct, mentionsUs }: Heard): boolean {
  return direct || mentionsUs;
}

/** Names of all bots are kept together. What has no name cannot be told from another, and is not kept. */
function meant(
  names: readonly string[],
  how: Pick<Meant, 'goodFor' | 'once'>,
  ifOurs: Meant['ifOurs'] = null,
): Meant | null {
  const [first, ...others] = names.map((name) => (name.startsWith('slack:') ? name : `slack:${name}`));
  return first === undefined ? null : { names: [first, ...others], ifOurs, ...how };
}
