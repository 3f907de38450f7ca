import type { App, Context } from '@slack/bolt';
import type { Log } from '../../../../log.ts';
import { FAREWELLS } from '../farewells.ts';
import type { Installations } from './installations.ts';

/**
 * Keeps from the listeners what comes from where the app is not installed, and deletes an installation as soon as
 * Slack says that it has ended. To be called before other listeners are added.
 *
 * @param app Bolt, with {@link Installations.authorize}
 * @param installations what is installed
 * @param log is told of each that ends
 */
export function heedInstallations(app: App, installations: Installations, log: Log): void {
  app.use(async (args) => {
    const { context, next, body } = args;
    const event = 'event' in body ? (body.event as { type?: unknown } | null) : null;
    // Bolt asks for no token before it hands farewells on.
    if (context.botToken !== undefined || FAREWELLS.some((type) => type === event?.type)) return next();
    // Bolt has acknowledged events already; a button or a command would be told to have failed.
    const { ack } = args as { ack?: () => Promise<void> };
    await ack?.();
  });
  app.event('app_uninstalled', ({ context, body }) => end(context, body.event_time));
  app.event('tokens_revoked', async ({ event, context, body }) => {
    // The tokens of persons are none of ours.
    if ((event.tokens?.bot ?? []).length > 0) await end(context, body.event_time);
  });

  async function end(context: Context, at: number): Promise<void> {
    const { isEnterpriseInstall, teamId, enterpriseId, retryNum } = context;
    const key = isEnterpriseInstall || !teamId ? enterpriseId : teamId;
    if (!key) return;
    const found = await installations.find(key);
    // Slack sends again for an hour what it could not deliver; meanwhile the app may have been installed anew.
    if (found === null || (retryNum !== undefined && found.installedAt > at * 1000)) return;
    await installations.forget(key);
    log.info({ workspace: key }, 'a workspace has removed the app');
  }
}
