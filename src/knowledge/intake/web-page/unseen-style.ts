/** Not shown at all, pushed off the page, or cut away. */
const UNSEEN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|(?:text-indent|left|right|top|margin-left)\s*:\s*-\d{3,}(?:px|r?em|pt|%)|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%)/i;
const WITHOUT_SIZE = /(?:^|;)\s*font-size\s*:\s*0(?:\.0{1,9})?(?:px|r?em|pt|%)?\s*(?:;|!|$)/i;
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]{1,60})/i;
const GROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]{1,60})/i;
const WHITE = new Set(['#fff', '#ffffff', 'white', 'rgb(255,255,255)']);

/**
 * What an element's own style says. Style sheets are not read, nor is `opacity: 0` believed, which a script takes
 * away as soon as a story comes into view.
 *
 * @param style the attribute's value
 * @returns `size` where letters have no size, which what stands within may have; `all` where nothing can be seen
 */
export function unseenBy(style: string): 'all' | 'size' | null {
  const plain = style.replace(/\/\*[^*]*\*\//g, '');
  if (UNSEEN.test(plain)) return 'all';
  const [colour, ground] = [COLOUR, GROUND].map((pattern) => named(pattern.exec(plain)?.[1]));
  if (colour !== '' && (colour === 'transparent' || colour === ground)) return 'all';
  return WITHOUT_SIZE.test(plain) ? 'size' : null;
}

function named(colour = ''): string {
  const name = colour.toLowerCase().replace(/\s+/g, '');
  return WHITE.has(name) ? 'white' : name;
}
