/** As much of a page as is looked at. The rest of the project runs in Node and knows no DOM. */
interface Element {
  readonly tagName: string;
  readonly className: unknown;
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  readonly parentElement: Element | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

declare const document: {
  readonly documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare const window: { readonly innerWidth: number };
declare function getComputedStyle(element: Element): Readonly<Record<string, string>>;

/**
 * Looks for what is wrong with a page, as only a browser can. It runs in the page, so it needs nothing from
 * outside itself.
 *
 * @returns what is wrong; empty when nothing is
 */
export function faultsInPage(): string[] {
  const faults: string[] = [];
  const TEXT_NODE = 3;
  const named = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}">`;
  const said = (element: Element) => (element.textContent ?? '').trim().slice(0, 40);

  const parsed = (color: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return { red, green, blue, alpha };
  };
  const luminance = (color: string) => {
    const { red, green, blue } = parsed(color);
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const color = getComputedStyle(element).backgroundColor ?? '';
    return parsed(color).alpha === 0 ? groundOf(element.parentElement) : color;
  };
  const contrast = (text: string, ground: string) => {
    const [lighter = 0, darker = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  };

  if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page scrolls sideways');
  for (const element of document.querySelectorAll('body *')) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const style = getComputedStyle(element);
    // A line may be cut whose title is all of it.
    const isCut = style.textOverflow === 'ellipsis' && (element.getAttribute('title') ?? '') !== '';
    const isBox = style.display !== 'inline' && clientWidth > 0 && !element.closest('svg') && !isCut;
    if (isBox && scrollWidth > clientWidth + 1) faults.push(`${named(element)} overflows: ${said(element)}`);
    const clips =
      style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.textOverflow === 'ellipsis';
    if (isBox && clips && !element.matches('input, textarea') && scrollHeight > clientHeight + 1) {
      faults.push(`${named(element)} clips its text: ${said(element)}`);
    }
    const holdsText = [...element.childNodes].some(
      (node) => node.nodeType === TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    if (holdsText && element.closest('[aria-hidden]') === null) {
      const size = Number.parseFloat(style.fontSize ?? '');
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const found = contrast(style.color ?? '', groundOf(element));
      if (found < (isLarge ? 3 : 4.5)) {
        faults.push(`${named(element)} has a contrast of ${found.toFixed(2)}: ${said(element)}`);
      }
    }
  }
  for (const element of document.querySelectorAll('button, a, input, textarea, [role=img]')) {
    const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? '';
    if ((label || said(element)).trim() === '') faults.push(`${named(element)} has no name`);
  }
  for (const element of document.querySelectorAll('img')) {
    if (!element.hasAttribute('alt')) faults.push(`${named(element)} has no alt`);
  }
  for (const element of document.querySelectorAll('.unknown')) faults.push(said(element));
  return faults;
}
