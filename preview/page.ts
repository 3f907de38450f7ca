import { el, type Html, joined, trusted } from './html.ts';
import type { Theme } from './palette.ts';

/** Where messages are shown. */
export interface Platform {
  /** In the names of files, and the class of whatever {@link Sample.show} makes. */
  readonly slug: string;
  readonly name: string;
  /** Colours and shapes of what is shown. */
  readonly css: string;
  /** How wide a picture is, in CSS pixels. */
  readonly width: number;
}

/** Something that people see on a platform, with a name. */
export interface Sample {
  /** What its files are called. */
  readonly slug: string;
  readonly title: string;
  /** What is shown, as data. */
  readonly surface: unknown;
  /** @returns the same as markup */
  show(theme: Theme): Html;
}

/** How samples are shown. */
export interface Look {
  /** In which colours, one beside the other. */
  readonly themes: readonly Theme[];
  /** CSS that brings the typeface along; `''` for the machine's own. */
  readonly fonts: string;
}

/** The page loads nothing and runs nothing, whatever a message holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const PAGE_CSS = `
*{box-sizing:border-box}
body{margin:0;padding:24px;background:#eceaec;color:#1d1c1d;font:15px/22px Lato,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
h1{margin:0 0 16px;font-size:20px;line-height:26px}
.sample{margin:0 0 32px}
.sample>h2{margin:0 0 8px;font-size:15px;line-height:22px}
.themes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(360px,100%),1fr));gap:16px;align-items:start}
@media(max-width:480px){body{padding:0}.sample>h2,h1{padding:8px 12px;margin:0}.themes>*{border-radius:0}}
`;

/**
 * Makes a page that shows samples, each in every theme side by side; on a narrow screen one under the other.
 *
 * @param platform where they are shown
 * @param title the page's title
 * @param samples what to show
 * @param look how to show it
 * @returns a whole HTML document, which needs no other file
 */
export function page(
  { css }: Platform,
  title: string,
  samples: readonly Sample[],
  { themes, fonts }: Look,
): string {
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    el('title', {}, title),
    el('style', {}, trusted([fonts, css, PAGE_CSS].join('\n'))),
  );
  const shown = samples.map((sample) => section(sample, themes));
  return `<!doctype html>\n${el('html', { lang: 'en' }, head, el('body', {}, el('h1', {}, title), shown)).html}\n`;
}

function section({ slug, title, show }: Sample, themes: readonly Theme[]): Html {
  return el(
    'section',
    { class: 'sample', id: slug },
    el('h2', {}, title),
    el('div', { class: 'themes' }, joined(themes.map((theme) => show(theme)))),
  );
}
