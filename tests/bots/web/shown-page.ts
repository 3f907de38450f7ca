import { parseHTML } from 'linkedom';
import type { Shown } from '../bot-contract.ts';

/** What stands in a page, as whoever reads it has it. */
export function shownPage(html: string): Shown {
  const { document } = parseHTML(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent);
  return {
    text: [...texts('title'), ...texts('body')].join(' ').replace(/\s+/g, ' '),
    bold: texts('strong, b'),
    links: [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /^\w+:/.test(href)),
    onlyToAsker: false,
  };
}

/** What a page holds that could act by itself: none of it is ours. */
export function activeIn(html: string): readonly string[] {
  const { document } = parseHTML(html);
  const foreign = 'img, iframe, object, embed, audio, video, base, style, [style], meta[http-equiv]';
  const scripts = [...document.querySelectorAll('script')].filter(
    (script) => script.textContent !== '' || !script.getAttribute('src')?.startsWith('/assets/'),
  );
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some(({ name }) => name.startsWith('on')),
  );
  return [...document.querySelectorAll(foreign), ...scripts, ...handlers].map((each) => each.outerHTML);
}
