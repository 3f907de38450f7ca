/**
 * Whether a message addresses the bot: by its own mention. `@everyone`, a role and the ping of a reply
 * address others too.
 *
 * @param content the message as Discord delivers it
 * @param botId the bot's user id
 * @returns `true` where its mention is in the text
 */
export function mentions(content: string, botId: string): boolean {
  return mentionOf(botId).test(content);
}

/**
 * People, roles, channels, commands, times, places of a server and emoji of its own, as Discord delivers them. Ids
 * are no words that anybody wrote.
 */
const WITHOUT_WORDS = /<(?:@[!&]?\d+|#\d+|t:-?\d+(?::\w)?|id:\w+|\/[^<>:\n]{1,100}:\d+|a?:\w+:\d+)>/g;

/**
 * Reads what somebody wrote as a question: without mentions and whatever else has an id and no words.
 *
 * @param content the message as Discord delivers it
 * @returns what was asked; `''` where it was nothing
 */
export function questionText(content: string): string {
  return content.replace(WITHOUT_WORDS, ' ').trim();
}

/** `<@id>`, and the older `<@!id>` (https://discord.com/developers/docs/reference#message-formatting). */
function mentionOf(botId: string): RegExp {
  return new RegExp(`<@!?${botId.replace(/\D/g, '')}>`, 'g');
}
