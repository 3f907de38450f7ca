import type { RequestListener } from 'node:http';
import type { App, Authorize, Logger } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import { clientOptions } from '../calls/api.ts';
import type { AroundOf, Authorized } from './around.ts';
import { heedFarewells } from './farewells.ts';
import { identify } from './identify.ts';
import { heedInstallations } from './installing/heed-installations.ts';
import { authorizedBy, openInstallations } from './installing/installations.ts';
import { installPages } from './installing/pages.ts';

/** How we may speak in workspaces: with a token of our own in one, or with those of installations in many. */
export interface Access {
  /** For Bolt. */
  readonly authorize: Authorize<boolean>;
  /** Hears of installations that end, and of our own token. To be called before other listeners are added. */
  heed(app: App, aroundOf: AroundOf): void;
  /** Pages that install the app, by path. */
  readonly pages: ReadonlyMap<string, RequestListener>;
  /** Who we are in our one workspace; `null` with many. */
  readonly own: Authorized | null;
  /** Who we are in a workspace, or by an organisation's installation; `null` where we are not, or no longer. */
  in(workspace: string | null): Promise<Authorized | null>;
  /** Its name, for the log; `null` with many. */
  readonly workspace: string | null;
}

/**
 * Finds out how we may speak.
 *
 * @param config tokens or client id
 * @param logger Bolt's view of our log
 * @param ledger where installations are kept
 * @param log our log
 * @returns the access
 * @throws {BotStartError} when Slack refuses the token
 */
export async function accessOf(
  config: SlackConfig,
  logger: Logger,
  ledger: Ledger,
  log: Log,
): Promise<Access> {
  return config.botToken === null
    ? manyWorkspaces(config, logger, ledger, log)
    : oneWorkspace(config.botToken, config, logger, log);
}

/** Bolt asks who we are for every event: told from memory, as it would fail silently otherwise. */
async function oneWorkspace(
  botToken: string,
  config: SlackConfig,
  logger: Logger,
  log: Log,
): Promise<Access> {
  const { user, bot, team } = await identify(botToken, config, logger, log);
  const own = { botToken, botUserId: user, ...(bot === null ? {} : { botId: bot }) };
  return {
    // A new one each time: Bolt writes into it which workspace and whose event it was.
    authorize: async () => ({ ...own }),
    heed: (app, aroundOf) => heedFarewells(app, aroundOf(own).api),
    pages: new Map(),
    own,
    in: async () => own,
    workspace: team,
  };
}

function manyWorkspaces(config: SlackConfig, logger: Logger, ledger: Ledger, log: Log): Access {
  const { oauth, apiUrl } = config;
  if (oauth === null) throw new Error('there is neither a bot token nor a client id');
  const installations = openInstallations(ledger.installations, log);
  return {
    authorize: installations.authorize,
    heed: (app) => heedInstallations(app, installations, log),
    pages: installPages({
      oauth,
      apiUrl,
      clientOptions: clientOptions(config, logger),
      installations,
      logger,
      log,
    }),
    own: null,
    async in(workspace) {
      const found = workspace === null ? null : await installations.find(workspace);
      return found && authorizedBy(found);
    },
    workspace: null,
  };
}
