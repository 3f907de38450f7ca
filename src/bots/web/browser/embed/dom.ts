/** What stands in an element: text stays text, whatever it holds. */
type Child = Node | string | null;

/**
 * Makes an element by calls alone: there is no markup that a text could break out of.
 *
 * @param name of the element
 * @param attributes by name
 * @param children elements and texts, in order; `null` is left out
 * @returns the element
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What somebody else wrote, in whichever direction it runs. */
export function theirs(text: string): HTMLElement {
  return element('bdi', { dir: 'auto' }, text);
}

/**
 * @param address where it leads
 * @param content what is pressed
 * @returns a link that opens beside the page; only the content where the address is not of the web
 */
export function link(address: string, content: Node): Node {
  return isOfWeb(address)
    ? element('a', { href: address, target: '_blank', rel: 'noopener' }, content)
    : content;
}

function isOfWeb(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
