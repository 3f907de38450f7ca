import type { App } from '@slack/bolt';
import type { SlackApi } from '../calls/api.ts';

/** These events tell that a token is gone. */
export const FAREWELLS = ['app_uninstalled', 'tokens_revoked'] as const;

/**
 * Asks Slack whether our one token still holds as soon as there is word that it may not: otherwise the next person to
 * ask would find out, and until then this process would be sent questions.
 *
 * @param app Bolt
 * @param api with the token; it tells the log, and `trusted` says what came of it
 */
export function heedFarewells(app: App, api: Pick<SlackApi, 'ask'>): void {
  for (const farewell of FAREWELLS) {
    app.event(farewell, async () => {
      await api.ask('auth.test', {}).catch(() => undefined);
    });
  }
}
