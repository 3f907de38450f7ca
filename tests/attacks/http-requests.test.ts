import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundConnections } from '../../src/http/connections.ts';
import { type Opened, openWeb } from '../bots/web/opened.ts';
import { openRaw } from '../http/raw.ts';

let web: Opened;
beforeAll(async () => {
  web = await openWeb({ config: { deskToken: 'a-token-that-nobody-guesses' } });
});
afterAll(() => web.stop());

const HOST = 'host: localhost\r\n';
const ask = (more: string, target = '/', method = 'GET') =>
  `${method} ${target} HTTP/1.1\r\n${HOST}${more}\r\n`;

/** What is sent, and the first status that may come back; `closed`: nothing comes, and the connection is closed. */
const REQUESTS: readonly (readonly [string, string, number | 'closed'])[] = [
  ['bytes that are no request', '\u0000\u0001\u0002\u00ff\r\n\r\n', 400],
  ['a greeting of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003', 400],
  ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['HTTP/0.9', 'GET /\r\n\r\n', 400],
  ['another version', `GET / HTTP/1.2\r\n${HOST}\r\n`, 400],
  ['an address with scheme and host', ask('', 'http://evil.example/'), 400],
  ['an asterisk', ask('', '*', 'OPTIONS'), 400],
  ['a tunnel', ask('', 'evil.example:443', 'CONNECT'), 'closed'],
  ['an address that begins with a host', ask('', '//evil.example/desk'), 404],
  ['a NUL', ask('', '/story/%00'), 404],
  ['a way up', ask('', '/assets/%2e%2e%2f%2e%2e%2fpackage.json'), 404],
  ['a way up, as it is', ask('', '/assets/../../package.json'), 400],
  ['an address behind a way up', ask('', '/api/../metrics'), 400],
  ['an address behind an escaped way up', ask('', '/%2e%2e/desk'), 400],
  ['an address behind nothing', ask('', '/./desk'), 400],
  ['an address with an escaped letter', ask('', '/%64esk'), 400],
  ['an address with an escaped capital', ask('', '/story/%5Aoo'), 400],
  ['a question with escaped letters and a way up', ask('', '/?q=%64own/../%2e%2e/'), 200],
  ['a way up, twice escaped', ask('', '/assets/%252e%252e%252fpackage.json'), 404],
  ['a way up with backslashes', ask('', '/assets/..%5c..%5cpackage.json'), 404],
  ['half an escape', ask('', '/story/%zz%e0%a4%a'), 404],
  ['what is no UTF-8', ask('', '/story/%ff%fe/%c0%ae?at=%ff'), 404],
  ['bytes above ASCII', ask('', '/\u009b31m'), 400],
  ['an address of a megabyte', ask('', `/?q=${'a'.repeat(1_048_576)}`), 431],
  ['a thousand headers', ask(Array.from({ length: 1_000 }, (_, at) => `x-${at}: 1\r\n`).join('')), 431],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two hosts', ask('host: evil.example\r\n'), 400],
  ['the same host twice', ask(HOST), 400],
  ['a host with a user', `GET / HTTP/1.1\r\nhost: localhost@evil.example\r\n\r\n`, 400],
  ['two lengths', ask('content-length: 1\r\ncontent-length: 2\r\n', '/desk/login', 'POST'), 400],
  [
    'a length and chunks',
    `${ask('content-length: 4\r\ntransfer-encoding: chunked\r\n', '/desk/login', 'POST')}0\r\n\r\n`,
    400,
  ],
  ['another coding', ask('transfer-encoding: xchunked\r\n', '/desk/login', 'POST'), 400],
  ['a folded header', ask('x-a: b\r\n c\r\n'), 400],
  ['a blank before the colon', ask('x-a : b\r\n'), 400],
  ['bare line feeds', 'GET / HTTP/1.1\nhost: localhost\n\n', 400],
  ['a body where nothing is sent', `${ask('content-length: 5\r\n')}hello`, 413],
  ['an expectation that nobody has', ask('expect: the-unexpected\r\n'), 417],
  ['too much, asked for before', ask('expect: 100-continue\r\ncontent-length: 9999999\r\n', '/desk/login', 'POST'), 413],
  ['a form of 2 MB for whoever is not logged in', ask('content-length: 2000000\r\n', '/desk/login', 'POST'), 413],
  ['another protocol', ask('connection: upgrade\r\nupgrade: websocket\r\n'), 200],
  ['TRACE', ask('', '/', 'TRACE'), 405],
  ['PROPFIND', ask('', '/', 'PROPFIND'), 405],
  ['a method that there is not', ask('', '/', 'FOO'), 400],
  ['ranges', ask('range: bytes=0-0,1-1,2-2\r\n'), 200],
  ['a long cookie', ask(`cookie: nutgraf-desk=${'9'.repeat(30_000)}\r\n`, '/desk'), 401],
  ['many tags', ask(`if-none-match: ${',"'.repeat(15_000)}\r\n`, '/story/bessemer-union-vote'), 200],
]; // biome-ignore format: one request a line

describe('a raw request', () => {
  it.each(REQUESTS)('is answered as it should be: %s', async (_, bytes, status) => {
    const raw = openRaw(web.port);
    raw.socket.write(Buffer.from(bytes, 'latin1'));
    if (status === 'closed') {
      await raw.closed;
      expect(raw.came()).toBe('');
      return;
    }
    const came = await raw.until('\r\n\r\n');
    raw.socket.destroy();
    expect(came).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(came).not.toMatch(/node_modules|\.ts\b|\.js:\d|at \w+ \(|express|hono|x-powered-by|\nserver:/i);
    // What was no request has nothing but its status.
    const isRead = /\r\nx-request-id: /i.test(came);
    expect(/\r\nx-content-type-options: nosniff\r\n/i.test(came)).toBe(isRead);
    expect(/\r\ncontent-security-policy: default-src 'none'/i.test(came)).toBe(isRead);
    expect((await web.get('/robots.txt')).status).toBe(200);
  });

  it('has the same policy at the addresses of those who run it', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const { headers } = await web.get(path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    }
  });

  it('is answered in its turn where some come at once, and not where a flood does', async () => {
    const raw = openRaw(web.port, ask('', '/robots.txt').repeat(32));
    raw.socket.end();
    await raw.closed;
    expect(raw.came().match(/HTTP\/1\.1 200 OK/g)).toHaveLength(32);
    const flood = openRaw(web.port, ask('', '/robots.txt').repeat(500));
    await flood.closed;
    expect(flood.came()).toBe('');
  });
});

it('tells its figures to nobody from outside: they count stories that are not open', async () => {
  const proxied = await openWeb({ config: { proxies: 1 } });
  const statusFrom = async (address: string) =>
    (await proxied.get('/metrics', { headers: { 'x-forwarded-for': address } })).status;
  try {
    expect(await Promise.all(['203.0.113.9', '2001:db8::1', '10.1.2.3'].map(statusFrom))).toEqual([
      403, 403, 200,
    ]);
    expect((await proxied.get('/metrics')).status).toBe(200);
  } finally {
    await proxied.stop();
  }
});

it('tells its figures to nobody who comes through a proxy that it was not told of', async () => {
  const plain = await openWeb();
  const statusWith = async (headers: Readonly<Record<string, string>>) =>
    (await plain.get('/metrics', { headers })).status;
  try {
    expect(await statusWith({ 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await statusWith({ 'x-forwarded-for': '127.0.0.1' })).toBe(403);
    expect(await statusWith({ forwarded: 'for=203.0.113.9' })).toBe(403);
    expect(await statusWith({})).toBe(200);
  } finally {
    await plain.stop();
  }
});

describe('who holds connections open and asks nothing', () => {
  const MOST = 20;
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((_, response) => response.end('here'));
    boundConnections(server, { most: MOST, each: MOST });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.closeAllConnections());

  it.each([
    ['has said nothing', ''],
    ['was answered and waits', ask('')],
  ])('keeps nobody out: %s', async (_, first) => {
    const held = [];
    for (let count = 0; count < 5 * MOST; count += 1) {
      const raw = openRaw(port, first);
      held.push(raw);
      if (first !== '') await raw.until('here');
      else await new Promise((resolve) => raw.socket.once('connect', resolve));
    }
    const raw = openRaw(port, ask('connection: close\r\n'));
    await raw.closed;
    for (const each of held) each.socket.destroy();
    expect(raw.came()).toMatch(/^HTTP\/1\.1 200 /);
  });
});
