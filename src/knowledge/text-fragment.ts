/**
 * A text that is longer than this, in UTF-16 code units, is given by its first and last words: browsers
 * search for the whole text otherwise, and mail programs break long addresses.
 */
const LONGEST_EXACT = 120;
/** The same in few long words, or in a script that writes without blanks. */
const LONGEST_WHOLE = 250;
/** Words that are given of each end of a longer text. */
const WORDS = 6;
/**
 * Of each end, in UTF-16 code units, where they take more: Chinese, Japanese and Thai write without blanks, and each of
 * their letters has nine in an address. Slack takes 3,000, and a text without any blank has as many as it likes.
 */
const LONGEST_END = 40;

/** Made when it is first needed, as Node reads its tables then: some 10 ms. */
let segmenter: Intl.Segmenter | null = null;

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
  const isShort = text.length <= LONGEST_EXACT || words.length <= 2 * WORDS;
  if (isShort && text.length <= LONGEST_WHOLE) return escaped(text);
  const [first, last] = isShort
    ? [text, text]
    : [words.slice(0, WORDS).join(' '), words.slice(-WORDS).join(' ')];
  const isLong = Math.max(first.length, last.length) > LONGEST_EXACT;
  return isLong
    ? `${escaped(beginningOf(first))},${escaped(endOf(last))}`
    : `${escaped(first)},${escaped(last)}`;
}

/** Browsers look for whole words, as Unicode divides them. */
function wordsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return segmenter.segment(text);
}

function beginningOf(text: string): string {
  const around = text.slice(0, 2 * LONGEST_END);
  const { index } = wordsOf(around).containing(LONGEST_END) ?? { index: 0 };
  return around.slice(0, index || LONGEST_END).trimEnd();
}

function endOf(text: string): string {
  const around = text.slice(-2 * LONGEST_END);
  const { index, segment } = wordsOf(around).containing(around.length - LONGEST_END) ?? {
    index: 0,
    segment: '',
  };
  const at = index + segment.length;
  return around.slice(at < around.length ? at : -LONGEST_END).trimStart();
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
