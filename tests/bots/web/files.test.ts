import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebAround, WebEnv } from '../../../src/bots/web/around.ts';
import { openAssets } from '../../../src/bots/web/assets.ts';
import { sendEmbed } from '../../../src/bots/web/pages/send-files.ts';
import { readConfig } from '../../../src/config.ts';
import { type Opened, openWeb } from './opened.ts';

const assets = openAssets(readConfig({}).assets);
const style = assets.href('page.css');

let web: Opened;
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web.stop());

/** As it comes over the wire: `fetch` would take what is compressed apart. */
async function raw(path: string, headers: Readonly<Record<string, string>> = {}) {
  const { request } = await import('node:http');
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      request(`${web.origin}${path}`, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('the files that the page is made of', () => {
  it('are kept for ever, as their address changes with them', async () => {
    const { status, headers, body } = await raw(style);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(body.equals(assets.file('page.css').body)).toBe(true);
    expect(Number(headers['content-length'])).toBe(body.length);
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0', undefined],
    ['identity', undefined],
    ['bro, gzipped', undefined],
  ])('come as is accepted: %s', async (accepted, encoding) => {
    const { headers, body } = await raw(style, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toMatch(/accept-encoding/i);
    const plain =
      encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    expect(plain.equals(assets.file('page.css').body)).toBe(true);
  });

  it('are not compressed again where they are already', async () => {
    const { headers, body } = await raw(assets.href('literata-latin-400-normal.woff2'), {
      'accept-encoding': 'br, gzip',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toBe('font/woff2');
    expect(body.subarray(0, 4).toString()).toBe('wOF2');
  });

  it.each([
    ['the same', (etag: string) => etag],
    ['a weak one', (etag: string) => `W/${etag}`],
    ['one of several', (etag: string) => `"other", ${etag}`],
    ['any', () => '*'],
  ])('are not sent again to whoever has them: %s', async (_name, tagOf) => {
    const { status, headers, body } = await raw('/embed.js', {
      'if-none-match': tagOf(assets.file('embed.js').etag),
    });
    expect(status).toBe(304);
    expect(body).toHaveLength(0);
    expect(headers.etag).toBe(assets.file('embed.js').etag);
  });

  it('are sent to whoever has others', async () => {
    expect((await raw('/embed.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each([
    '/assets/page.css',
    '/assets/page.0000000000.css',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
  ])('are not found at an address that is none of theirs: %s', async (path) => {
    expect((await raw(path)).status).toBe(404);
  });

  it('name each other by their addresses', () => {
    const css = assets.file('page.css').body.toString();
    expect(css).toContain(`url(${assets.href('literata-latin-400-normal.woff2')})`);
    expect(css).not.toMatch(/url\((?!\/assets\/)/);
  });
});

describe('files with addresses of their own', () => {
  it('lets other sites load the widget, and look again within minutes', async () => {
    const { status, headers } = await raw('/embed.js');
    expect(status).toBe(200);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it('has a mark for the tab', async () => {
    const { headers, body } = await raw('/favicon.svg');
    expect(headers['content-type']).toBe('image/svg+xml');
    expect(body.toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s);
  });

  it('asks robots to stay away', async () => {
    expect((await raw('/robots.txt')).body.toString()).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('the weight of a page with an answer', () => {
  it('is at most 60 KB with style, scripts and fonts', async () => {
    const path = '/?q=What+was+the+vote+count%3F&story=bessemer-union-vote';
    const html = (await raw(path, { 'accept-encoding': 'br, gzip' })).body;
    const linked = [...html.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, each]) => each);
    const fonts = [
      assets.href('literata-latin-400-normal.woff2'),
      assets.href('literata-latin-700-normal.woff2'),
    ];
    let bytes = html.length;
    for (const each of new Set([...linked, ...fonts])) {
      bytes += (await raw(each ?? '', { 'accept-encoding': 'br, gzip' })).body.length;
    }
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
  });
});

it('are sent as they lie in memory: whoever asks a thousand times and reads nothing makes no thousand copies', async () => {
  const { body } = assets.file('embed.js');
  const sent: unknown[] = [];
  const outgoing = { setHeader: () => undefined, end: (bytes: unknown) => void sent.push(bytes) };
  const app = new Hono<WebEnv>().get('/embed.js', sendEmbed({ assets } as WebAround));
  await app.request('/embed.js', {}, { outgoing } as unknown as WebEnv['Bindings']);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toBe(body);
});
