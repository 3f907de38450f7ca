/**
 * Escapes what Slack reads as a control sequence: mentions, links and entities
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 *
 * @param text plain text
 * @returns text for a `text` field or a `mrkdwn` element; up to five times as long
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
