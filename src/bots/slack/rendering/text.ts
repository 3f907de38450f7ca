/** Letters and marks of scripts that are read from the right. */
const FROM_THE_RIGHT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

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

/**
 * What is read from the right moves nothing of what stands beside it on its line: without this, a date behind it would
 * change its order.
 *
 * @param label a name or a headline, as `oneLine` gives it
 * @returns the label, between the marks that keep its direction to itself where it has another than ours
 */
export function isolated(label: string): string {
  return FROM_THE_RIGHT.test(label) ? `\u2068${label}\u2069` : label;
}
