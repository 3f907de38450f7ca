import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** A page for whoever installs the app. Texts are plain. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly link: { readonly to: string; readonly text: string };
}

const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}';
/** Nothing is loaded, run, framed or sent from the page; its address, which holds a code, is told to nobody. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
};

/** For every answer of the two addresses, redirects included. */
export const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/**
 * Writes a page as the whole answer.
 *
 * @param response where to; nothing was written yet
 * @param page what it says
 */
export function showPage(response: ServerResponse, page: Page): void {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(page.title)}</h1>
<p>${escaped(page.text)}</p>
<p><a href="${escaped(page.link.to)}">${escaped(page.link.text)}</a></p>
</main>
</body>
</html>
`;
  response.writeHead(page.status, { ...HEADERS, 'content-length': Buffer.byteLength(html) }).end(html);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
