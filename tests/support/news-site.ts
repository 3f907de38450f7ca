import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What the outlet answers at one path. */
export interface Served {
  readonly body?: string;
  readonly type?: string;
  readonly status?: number;
  /** Answered with 304 when the reader names it. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In ms. */
  readonly delay?: number;
  /** Break the connection off instead of answering. */
  readonly broken?: boolean;
}

/** An outlet on loopback. */
export interface NewsSite {
  /** Without a slash at the end. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** The most requests that were open at once. */
  readonly busiest: number;
  /** Puts something at a path, or takes it away. */
  serve(path: string, served: Served | null): void;
  /** How often a path was asked for. */
  asked(path: string): number;
  close(): Promise<void>;
}

const open: NewsSite[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

/** Opens an outlet; it closes when the test ends. */
export async function newsSite(pages: Readonly<Record<string, Served>> = {}): Promise<NewsSite> {
  const served = new Map(Object.entries(pages));
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  let [now, busiest] = [0, 0];

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    now += 1;
    busiest = Math.max(busiest, now);
    response.on('close', () => {
      now -= 1;
    });
    const page = served.get(path) ?? { status: 404, body: 'There is nothing here.' };
    if (page.broken) request.socket.destroy();
    else setTimeout(() => answer(response, page, request.headers), page.delay ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const site: NewsSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get busiest() {
      return busiest;
    },
    serve(path, page) {
      if (page === null) served.delete(path);
      else served.set(path, page);
    },
    asked: (path) => requests.filter((request) => request.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  open.push(site);
  return site;
}

function answer(response: ServerResponse, page: Served, asked: IncomingHttpHeaders): void {
  const { body = '', type = 'text/html; charset=utf-8', status = 200, etag, headers = {} } = page;
  if (etag !== undefined && asked['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response
    .writeHead(status, { 'content-type': type, ...(etag !== undefined && { etag }), ...headers })
    .end(body);
}

/** A page with an article on it. */
export function pageWith(
  headline: string,
  paragraphs: readonly string[],
  outlet = 'The Harbour Post',
): string {
  const details = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    publisher: { '@type': 'Organization', name: outlet },
  });
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${headline}</title>
<script type="application/ld+json">${details}</script></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>${headline}</h1>${text}</article></main></body></html>`;
}

/** One item of a feed under test. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Path on the site. */
  readonly path?: string;
  readonly published?: Date;
  readonly summary?: string;
  /** HTML. */
  readonly content?: string;
}

/** An RSS 2.0 feed with these items. */
export function rssWith(
  url: string,
  entries: readonly Entry[],
  title = 'The Harbour Post - Top stories',
): string {
  const items = entries.map(
    ({ id, title: headline, path, published, summary, content }) => `<item>
<guid isPermaLink="false">${id}</guid><title>${headline}</title>
${path === undefined ? '' : `<link>${url}${path}</link>`}
${published === undefined ? '' : `<pubDate>${published.toUTCString()}</pubDate>`}
${summary === undefined ? '' : `<description><![CDATA[${summary}]]></description>`}
${content === undefined ? '' : `<content:encoded><![CDATA[${content}]]></content:encoded>`}
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${title}</title><link>${url}/</link><language>en</language>
${items.join('\n')}
</channel></rss>`;
}
