/**
 * Discord's Markdown, written so that a reader sees the letters and nothing else. A backslash takes the
 * meaning from whatever punctuation follows it, and is not shown
 * (https://support.discord.com/hc/en-us/articles/210298617).
 */

import { isolated, namesHost, wellFormed } from '../../text.ts';

/**
 * What means something to Discord:
 * - headings, lists, quotes and small text, which begin a line;
 * - numbers of lists, which begin a line;
 * - emphasis, code, spoilers, links, mentions, timestamps and emoji in `<…>`, wherever they stand;
 * - the colon of an address and of an emoji's name. What stands behind it may be white space that Discord takes out,
 *   such as a form feed;
 * - the slash behind a host: an invitation (`discord.gg/…`) is shown as one without a scheme.
 */
const MEANINGFUL = /[-#+>](?<=^\s*.)|[.)](?<=^\s*\d+.)|[\\*_~`|<[\]@]|:(?![ \t\r\n]|$)|\/(?<=\.\w{2,24}\/)/gm;

/**
 * Takes the meaning from whatever Discord would act on.
 *
 * @param text plain text
 * @returns Markdown that shows the text, letter for letter; at most twice as long
 */
export function escaped(text: string): string {
  return text.replace(MEANINGFUL, '\\$&');
}

/**
 * What may not stand in the text of a link. Discord undoes no escapes in there, and shows the brackets and
 * the address of a link whose text has an emoji in it (that of a key, 1️⃣, is a digit with a mark), or looks like another
 * address.
 */
const NO_LINK_TEXT =
  /[\\*_~`|<>[\]@]|\u20E3|:\w+:|(?![™©®])\p{Extended_Pictographic}|[\p{RI}\p{Emoji_Modifier}]/u;

/**
 * Links a text.
 *
 * @param text what is read, plain
 * @param address where it leads, as from {@link webAddress}
 * @param otherwise what carries the link where the text cannot; letters and spaces only
 * @returns Markdown
 */
export function linked(text: string, address: string, otherwise: string): string {
  if (text !== '' && !NO_LINK_TEXT.test(text) && !namesHost(text)) return isolated(`[${text}](<${address}>)`);
  return [escaped(isolated(text)), `[${otherwise}](<${address}>)`].filter((part) => part !== '').join(' · ');
}

/**
 * Reads an address that a link may lead to.
 *
 * @param link any text
 * @param most longest address, in UTF-16 code units
 * @returns the address without anything that would end it early; `null` where it is no web address or too long
 */
export function webAddress(link: string, most: number): string | null {
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) return null;
  const address = wellFormed(link.trim()).replace(/[\s<>()\\"'`\p{C}]/gu, encodeURIComponentAll);
  return address.length <= most ? address : null;
}

/** `encodeURIComponent` leaves `(`, `)` and `'` as they are. */
function encodeURIComponentAll(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(character);
}
