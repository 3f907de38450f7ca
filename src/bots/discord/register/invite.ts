import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/**
 * What the bot needs in a server, by the name that Discord shows, and for what. Links in Components V2 need no
 * Embed Links, and previews of links are never asked for; answers to commands need none of these.
 */
export const PERMISSIONS = [
  { name: 'View Channels', bit: PermissionFlagsBits.ViewChannel, why: 'to be told of mentions' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, why: 'to answer them' },
  {
    name: 'Send Messages in Threads',
    bit: PermissionFlagsBits.SendMessagesInThreads,
    why: 'to answer them in threads and in posts of forums',
  },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    why: 'to answer as a reply; without it an answer is a message of its own',
  },
] as const;

/** With these the bot joins a server, and its commands do. */
export const SERVER_SCOPES: readonly string[] = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];
/** With this the commands go wherever a person goes. */
export const PERSON_SCOPES: readonly string[] = [OAuth2Scopes.ApplicationsCommands];

/** Where to install the bot. */
export interface InviteLinks {
  readonly server: string;
  readonly person: string;
}

/** https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow */
const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/**
 * @param application id of the application
 * @returns the links that ask for the least that is needed
 */
export function inviteLinks(application: string): InviteLinks {
  const permissions = PERMISSIONS.reduce((all, { bit }) => all | bit, 0n);
  const link = (kind: ApplicationIntegrationType, scopes: readonly string[], more = {}) =>
    `${AUTHORIZE}?${new URLSearchParams({ client_id: application, integration_type: String(kind), scope: scopes.join(' '), ...more })}`;
  return {
    server: link(ApplicationIntegrationType.GuildInstall, SERVER_SCOPES, {
      permissions: String(permissions),
    }),
    person: link(ApplicationIntegrationType.UserInstall, PERSON_SCOPES),
  };
}
