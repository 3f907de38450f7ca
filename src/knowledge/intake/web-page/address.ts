/** Parameters that say where a reader came from, not which page it is. */
const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d+|link.*|bbc_team|ptr_name|format)|(?:fb|g|d|tw|y|ms|wb|gb|ttc|li_fat_)cl(?:id|kid)|msclkid|mc_[ce]id|ml_subscriber.*|_hs(?:enc|mi)|igshid|igsh|ref_?(?:src|url)|smid|smtyp|cmp(?:id)?|cmp_.*|cid|ncid|s_cid|ocid|icid|xtor|wt_mc|wt\..*|_ga|_gl|ito|taid|guccounter|guce_.*|sref|ns_.*|soc_(?:src|trk)|partner|srnd|__twitter_impression|amp_js_v|usqp|mod|tpcc|fbclid|yclid|vero_.*|spm)$/i;

/** In UTF-16 code units: what servers take at most is some 8,000, and no article's address is half of that. */
const LONGEST = 4_000;

/**
 * @param stated an address as a page states it, perhaps relative
 * @param base what it is relative to
 * @returns it absolute, without tracking parameters and fragment, or `null` where it is no http address
 */
export function cleanAddress(stated: string, base: string | null): string | null {
  const text = stated.trim();
  if (text.length > LONGEST) return null;
  const whole = text.startsWith('//') && base === null ? `https:${text}` : text;
  if (whole === '' || !URL.canParse(whole, base ?? undefined)) return null;
  const url = new URL(whole, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Only then: writing the parameters anew would change how others are escaped.
  for (const name of new Set(tracking)) url.searchParams.delete(name);
  // The base is the page's own to choose, and is part of every address on it.
  return url.href.length > LONGEST ? null : url.href;
}

/** Whether it leads to a site's front, which is no article's address. */
export function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w+|home)?\/?$/i.test(pathname);
}

/**
 * Whether two addresses are of one site, as far as names tell: the same host, or one below the other, "www." aside. Of two
 * names beside each other ("a.co.uk", "b.co.uk") nothing tells that they belong together.
 */
export function isSameSite(one: string, other: string): boolean {
  const [name = '', base = ''] = [one, other]
    .map((address) => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''))
    .sort((a, b) => b.length - a.length);
  return base !== '' && (name === base || name.endsWith(`.${base}`));
}
