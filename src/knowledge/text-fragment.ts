/**
 * A text that is longer than this, in UTF-16 code units, is given by its first and last words: browsers
 * search for the whole text otherwise, and mail programs break long addresses.
 */
const LONGEST_EXACT = 120;
/** Words that are given of each end of a longer text. */
const WORDS = 6;

/**
 * Adds a text fragment to an address, so that a browser scrolls to a text and marks it.
 * Grammar and escapes: https://wicg.github.io/scroll-to-text-fragment/#syntax
 *
 * @param url address of the article; its own fragment is kept, an older text fragment is replaced
 * @param text what should be scrolled to
 * @returns the address with `#:~:text=…`
 */
export function withTextFragment(url: string, text: string): string {
  const [address = '', hash = ''] = splitAt(url, '#');
  const own = hash.split(':~:')[0] ?? '';
  return `${address}#${own}:~:text=${directive(text.replace(/\s+/g, ' ').trim())}`;
}

function directive(text: string): string {
  const words = text.split(' ');
  if (text.length <= LONGEST_EXACT || words.length <= 2 * WORDS) return escaped(text);
  return `${escaped(words.slice(0, WORDS).join(' '))},${escaped(words.slice(-WORDS).join(' '))}`;
}

/**
 * `&`, `-` and `,` have a meaning in the directive and are always escaped. What `encodeURIComponent` leaves
 * as it is although chat programs end an address at it is escaped too. Half a surrogate pair, which no
 * address can hold, is left out.
 */
function escaped(text: string): string {
  const sound = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
  return encodeURIComponent(sound).replace(
    /[-!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
