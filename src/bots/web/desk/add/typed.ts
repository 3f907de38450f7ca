import type { WebContext } from '../../around.ts';

/** What one can state of an article by hand. */
export const STATED = ['outlet', 'headline', 'byline', 'published', 'url', 'kind', 'language'] as const;

/** The fields of the form that hold text. */
export type FieldName = 'material' | 'story' | (typeof STATED)[number];

/** What somebody has typed into the form, as it was typed. */
export interface Typed {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly keepCaptions: boolean;
  /** Under which the page is kept that has been fetched for it; `''` where none is. */
  readonly page: string;
  /** The mark of what was shown before it is to be saved; `''` where nothing was. */
  readonly seen: string;
}

/** What is wrong with fields, in a sentence each. */
export type Wrong = Partial<Record<FieldName, string>>;

/** Nothing, but the story that a link names. */
export function untyped(story: string): Typed {
  const fields = { material: '', story, ...stated(() => '') };
  return { fields, keepCaptions: false, page: '', seen: '' };
}

/**
 * @param c a form that was sent
 * @returns what it holds; what cannot be read as a form holds nothing
 */
export async function typedIn(c: WebContext): Promise<Typed> {
  const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  // Every field but the material is one line, in browsers; a program could send more.
  const line = (name: string) =>
    text(name)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
  return {
    fields: { material: text('material'), story: line('story'), ...stated(line) },
    keepCaptions: text('captions') !== '',
    page: line('page'),
    seen: line('seen'),
  };
}

function stated(read: (name: string) => string) {
  return {
    outlet: read('outlet'),
    headline: read('headline'),
    byline: read('byline'),
    published: read('published'),
    url: read('url'),
    kind: read('kind'),
    language: read('language'),
  };
}

/**
 * @param material what was pasted
 * @returns the address, where it is one: a single word with a dot or a scheme is no article
 */
export function addressIn(material: string): string | null {
  const word = material.trim();
  if (/\s/.test(word) || word.length > LONGEST_ADDRESS) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(word) && !/^[^/][^/.]*\.[^/]+:\d/.test(word)) return word;
  return /^[^.<>]+\.[^<>]+$/.test(word) ? `https://${word}` : null;
}

/** In characters; what browsers and servers take. */
const LONGEST_ADDRESS = 8_000;
