import { element } from './dom.ts';
import { STYLE } from './style.ts';

/** Light, dark, or as the reader's system is set. */
export type Theme = 'auto' | 'light' | 'dark';

/**
 * What a page could do to the element from outside. Stated on the element itself and as important, nothing of the page
 * comes before it; and policies that forbid styles in markup do not concern what a script states.
 */
const HELD: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['display', 'block'],
  // `all` leaves these two out.
  ['direction', 'ltr'],
  ['unicode-bidi', 'isolate'],
  ['position', 'relative'],
  ['clear', 'both'],
  ['margin', '32px 0'],
];

/**
 * Makes the element that a page shows, and what is shown in it, which the page's styles do not reach. The shadow is
 * open: a closed one keeps nobody out, and would keep out what helps people read a page.
 *
 * @param theme of its colours
 * @returns the element, and what is to be filled in it
 */
export function hostElement(theme: Theme): { readonly host: HTMLElement; readonly box: HTMLElement } {
  const host = document.createElement('nutgraf-answers');
  for (const [property, value] of HELD) host.style.setProperty(property, value, 'important');
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  const box = element('section', { class: `box ${theme}`, dir: 'ltr', lang: 'en' });
  root.append(box);
  return { host, box };
}

function dress(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } else {
    root.append(element('style', {}, STYLE));
  }
}
