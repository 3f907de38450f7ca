import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { type Fetched, type FetcherOptions, openFetcher } from '../../src/fetch/fetch.ts';
import { failure, rawSite, resolver, site } from './site.ts';

const PAGE = '<p>The pier at Ostrand opened again.</p>';

function fetcher(options: Partial<FetcherOptions> = {}) {
  const opened = openFetcher({ allowPrivate: true, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

const textOf = (fetched: Fetched) =>
  fetched.kind === 'fetched' ? Buffer.from(fetched.bytes).toString() : fetched.kind;

describe('a page', () => {
  it('comes with what its server says of it', async () => {
    const { origin } = await site((_path, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('etag', '"a1"');
      response.setHeader('last-modified', 'Mon, 04 Mar 2024 09:00:00 GMT');
      response.end(PAGE);
    });
    expect(await fetcher().fetch(`${origin}/pier?x=1`)).toEqual({
      kind: 'fetched',
      url: `${origin}/pier?x=1`,
      bytes: Buffer.from(PAGE),
      contentType: 'text/html; charset=utf-8',
      etag: '"a1"',
      lastModified: 'Mon, 04 Mar 2024 09:00:00 GMT',
    });
  });

  it('is asked for by name and version, without cookies or credentials, also the second time', async () => {
    const { origin, asked } = await site((_path, response) => {
      response.setHeader('set-cookie', 'reader=7');
      response.end(PAGE);
    });
    const opened = fetcher();
    await opened.fetch(origin);
    await opened.fetch(origin);
    await fetcher({ userAgent: 'Newsdesk/2' }).fetch(origin);
    expect(asked.map(({ headers }) => headers['user-agent'])).toEqual([
      `Nutgraf/${manifest.version}`,
      `Nutgraf/${manifest.version}`,
      'Newsdesk/2',
    ]);
    for (const { headers } of asked) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
      expect(headers.connection).toBe('close');
    }
  });

  it('is asked for without the proxy of the environment', async () => {
    const { origin } = await site((_path, response) => response.end(PAGE));
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, 'http://127.0.0.1:1');
    expect(textOf(await fetcher().fetch(origin))).toBe(PAGE);
  });

  it('may be at the second address of a name', async () => {
    const { port } = await site((_path, response) => response.end(PAGE));
    const { lookup } = resolver({ localhost: [['::1', '127.0.0.1']] });
    expect(textOf(await fetcher({ lookup }).fetch(`http://localhost:${port}`))).toBe(PAGE);
  });

  it('may be by name', async () => {
    const { port } = await site((_path, response) => response.end(PAGE));
    const { lookup } = resolver({ localhost: [['127.0.0.1']] });
    expect(textOf(await fetcher({ lookup }).fetch(`http://localhost:${port}`))).toBe(PAGE);
  });
});

describe('a page that is known', () => {
  const known = { etag: '"a1"', lastModified: 'Mon, 04 Mar 2024 09:00:00 GMT' };

  it('is not sent again', async () => {
    const { origin, asked } = await site((_path, response) => response.writeHead(304).end());
    expect(await fetcher().fetch(origin, known)).toEqual({ kind: 'unchanged' });
    expect(asked[0]?.headers).toMatchObject({
      'if-none-match': '"a1"',
      'if-modified-since': 'Mon, 04 Mar 2024 09:00:00 GMT',
    });
  });

  it('is not asked about in words that are no header', async () => {
    const { origin, asked } = await site((_path, response) => response.end(PAGE));
    await fetcher().fetch(origin, { etag: '"a"\r\ncookie: x', lastModified: '' });
    expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('if-none-match');
    expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('cookie');
  });

  it('is no page where nothing was known', async () => {
    const { origin } = await site((_path, response) => response.writeHead(304).end());
    expect(await failure(fetcher().fetch(origin))).toMatchObject({ code: 'bad-status', status: 304 });
  });

  it('is asked about as long as redirects stay with the origin, and never afterwards', async () => {
    const away = await site((path, response) => {
      if (path === '/b') response.writeHead(302, { location: `${home.origin}/c` }).end();
    });
    const home = await site((path, response) => {
      if (path === '/') response.writeHead(301, { location: '/a' }).end();
      else if (path === '/a') response.writeHead(307, { location: `${away.origin}/b` }).end();
      else response.end(PAGE);
    });
    await fetcher().fetch(home.origin, known);
    const asking = ({ path, headers }: (typeof home.asked)[number]) => [path, headers['if-none-match']];
    expect(home.asked.map(asking)).toEqual([
      ['/', '"a1"'],
      ['/a', '"a1"'],
      ['/c', undefined],
    ]);
    expect(away.asked.map(asking)).toEqual([['/b', undefined]]);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('are followed: %i', async (status) => {
    const { origin } = await site((path, response) => {
      if (path === '/') response.writeHead(status, { location: 'pier?page=2#top' }).end('moved');
      else response.end(PAGE);
    });
    const fetched = await fetcher().fetch(origin);
    expect(fetched).toMatchObject({ url: `${origin}/pier?page=2#top` });
    expect(textOf(fetched)).toBe(PAGE);
  });

  it('may lead to letters beyond ASCII', async () => {
    const { origin, asked } = await site((path, response) => {
      const location = Buffer.from('/möwe', 'utf8').toString('latin1');
      if (path === '/') response.writeHead(302, { location }).end();
      else response.end(PAGE);
    });
    await fetcher().fetch(origin);
    expect(asked[1]?.path).toBe('/m%C3%B6we');
  });

  it('are followed without the page that some come with', async () => {
    const { origin } = await site((path, response) => {
      if (path !== '/') return void rest.then(() => response.end(PAGE));
      response.on('close', done).writeHead(302, { location: '/pier' }).write('moved');
    });
    let done = () => {};
    const rest = new Promise<void>((resolve) => {
      done = resolve;
    });
    expect(textOf(await fetcher({ limits: { timeMs: 2_000 } }).fetch(origin))).toBe(PAGE);
  });

  it('are followed five times and not more', async () => {
    const { origin, asked } = await site((path, response) => {
      if (path === '/5') response.end(PAGE);
      else response.writeHead(302, { location: `/${Number(path.slice(1)) + 1}` }).end();
    });
    expect(textOf(await fetcher().fetch(`${origin}/0`))).toBe(PAGE);
    expect(asked).toHaveLength(6);
  });

  it('are given up where they go round', async () => {
    const { origin, asked } = await site((_path, response) => {
      response.writeHead(302, { location: '/', 'set-cookie': 'seen=1' }).end();
    });
    const error = await failure(fetcher({ limits: { redirects: 3 } }).fetch(origin));
    expect(error).toMatchObject({ code: 'too-many-redirects', url: `${origin}/` });
    expect(error.message).toContain('more than 3 times');
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['nowhere', undefined, 'bad-redirect'],
    ['nowhere', '', 'bad-redirect'],
    ['no address', 'http://[', 'bad-redirect'],
    ['a password', 'http://a:b@127.0.0.1/', 'bad-redirect'],
    ['a file', 'file:///etc/passwd', 'bad-scheme'],
    ['data', 'data:text/plain,hello', 'bad-scheme'],
    ['another protocol', 'ftp://127.0.0.1/', 'bad-scheme'],
  ])('are not followed to %s (%s)', async (_name, location, code) => {
    const { origin } = await site((_path, response) => {
      response.writeHead(302, location === undefined ? {} : { location }).end();
    });
    expect(await failure(fetcher().fetch(origin))).toMatchObject({ code, url: `${origin}/`, status: 302 });
  });
});

describe('compression', () => {
  it.each([
    ['gzip', 'gzip', gzipSync(PAGE)],
    ['x-gzip, in capitals', 'X-GZIP', gzipSync(PAGE)],
    ['Brotli', 'br', brotliCompressSync(PAGE)],
    ['deflate', 'deflate', deflateSync(PAGE)],
    ['deflate without a header', 'deflate', deflateRawSync(PAGE)],
    ['two layers', 'br, gzip', gzipSync(brotliCompressSync(PAGE))],
    ['none, by name', 'identity', Buffer.from(PAGE)],
  ])('is undone: %s', async (_name, coding, body) => {
    const { origin, asked } = await site((_path, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    expect(textOf(await fetcher().fetch(origin))).toBe(PAGE);
    expect(asked[0]?.headers['accept-encoding']).toBe('gzip, br, deflate');
  });

  it('of nothing is nothing', async () => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end();
    });
    expect(await fetcher().fetch(origin)).toMatchObject({ kind: 'fetched', bytes: { length: 0 } });
  });

  it.each([
    ['unknown', 'zstd', Buffer.from(PAGE)],
    ['damaged', 'gzip', Buffer.from(PAGE)],
    ['cut short', 'gzip', gzipSync(PAGE).subarray(0, -12)],
    ['of many layers', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(PAGE)))],
  ])('is refused where it is %s', async (_name, coding, body) => {
    const { origin } = await site((_path, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    expect(await failure(fetcher().fetch(origin))).toMatchObject({ code: 'bad-encoding' });
  });
});

describe('closing', () => {
  it('ends what is being fetched, and lets nothing more be fetched', async () => {
    const { origin, asked } = await site(() => {});
    const opened = fetcher();
    const fetching = failure(opened.fetch(origin));
    await expect.poll(() => asked.length).toBe(1);
    await opened.close();
    expect(await fetching).toMatchObject({ code: 'closed', url: `${origin}/` });
    expect(await failure(opened.fetch(origin))).toMatchObject({ code: 'closed' });
    expect(asked).toHaveLength(1);
  });

  it.each(['http', 'https'])('leaves no connection open: %s', async (scheme) => {
    let [come, gone] = [false, false];
    const host = await rawSite((socket) => {
      come = true;
      socket.resume().on('close', () => {
        gone = true;
      });
    });
    const opened = fetcher();
    const fetching = failure(opened.fetch(`${scheme}://${host}`));
    await expect.poll(() => come).toBe(true);
    await opened.close();
    expect(await fetching).toMatchObject({ code: 'closed' });
    await expect.poll(() => gone).toBe(true);
  });
});
