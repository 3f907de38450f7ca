import { ApplicationFlags } from 'discord.js';
import { z } from 'zod';
import type { DiscordConfig } from '../../../config.ts';
import { type Finding, missing, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import type { CallError } from '../calls/failure.ts';
import { tokenRefusal } from '../register/token.ts';

/** A part that is of another form than we know counts as not said: the others can still be looked at. */
const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const count = z.number().nullish().catch(null);
const Installing = z
  .object({
    oauth2_install_params: z
      .object({ scopes: z.array(z.string()).catch([]), permissions: z.string().regex(/^\d+$/).catch('0') })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

/** https://discord.com/developers/docs/resources/application#application-object, as far as we look. */
export const Application = z.object({
  id: z.string().min(1),
  name: text,
  bot_public: flag,
  bot_require_code_grant: flag,
  flags: count,
  interactions_endpoint_url: text,
  approximate_guild_count: count,
  approximate_user_install_count: count,
  integration_types_config: z.object({ 0: Installing, 1: Installing }).nullish().catch(null),
});
/** The application that the token is of. */
export type Application = Readonly<z.infer<typeof Application>>;

/** https://discord.com/developers/docs/resources/user#user-object, as far as we look. */
export const Me = z.object({ id: z.string().min(1), username: text });

/** Longest name that is shown, in UTF-16 code units. */
const MOST = 60;

/** @returns a name from Discord, for one line */
export function shownName(name: string | null | undefined, otherwise: string): string {
  return oneLine(name || otherwise, MOST);
}

/**
 * @param error with which Discord refused to say whose the token is
 * @param token the token
 * @returns what to do about it
 */
export function refusedTokenFinding(error: CallError, token: string): Finding {
  return missing(
    'Token',
    error.status === 401
      ? tokenRefusal(token)
      : `Discord refused DISCORD_TOKEN (${oneLine(error.message, MOST)}): see whether the application still exists in the developer portal.`,
  );
}

/**
 * @param application that the token is of
 * @param user name of the bot; `null` where it is not known
 * @param config what is configured
 * @returns whose the token is, and whether the configured id is that of its application
 */
export function tokenFindings(
  application: Application,
  user: string | null,
  { applicationId }: DiscordConfig,
): readonly Finding[] {
  const whose = `${shownName(user, 'a bot')} of the application ${shownName(application.name, 'without a name')} (${application.id})`;
  return [
    ok('Token', `accepted: ${whose}`),
    ...(applicationId === null || applicationId === application.id
      ? []
      : [
          missing(
            'Application',
            `DISCORD_APPLICATION_ID is another application than the one of DISCORD_TOKEN (${application.id}): leave it empty, since the token knows.`,
          ),
        ]),
  ];
}

/**
 * With such an address Discord sends what people do there, and nothing of it to the bot.
 *
 * @param application that the token is of
 * @returns whether commands and buttons reach the bot
 */
export function deliveryFinding({ interactions_endpoint_url }: Application): Finding {
  return interactions_endpoint_url
    ? missing(
        'Delivery',
        'Discord sends commands and buttons to an address instead of the bot: empty "Interactions Endpoint URL" in "General Information".',
      )
    : ok('Delivery', 'commands and buttons come to the bot');
}

/** By the names of the developer portal. The limited ones are for bots in few servers. */
const PRIVILEGED = [
  ['Presence Intent', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members Intent',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content Intent',
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

/**
 * @param application that the token is of
 * @returns which intents are needed, and which are granted beyond that
 */
export function intentFindings({ flags }: Application): readonly Finding[] {
  const spare = PRIVILEGED.filter(([, bits]) => ((flags ?? 0) & bits) !== 0).map(([name]) => name);
  return [
    ok('Intents', 'servers, their messages, direct messages: none has to be granted'),
    ...(spare.length === 0
      ? []
      : [ok('Intents to spare', `granted and not needed, so they can be turned off: ${spare.join(', ')}`)]),
  ];
}
