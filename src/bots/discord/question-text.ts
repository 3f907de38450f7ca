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
 * Frees a question of the mention that addressed it.
 *
 * @param content the message as Discord delivers it
 * @param botId the bot's user id
 * @returns what was asked; `''` where it was nothing
 */
export function questionText(content: string, botId: string): string {
  return content.replace(mentionOf(botId), ' ').trim();
}

/** `<@id>`, and the older `<@!id>` (https://discord.com/developers/docs/reference#message-formatting). */
function mentionOf(botId: string): RegExp {
  return new RegExp(`<@!?${botId.replace(/\D/g, '')}>`, 'g');
}
