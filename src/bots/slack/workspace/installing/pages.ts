import type { RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger, type webApi } from '@slack/bolt';
import type { SlackConfig } from '../../../../config.ts';
import type { Log } from '../../../../log.ts';
import { SCOPES } from '../scopes.ts';
import { installationOf } from './installation.ts';
import type { Installations } from './installations.ts';
import { installedPage, refusalOf } from './outcomes.ts';
import { PRIVATE, showPage } from './page.ts';
import { STATE_S, stateStore } from './state.ts';

export interface InstallPagesOptions {
  readonly oauth: NonNullable<SlackConfig['oauth']>;
  /** Where Slack's Web API is; its page of consent lies beside it. `null` for Slack's own. */
  readonly apiUrl: string | null;
  /** For the calls that an installation needs, with the address of Slack. */
  readonly clientOptions: webApi.WebClientOptions;
  readonly installations: Installations;
  readonly logger: Logger;
  readonly log: Log;
}

const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';
/** With this prefix a browser takes the cookie from this very host only, over HTTPS, and from no subdomain. */
const COOKIE = '__Host-nutgraf-install';

/**
 * The two addresses at which a workspace installs the app: one leads to Slack, to the other Slack leads back.
 * Slack's own library does the round trip; the state, the pages and what is kept are ours. No redirect URL is
 * named: Slack takes the one of the app's settings.
 *
 * @param options client id and secret, where Slack is, where installations go
 * @returns what answers them, by path
 */
export function installPages(options: InstallPagesOptions): ReadonlyMap<string, RequestListener> {
  const { oauth, apiUrl, installations, logger, log } = options;
  const scopes = Object.keys(SCOPES);
  const receiver = new HTTPReceiver({
    // It shows these pages and takes no deliveries.
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    ...oauth,
    scopes,
    // Its errors are told below, with what they mean; cancelling is none.
    logger: { ...logger, error: logger.info },
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      directInstall: true,
      stateStore: stateStore(oauth.clientSecret, { scopes }),
      stateCookieName: COOKIE,
      stateCookieExpirationSeconds: STATE_S,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com').href,
      clientOptions: options.clientOptions,
      callbackOptions: {
        async afterInstallation(given, _, __, response) {
          const installation = installationOf(given, Date.now());
          await installations.keep(installation);
          const { team, enterprise, orgWide, installedBy } = installation;
          log.info(
            { id: idOf(response), team: team?.id, enterprise: enterprise?.id, orgWide, person: installedBy },
            'the app was installed',
          );
          showPage(response, installedPage(installation));
          // The library shall store nothing by itself: it would keep more.
          return false;
        },
        failure(error, _, __, response) {
          const { level, line, page } = refusalOf(error);
          log[level](
            { id: idOf(response), code: error.code, ...(level === 'error' ? { err: error } : {}) },
            line,
          );
          showPage(response, page);
        },
      },
    },
  });
  const show: RequestListener = (request, response) => {
    for (const [name, value] of Object.entries(PRIVATE)) response.setHeader(name, value);
    receiver.requestListener(request, response);
  };
  return new Map([
    [INSTALL_PATH, show],
    [REDIRECT_PATH, show],
  ]);
}

/** Of the request, as the log has it. */
function idOf(response: ServerResponse): string {
  return String(response.getHeader('x-request-id'));
}
