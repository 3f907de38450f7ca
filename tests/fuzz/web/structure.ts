import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { hostileText } from '../support/hostile.ts';

/** What a page is made of, without what stands in it: the names of its elements and attributes, in order. */
export function structureOf(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return [...document.querySelectorAll('*')].map(
    ({ tagName, attributes }) => `${tagName} ${[...attributes].map(({ name }) => name).join(' ')}`,
  );
}

/** Where links of a page lead, as the browser takes them. */
export function schemesIn(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return [...document.querySelectorAll('[href], [src], [action]')]
    .map((each) => each.getAttribute('href') ?? each.getAttribute('src') ?? each.getAttribute('action') ?? '')
    .map((address) => new URL(address, 'http://here.invalid/').protocol);
}

/** Texts that others write, and a harmless one that stands for each: both are blank, or neither is. */
export const texts: fc.Arbitrary<readonly string[]> = fc.array(hostileText(4), {
  minLength: 8,
  maxLength: 8,
});

/** @returns texts that do nothing, where those are that may */
export function harmless(those: readonly string[]): readonly string[] {
  return those.map((text) => (text.trim() === '' ? text : 'x'));
}
