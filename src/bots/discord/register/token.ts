/** What something that is no bot token looks like, which Discord's pages offer beside it. */
const KINDS = [
  [/^\d+$/, 'which looks like an id'],
  [/^[0-9a-f]{64}$/, 'which looks like the public key of "General Information"'],
  [/^[\w-]{32}$/, 'which looks like the client secret of "OAuth2"'],
  [/^[^.]*$/, 'which is not whole or of another kind'],
] as const;

const COPY = 'copy the bot token from "Bot", "Reset Token", of your application in the developer portal';

/**
 * Says what to do about a token that Discord does not know.
 *
 * @param token which
 * @returns one sentence, in which no part of the token stands
 */
export function tokenRefusal(token: string): string {
  const kind = KINDS.find(([shape]) => shape.test(token))?.[1] ?? 'which was perhaps reset';
  return `Discord does not know the token in DISCORD_TOKEN, ${kind}: ${COPY}.`;
}
