import { PermissionFlagsBits } from 'discord.js';
import { type Finding, missing, ok } from '../../doctor.ts';
import { PERMISSIONS, PERSON_SCOPES, SERVER_SCOPES } from '../register/invite.ts';
import type { Application } from './application.ts';

const WHERE = 'in "Installation" of the developer portal';

/**
 * Looks at how the application's own page lets it be installed. Links that `nutgraf register` prints ask for
 * the right things by themselves.
 *
 * @param application that the token is of
 * @returns for servers, for persons, and what keeps others from it
 */
export function installFindings(application: Application): readonly Finding[] {
  const { integration_types_config: config, bot_public, bot_require_code_grant } = application;
  // Applications that were made before there were two ways are for servers.
  const inServers = config ?? { 0: {}, 1: null };
  return [
    kindFinding('Server install', '"Guild Install"', inServers[0], SERVER_SCOPES, true),
    kindFinding('User install', '"User Install"', inServers[1], PERSON_SCOPES, false),
    ...(bot_require_code_grant === true
      ? [
          missing(
            'Code grant',
            'No link can add the bot to a server: turn "Requires OAuth2 Code Grant" off in "Bot" of the developer portal.',
          ),
        ]
      : []),
    ...(bot_public === false ? [ok('Public bot', 'no: only its owner can add it')] : []),
  ];
}

type Way = NonNullable<Application['integration_types_config']>[0];

function kindFinding(
  name: string,
  kind: string,
  way: Way,
  scopes: readonly string[],
  joins: boolean,
): Finding {
  if (way === null || way === undefined) {
    return missing(
      name,
      joins
        ? `The application cannot be added to a server: tick ${kind} ${WHERE}.`
        : `Nobody can use it where the bot is no member: tick ${kind} ${WHERE}.`,
    );
  }
  const { oauth2_install_params: asked } = way;
  if (!asked) return ok(name, 'on, without default settings: use the link that nutgraf register prints');
  const lacking = scopes.filter((scope) => !asked.scopes.includes(scope));
  const granted = BigInt(asked.permissions);
  const denied =
    joins && (granted & PermissionFlagsBits.Administrator) === 0n
      ? PERMISSIONS.filter(({ bit }) => (granted & bit) === 0n)
      : [];
  if (lacking.length === 0 && denied.length === 0) return ok(name, 'on, with all that is needed');
  const added = [...lacking.map((scope) => `scope ${scope}`), ...denied.map(({ name: each }) => each)];
  return missing(
    name,
    `The default settings of ${kind} lack what is needed: add ${added.join(', ')} ${WHERE}.`,
  );
}
