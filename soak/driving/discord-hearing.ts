import { CALLBACK } from '../../tests/support/discord-server/callback-rules.ts';
import { jsonOf } from '../../tests/support/discord-server/json.ts';
import type { Call, DiscordServer } from '../../tests/support/discord-server/server.ts';
import type { Tally } from '../counting/tally.ts';

/** By what an answer in Discord is known. */
export const discordKeys = {
  under: (message: unknown) => `discord message ${String(message)}`,
  interaction: (token: unknown) => `discord interaction ${String(token)}`,
} as const;

/** In ms: Discord waits as long for a response (https://docs.discord.com/developers/interactions/receiving-and-responding). */
const RESPOND_WITHIN = 3_000;
const CALLBACK_PATH = /^POST \/interactions\/[^/]+\/([^/]+)\/callback$/;
const MESSAGE_PATH = /^POST \/channels\/([^/]+)\/messages$/;
const ANSWER_PATH = /^(POST|PATCH) \/webhooks\/[^/]+\/([^/]+)(?:\/messages\/([^/]+))?$/;

/**
 * Tells the tally of everything that the bot says in Discord, in the moment in which it says it.
 *
 * @param discord the server
 * @param tally where it is told
 * @param posted told of the message that answers another
 * @returns ends it
 */
export function hearDiscord(
  discord: DiscordServer,
  tally: Tally,
  posted: (message: string) => void,
): () => void {
  let last: Call | undefined;
  let isOver = false;
  void discord.until(() => {
    // The server forgets its calls at times: then all that it has are new.
    const calls = discord.calls.slice(last === undefined ? 0 : discord.calls.lastIndexOf(last) + 1);
    last = discord.calls.at(-1);
    for (const call of calls) hear(call);
    return isOver;
  });

  function hear(call: Call): void {
    const { method, path, why, status } = call;
    const where = `${method} ${path}`;
    if (why !== null) tally.stray(`Discord does not take ${where}: ${why}`);
    const [, responding] = CALLBACK_PATH.exec(where) ?? [];
    // What Discord did counts, also where it did not say so.
    if (status >= 400 && !isShown(call, responding)) return;
    if (MESSAGE_PATH.test(where)) hearMessage(call);
    if (responding !== undefined) hearResponse(call, responding);
    const [, how, token, which] = ANSWER_PATH.exec(where) ?? [];
    if (token === undefined) return;
    // The answer replaces the word that it is coming, however often it is sent.
    const name = how === 'PATCH' && which !== undefined ? which : String(call.message);
    tally.hear(discordKeys.interaction(token), name, textOf(call));
  }

  /** Suggestions are no message. */
  function isShown({ body, message }: Call, responding: string | undefined): boolean {
    if (body?.type !== CALLBACK.choices || responding === undefined) return message !== null;
    return discord.interaction(responding)?.responded != null;
  }

  function hearMessage(call: Call): void {
    const { body, message } = call;
    const under = jsonOf(body?.message_reference).message_id;
    if (message === null) return;
    if (under === undefined || !tally.hear(discordKeys.under(under), message, textOf(call))) {
      tally.stray(`Discord: a message to nobody: ${textOf(call)}`);
    } else posted(message);
  }

  function hearResponse(call: Call, token: string): void {
    const type = call.body?.type;
    if (type === CALLBACK.defer || type === CALLBACK.deferUpdate) return;
    tally.hear(discordKeys.interaction(token), '@original', textOf(call));
  }

  return () => {
    isOver = true;
  };
}

function textOf({ body }: Call): string {
  return JSON.stringify(body ?? '');
}

/**
 * Discord's three seconds, by the real clock.
 *
 * @param discord the server
 * @param call as `POST /path`
 * @returns the token of an interaction that it answers too late; `null` where it is in time, or no such call
 */
export function tooLate(discord: DiscordServer, call: string): string | null {
  const [, token] = CALLBACK_PATH.exec(call) ?? [];
  const interaction = discord.interaction(token);
  if (token === undefined || interaction === undefined || interaction.responded !== null) return null;
  return performance.now() - interaction.sentAt > RESPOND_WITHIN ? token : null;
}
