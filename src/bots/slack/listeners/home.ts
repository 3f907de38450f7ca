import type { App } from '@slack/bolt';
import { z } from 'zod';
import { groupKey } from '../../place-key.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { freshView } from '../calls/post.ts';
import { tell } from '../calls/whisper.ts';
import { personIn } from '../payloads/heard.ts';
import { placeOf, type Spot } from '../payloads/place.ts';
import { type Pressed, pressedIn, stateIn } from '../payloads/pressed.ts';
import { HOME_ACTIONS, homeView } from '../rendering/home.ts';
import { SAID } from '../rendering/messages.ts';
import { notice, show } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

const Opened = z.object({ user: z.string().min(1), tab: z.literal('home') });
const Envelope = z.object({ team_id: z.string().nullish() });
/** Questions of a person that are offered again. */
const RECENT = 5;

/**
 * Shows the Home tab when somebody opens it, and does what it offers.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onHome(app: App, aroundOf: AroundOf): void {
  app.event('app_home_opened', async ({ event, body, context }) => {
    const opened = Opened.safeParse(event).data;
    if (opened === undefined) return;
    const workspace = Envelope.safeParse(body).data?.team_id || null;
    await publish(aroundOf(context), spotIn(workspace, opened.user), opened.user);
  });
  app.action(new RegExp(`^${HOME_ACTIONS.question}-`), async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed !== null) await answer(around, pressed);
  });
  app.action(HOME_ACTIONS.mayChange, async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed !== null) await change(around, pressed);
  });
}

function spotIn(workspace: string | null, user: string): Spot {
  return { workspace, organisation: null, channel: null, user, userTeam: null, isShared: null };
}

async function publish(around: Around, spot: Spot, user: string): Promise<void> {
  const { api, ledger, knowledge, people, log } = around;
  const { workspace } = spot;
  try {
    const stories = knowledge.storiesOpenTo(await placeOf(around, spot, 'asker'));
    const recent = await ledger.journal.recent(personIn(workspace, user), RECENT).catch((error: unknown) => {
      log.error({ err: error }, 'the ledger cannot be used: the last questions are not known');
      return [];
    });
    const isAdmin = workspace !== null && (await people.standing(user, workspace)).isAdmin;
    const settings = isAdmin ? await ledger.settings.get(groupKey('slack', workspace)) : null;
    const mayChange = settings === null ? null : (settings.mayChange ?? 'members');
    await api.call('views.publish', { user_id: user, view: homeView({ stories, recent, mayChange }) });
  } catch (error) {
    log.error({ err: error }, 'the Home tab could not be shown');
  }
}

/** A suggestion is a question like any other, and answered in a modal over the tab. */
async function answer(around: Around, pressed: Pressed): Promise<void> {
  await around.desk.handle(
    pressed.deliveries,
    async () => {
      const state = await stateIn(around, pressed);
      if (state === null) return show(around, pressed, notice(SAID.outdated), null);
      const { reply, asking } = await around.desk.find({
        place: await placeOf(around, pressed.spot, 'asker'),
        thread: null,
        text: state.asking.text,
        person: personIn(pressed.spot.workspace, pressed.user),
      });
      await show(around, pressed, reply, freshView(around, asking));
    },
    (reply) => tell(around, pressed.listener, reply),
  );
}

async function change(around: Around, pressed: Pressed): Promise<void> {
  const { value, user, spot, deliveries, listener } = pressed;
  await around.desk.handle(
    deliveries,
    async () => {
      const { workspace } = spot;
      const isAdmin = workspace !== null && (await around.people.standing(user, workspace)).isAdmin;
      if (workspace === null || !isAdmin) return tell(around, listener, notice(SAID.notAllowedToSet));
      const mayChange = value === 'admins' ? 'admins' : 'members';
      await around.ledger.settings.change(groupKey('slack', workspace), { mayChange });
      await publish(around, spot, user);
    },
    (reply) => tell(around, listener, reply),
  );
}
