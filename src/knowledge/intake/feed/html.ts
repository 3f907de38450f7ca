/** What a feed's text is made of in HTML when it is not plain. */
const TAG = /<\/?(?:p|div|br|ul|ol|li|a|b|i|em|strong|span|h[1-6]|blockquote|figure|img|table)\b[^<>]*>/i;

/**
 * @param text as the feed states it, plain or not
 * @returns it as HTML; `null` when there is none
 */
export function asHtml(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return TAG.test(text) ? text : paragraphs(text.replaceAll('<', '&lt;'));
}

/**
 * @param text plain text
 * @returns it as HTML; `null` when there is none
 */
export function plainAsHtml(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return paragraphs(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** Divided by blank lines, or by line ends where there are none. */
function paragraphs(escaped: string): string {
  const lines = escaped.trim().split(/\n\s*\n/);
  const divided = lines.length > 1 ? lines : escaped.trim().split('\n');
  return divided.map((line) => `<p>${line.trim()}</p>`).join('\n');
}
