/** Noon, so that a day without a time of day is that day nearly everywhere. */
const NOON = 'T12:00:00Z';

/**
 * How long ago something was, which Discord words for each reader and keeps true
 * (https://discord.com/developers/docs/reference#message-formatting-timestamp-styles).
 *
 * @param iso ISO 8601 date or date-time, or `null`
 * @returns Markdown that is read as "4 years ago"; `null` for what is no date
 */
export function ago(iso: string | null): string | null {
  if (iso === null) return null;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}${NOON}` : iso);
  return Number.isNaN(time) ? null : `<t:${Math.floor(time / 1000)}:R>`;
}
