/** Markup that may stand in a page as it is. Only {@link el}, {@link joined} and {@link trusted} make it. */
export interface Html {
  readonly html: string;
}

/** What an element holds. A string is text, and is escaped. */
export type Content = Html | string | null | readonly Content[];

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** Elements that hold nothing and have no end tag (https://html.spec.whatwg.org/#void-elements). */
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta']);

/**
 * Makes an element. Whatever comes from a message goes through here, so nothing of it can become markup.
 *
 * @param name the element's name
 * @param attributes its attributes; `true` stands alone, `null` and `false` are left out
 * @param content what it holds
 * @returns the element
 */
export function el(name: string, attributes: Attributes, ...content: readonly Content[]): Html {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === null || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${escapedHtml(value)}"`;
  });
  const open = `<${name}${written.join('')}>`;
  return { html: VOID.has(name) ? open : `${open}${inner(content)}</${name}>` };
}

/** @returns several pieces as one */
export function joined(...content: readonly Content[]): Html {
  return { html: inner(content) };
}

/** Markup of ours, such as an icon or a style sheet: never anything of a message. */
export function trusted(html: string): Html {
  return { html };
}

/** Text of several lines, as Slack shows `\n`. */
export function lines(text: string): Html {
  return joined(text.split('\n').map((line, index) => (index === 0 ? line : [el('br', {}), line])));
}

/** An address that a preview may link to; `null` for `javascript:` and the like. */
function safeAddress(url: string): string | null {
  return /^(?:https?|mailto|slack):/i.test(url) ? url : null;
}

/** A link as Slack shows it; only its words where the address is none. */
export function link(url: string, ...content: readonly Content[]): Html {
  const href = safeAddress(url);
  return href === null ? joined(...content) : el('a', { href, rel: 'noreferrer noopener' }, ...content);
}

function inner(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapedHtml(content);
  return 'html' in content ? content.html : content.map(inner).join('');
}

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
