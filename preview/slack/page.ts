import { el, type Html, joined, trusted } from './html.ts';
import type { Names } from './names.ts';
import { paletteCss } from './palette.ts';
import { BLOCKS_CSS, MESSAGE_CSS } from './style.ts';
import { type Surface, surface, type Theme } from './surface.ts';

/** Something that people see in Slack, with a name. */
export interface Sample {
  /** What its files are called. */
  readonly slug: string;
  readonly title: string;
  readonly surface: Surface;
}

/** How samples are shown. */
export interface Look {
  /** In which colours, one beside the other. */
  readonly themes: readonly Theme[];
  /** What the ids in messages are called. */
  readonly names: Names;
  /** CSS that brings the typeface along; `''` for the machine's own. */
  readonly fonts: string;
}

/** The page loads nothing and runs nothing, whatever a message holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const PAGE_CSS = `
body{margin:0;padding:24px;background:#eceaec;color:#1d1c1d;font:15px/22px Lato,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
h1{margin:0 0 16px;font-size:20px;line-height:26px}
.sample{margin:0 0 32px}
.sample>h2{margin:0 0 8px;font-size:15px;line-height:22px}
.themes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(360px,100%),1fr));gap:16px;align-items:start}
@media(max-width:480px){body{padding:0}.sample>h2,h1{padding:8px 12px;margin:0}.slack{border-radius:0}}
`;

/**
 * Makes a page that shows samples, each in every theme side by side; on a narrow screen one under the other.
 *
 * @param title the page's title
 * @param samples what to show
 * @param look how to show it
 * @returns a whole HTML document, which needs no other file
 */
export function page(title: string, samples: readonly Sample[], { themes, names, fonts }: Look): string {
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    el('title', {}, title),
    el('style', {}, trusted([fonts, paletteCss(), MESSAGE_CSS, BLOCKS_CSS, PAGE_CSS].join('\n'))),
  );
  const shown = samples.map((sample) => section(sample, themes, names));
  return `<!doctype html>\n${el('html', { lang: 'en' }, head, el('body', {}, el('h1', {}, title), shown)).html}\n`;
}

function section({ slug, title, surface: shown }: Sample, themes: readonly Theme[], names: Names): Html {
  return el(
    'section',
    { class: 'sample', id: slug },
    el('h2', {}, title),
    el('div', { class: 'themes' }, joined(themes.map((theme) => surface(shown, theme, names)))),
  );
}
