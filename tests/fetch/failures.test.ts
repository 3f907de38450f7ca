import net from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FetcherOptions, openFetcher } from '../../src/fetch/fetch.ts';
import { LIMITS, LONGEST_RETRY_AFTER_MS } from '../../src/fetch/limits.ts';
import { failure, rawSite, resolver, site } from './site.ts';

function fetcher(options: Partial<FetcherOptions> = {}) {
  const opened = openFetcher({ allowPrivate: true, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

const failing = (url: string, options?: Partial<FetcherOptions>) => failure(fetcher(options).fetch(url));

describe('a status that brings no page', () => {
  it.each([
    [401, 'refused'],
    [402, 'refused'],
    [403, 'refused'],
    [451, 'refused'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [204, 'bad-status'],
    [206, 'bad-status'],
    [300, 'bad-status'],
    [418, 'bad-status'],
    [999, 'bad-status'],
  ])('has a code: %i is %s', async (status, code) => {
    const { origin } = await site((_path, response) =>
      response.writeHead(status).end(status === 204 ? '' : 'no'),
    );
    const error = await failing(`${origin}/pier`);
    expect(error).toMatchObject({ code, status, url: `${origin}/pier`, retryAfter: null });
    expect(error.message).toContain(`${status}`);
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ [^.]+\.$/);
  });

  it('is that of where a redirect led', async () => {
    const { origin } = await site((path, response) => {
      if (path === '/') response.writeHead(302, { location: '/gone' }).end();
      else response.writeHead(410).end();
    });
    expect(await failing(origin)).toMatchObject({ code: 'not-found', url: `${origin}/gone` });
  });

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['99999999999999', LONGEST_RETRY_AFTER_MS],
    ['-5', null],
    ['soon', null],
    ['', null],
  ])('may say when to come back: %j', async (header, retryAfter) => {
    for (const status of [429, 503]) {
      const { origin } = await site((_path, response) => {
        response.writeHead(status, { 'retry-after': header }).end();
      });
      expect(await failing(origin)).toMatchObject({ status, retryAfter });
    }
  });

  it('may say when to come back as a date', async () => {
    const { origin } = await site((_path, response) => {
      const date = new Date(Date.now() + 60_000).toUTCString();
      response.writeHead(503, { 'retry-after': date }).end();
    });
    const { retryAfter } = await failing(origin);
    expect(retryAfter).toBeGreaterThan(50_000);
    expect(retryAfter).toBeLessThanOrEqual(60_000);
  });

  it('ends the connection without waiting for what else is sent', async () => {
    let gone = false;
    const { origin } = await site((_path, response) => {
      response.writeHead(500);
      const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => {
        clearInterval(more);
        gone = true;
      });
    });
    expect(await failing(origin)).toMatchObject({ code: 'server-error' });
    await expect.poll(() => gone).toBe(true);
  });
});

describe('a server that cannot be reached', () => {
  it('has no name', async () => {
    const { lookup } = resolver({ 'nobody.example': [[]] });
    for (const host of ['nowhere.example', 'nobody.example']) {
      const error = await failing(`https://${host}/`, { lookup });
      expect(error).toMatchObject({ code: 'unreachable', status: null });
      expect(error.message).toBe(`There is no ${host} (DNS): check the address.`);
    }
  });

  it('refuses the connection', async () => {
    const error = await failing('http://127.0.0.1:1/');
    expect(error).toMatchObject({ code: 'unreachable', url: 'http://127.0.0.1:1/' });
    expect(error.message).toContain('refuses the connection');
  });

  it.each([
    ['before it answers', ''],
    ['within the headers', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nThe pier'],
    [
      'within a body of unknown length',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\nThe pier\r\n',
    ],
  ])('breaks off %s', async (_name, part) => {
    const host = await rawSite((socket) => socket.once('data', () => socket.end(part)));
    const error = await failing(`http://${host}/`);
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('broke the connection off');
  });

  it('resets the connection', async () => {
    const host = await rawSite((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect((await failing(`http://${host}/`)).message).toContain('broke the connection off');
  });

  it('speaks something other than HTTP', async () => {
    const host = await rawSite((socket) => socket.write('220 mail.example ready\r\n'));
    const error = await failing(`http://${host}/`);
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('does not answer in HTTP');
  });

  it('speaks no TLS', async () => {
    const { origin } = await site((_path, response) => response.end('It passed.'));
    const error = await failing(origin.replace('http:', 'https:'));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/is not secure \(TLS, \w+\)/);
  });
});

describe('a server that takes too long', () => {
  const TIME = { limits: { timeMs: 150 } };
  const inTime = async (url: string, options: Partial<FetcherOptions> = {}) => {
    const error = await failing(url, { ...TIME, ...options });
    expect(error).toMatchObject({ code: 'timeout', status: null });
    expect(error.message).toContain('took longer than 0.15 s');
  };

  it('has no name in time', () => inTime('http://outlet.example/', { lookup: () => {} }));

  it('has a name too late, and is not connected to', async () => {
    let late = () => {};
    await inTime('http://localhost/', {
      lookup: (_hostname, _options, callback) => {
        late = () => callback(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    const connect = vi.mocked(net.Socket.prototype.connect);
    const before = connect.mock.calls.length;
    late();
    await new Promise(setImmediate);
    expect(connect.mock.calls.length).toBe(before);
  });

  it('makes no secure connection', async () => inTime(`https://${await rawSite(() => {})}/`));

  it('does not answer', async () => inTime(`http://${await rawSite(() => {})}/`));

  it('sends headers for ever', async () => {
    const host = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = setInterval(() => socket.write('a: b\r\n'), 10);
      socket.on('close', () => clearInterval(more));
    });
    await inTime(`http://${host}/`);
  });

  it.each([200, 302])('sends a body for ever, slowly (%i)', async (status) => {
    const { origin } = await site((_path, response) => {
      response.writeHead(status, { location: '/' });
      const more = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(more));
      if (status === 302) setTimeout(() => response.end(), 60);
    });
    await inTime(origin, { limits: { timeMs: 150, redirects: 1_000_000 } });
  });
});

describe('a body that is too large', () => {
  const LIMIT = { limits: { bytes: 1_000_000 } };
  const BOMB = Buffer.alloc(120_000_000);

  it('is not read where its length is told', async () => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-length': 1_000_001 }).write('The pier');
    });
    const error = await failing(origin, LIMIT);
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('more than 1 MB');
  });

  it('is read to the limit, and no further', async () => {
    let sent = 0;
    let gone = false;
    const { origin } = await site((_path, response) => {
      const more = () => {
        while (!gone && response.write(Buffer.alloc(50_000, 'a'))) sent += 50_000;
        sent += 50_000;
      };
      response.on('drain', more).on('close', () => {
        gone = true;
      });
      more();
    });
    expect(await failing(origin, LIMIT)).toMatchObject({ code: 'too-large' });
    await expect.poll(() => gone).toBe(true);
    // What lies in the buffers of both sides comes on top.
    expect(sent).toBeLessThan(20_000_000);
  });

  it('may be exactly as large as the limit', async () => {
    const { origin } = await site((path, response) => {
      const body = Buffer.alloc(1_000_000, 'a');
      if (path === '/gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
      else response.end(body);
    });
    for (const path of ['/', '/gzip']) {
      expect(await fetcher(LIMIT).fetch(origin + path)).toMatchObject({ bytes: { length: 1_000_000 } });
    }
  });

  it.each([
    ['gzip', gzipSync(BOMB)],
    ['gzip, gzip', gzipSync(gzipSync(BOMB))],
    ['br', brotliCompressSync(BOMB, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('is found while it is decompressed: %s', async (coding, bomb) => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    const before = process.memoryUsage().rss;
    expect(await failing(origin)).toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  it('may be its headers', async () => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-security-policy': 'a'.repeat(100_000) }).end('It passed.');
    });
    const error = await failing(origin);
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('more headers');
  });

  it('does not include headers that browsers take', async () => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-security-policy': 'a'.repeat(40_000) }).end('It passed.');
    });
    expect(await fetcher().fetch(origin)).toMatchObject({ kind: 'fetched' });
  });
});
