import type { Config } from '../../config.ts';
import { passwordsIn } from '../../log/passwords.ts';

/**
 * @param config everything that is configured
 * @returns tokens, passwords and keys in it, none of which is to be in the log
 */
export function secretsOf(config: Config): readonly string[] {
  const { slack, slackConfigToken, discord, web, ledger, search } = config;
  const mode = slack?.mode;
  return [
    slack?.botToken,
    slack?.oauth?.clientSecret,
    mode?.kind === 'socket' ? mode.appToken : mode?.signingSecret,
    slackConfigToken,
    discord?.token,
    web?.deskToken,
    ledger.key,
    ...(ledger.store.kind === 'postgres' ? passwordsIn(ledger.store.url) : []),
    search.cluster?.login?.password,
    ...(search.cluster?.nodes ?? []).flatMap(passwordsIn),
  ].filter((secret) => secret != null && secret !== '') as readonly string[];
}
