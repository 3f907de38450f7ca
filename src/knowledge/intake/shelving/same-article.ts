import type { Article } from '../../article.ts';
import type { Details } from '../draft.ts';

/**
 * Whether an article of the library is the one that has come again: it has the same address, or the same
 * outlet, headline and date. Where one of the two has no headline, or both have addresses of their own, most
 * of their sentences must agree.
 *
 * @param known an article of the library
 * @param details what is known of the one that has come
 * @param paragraphs its paragraphs
 * @returns `true` when it is the same
 */
export function isSameArticle(known: Article, details: Details, paragraphs: readonly string[]): boolean {
  const moved = known.url !== null && details.url !== null;
  if (moved && addressOf(known.url) === addressOf(details.url)) return true;
  if (outletAndDay(known) !== outletAndDay(details)) return false;
  if (known.headline !== null && details.headline !== null) {
    // "Letters to the editor", twice on a day at two addresses, are two articles.
    return (
      plain(known.headline) === plain(details.headline) && (!moved || sharedWith(known, paragraphs) >= MOST)
    );
  }
  return sharedWith(known, paragraphs) >= MOST;
}

/** Who published an article and on which day, in one form; what nobody has stated is the same too. */
export function outletAndDay({ outlet, published }: Pick<Details, 'outlet' | 'published'>): string {
  return `${plain(outlet)} ${published?.slice(0, 10) ?? ''}`;
}

function plain(text: string | null): string {
  return (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Of the longer one's sentences: two reports of one council meeting begin alike and are two articles all the same. */
const MOST = 0.7;

/**
 * @param known an article of the library
 * @param paragraphs those of another
 * @returns how much of the longer of the two stands in both, in sentences, from 0 to 1
 */
export function sharedWith(known: Article, paragraphs: readonly string[]): number {
  const mine = dividedOnce(known, () => known.body.split('\n\n'));
  const theirs = dividedOnce(paragraphs, () => paragraphs);
  let shared = 0;
  for (const sentence of mine) if (theirs.has(sentence)) shared += 1;
  return shared / Math.max(1, mine.size, theirs.size);
}

/**
 * Sentences of what is compared, kept as long as it is: each article that comes is compared with all that its outlet has
 * published on its day, and dividing these anew each time kept everything else waiting for as long as they are many.
 */
const divided = new WeakMap<object, ReadonlySet<string>>();

function dividedOnce(whose: object, paragraphsOf: () => readonly string[]): ReadonlySet<string> {
  const known = divided.get(whose);
  if (known !== undefined) return known;
  const sentences = new Set(
    paragraphsOf().flatMap((paragraph) => paragraph.split(/(?<=[.!?]["”’)]{0,2}) +/)),
  );
  divided.set(whose, sentences);
  return sentences;
}

/** An address in one form: what readers came by (`utm_…`), where they are on the page, and how the server writes its name do not matter. */
export function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()]) {
    if (/^(?:utm_|fbclid$|gclid$|cmpid$|ocid$|mc_[ce]id$)/i.test(name)) parsed.searchParams.delete(name);
  }
  const host = parsed.host.replace(/^www\./, '');
  return `${host}${parsed.pathname.replace(/(?<!\/)\/+$/, '')}${parsed.search}`;
}
