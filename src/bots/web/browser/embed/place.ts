/** Which script tags have their box: a script that is loaded as a module runs once for all its tags. */
const DONE = 'data-done';

/**
 * Finds the script tags that ask for a box.
 *
 * @returns the tag that is running; where browsers do not tell, as for modules, all that have no box yet
 */
export function scriptTags(): readonly HTMLScriptElement[] {
  const { currentScript } = document;
  const tags =
    currentScript instanceof HTMLScriptElement
      ? [currentScript]
      : [...document.querySelectorAll<HTMLScriptElement>(`script[type=module][src]:not([${DONE}])`)].filter(
          ({ src }) => new URL(src).pathname === '/embed.js',
        );
  for (const tag of tags) tag.setAttribute(DONE, '');
  return tags;
}

/**
 * Puts a box where its tag says, as soon as that is there: into `data-target`, or after the tag.
 *
 * @param tag the script tag
 * @param host the box
 */
export function place(tag: HTMLScriptElement, host: HTMLElement): void {
  const { target } = tag.dataset;
  const wanted = target === undefined ? null : targetOf(target);
  if (wanted !== null) wanted.append(host);
  else if (document.readyState === 'loading' && (target !== undefined || !isInBody(tag))) {
    document.addEventListener('DOMContentLoaded', () => place(tag, host), { once: true });
  } else if (isInBody(tag)) tag.after(host);
  else document.body.append(host);
}

function isInBody(tag: HTMLScriptElement): boolean {
  return document.body?.contains(tag) === true;
}

/** `null` for what is not there, and for what is no selector. */
function targetOf(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
