import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFetcher } from '../../src/fetch/fetch.ts';
import { failure, rawSite, resolver, routed, site } from './site.ts';

function fetcher(options: Partial<Parameters<typeof openFetcher>[0]> = {}) {
  const opened = openFetcher({ allowPrivate: true, ...options });
  onTestFinished(() => opened.close());
  return opened;
}
const answering = (text: string | Buffer) => rawSite((socket) => socket.once('data', () => socket.end(text)));
const OK = 'HTTP/1.1 200 OK\r\n';

describe('a server that was made to trip us', () => {
  it.each([
    ['a status that is none', 'HTTP/1.1 000 No\r\n\r\n'],
    ['a status without end', `HTTP/1.1 ${'9'.repeat(50)} No\r\n\r\n`],
    ['HTTP/0.9', 'The pier is open.'],
    ['a length below nothing', `${OK}content-length: -5\r\n\r\nabc`],
    ['two lengths', `${OK}content-length: 5\r\ncontent-length: 3\r\n\r\nabcde`],
    [
      'a length and pieces',
      `${OK}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`,
    ],
    ['another protocol', 'HTTP/1.1 101 Other\r\nupgrade: x\r\nconnection: upgrade\r\n\r\nab'],
    ['permission to go on, a thousand times', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000)],
    ['hints without end', `${'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1_000)}`],
    [
      'more headers behind the body than are read',
      `${OK}transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n${'a: b\r\n'.repeat(20_000)}`,
    ],
  ])('is told of in one sentence: %s', async (_name, text) => {
    const host = await answering(text);
    const error = await failure(fetcher().fetch(`http://${host}/`));
    expect(['unreachable', 'too-large']).toContain(error.code);
    // Without the reader's own address, which has full stops.
    expect(error.message.replace(host, '')).toMatch(/^[^\n.]+\.$/);
  });

  it('does not have its name of 60 KB told in the log', async () => {
    const name = `http://${'a.'.repeat(28_000)}example/`;
    const { origin } = await site((_path, response) => response.writeHead(302, { location: name }).end());
    for (const address of [origin, name]) {
      const error = await failure(fetcher().fetch(address));
      expect(['bad-redirect', 'bad-address']).toContain(error.code);
      expect(error.message.length + error.url.length).toBeLessThan(400);
    }
  });

  it('is read no further than it says, whatever it sends behind', async () => {
    const host = await answering(`${OK}content-length: 3\r\n\r\nabc${OK}content-length: 3\r\n\r\nxyz`);
    expect(await fetcher().fetch(`http://${host}/`)).toMatchObject({ bytes: Buffer.from('abc') });
  });

  it('gives us nothing to keep that it could not have back', async () => {
    for (const value of ['x'.repeat(30_000), '"caf\xE9"', 'x'.repeat(501)]) {
      const host = await answering(
        Buffer.from(
          `${OK}etag: ${value}\r\nlast-modified: ${value}\r\ncontent-length: 3\r\n\r\nabc`,
          'latin1',
        ),
      );
      const kept = value.length > 500 ? null : value;
      expect(await fetcher().fetch(`http://${host}/`)).toMatchObject({ etag: kept, lastModified: kept });
    }
  });

  it.each(['gzip, gzip, gzip', 'zstd', 'compress', '__proto__', 'constructor', 'gzip;q=1'])(
    'is not believed a way of compressing that was not asked for: %s',
    async (coding) => {
      const { origin } = await site((_path, response) =>
        response.writeHead(200, { 'content-encoding': coding }).end(gzipSync('abc')),
      );
      expect(await failure(fetcher().fetch(origin))).toMatchObject({ code: 'bad-encoding' });
    },
  );
});

describe('a private network', () => {
  it.each([
    'http://127.0.0.1\\@outlet.example/',
    'http:\\\\127.0.0.1/',
    'http://\t127.0.\n0.1/',
    'http://127。0。0。1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:0:7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[fec0::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://0x7f.0x0.0x0.0x1/',
    'http://017700000001/',
    'http://localhost%2e/',
    'http://LOCALHOST.LOCALDOMAIN/',
    'http://127.0.0.1:80:80/',
    'http://[fe80::1%25eth0]/',
    'http://0.0.0.0/',
    'http://metadata.google.internal./',
  ])('is not reached, however it is spelt: %j', async (address) => {
    const { lookup } = resolver({});
    const error = await failure(fetcher({ allowPrivate: false, lookup }).fetch(address));
    expect(['private-address', 'bad-address']).toContain(error.code);
  });

  it.each([
    'gopher://127.0.0.1/',
    'blob:http://127.0.0.1/x',
    'javascript:alert(1)',
    '\u0000file:///etc/passwd',
    '//127.0.0.1/',
    '/\\127.0.0.1/',
    'http:127.0.0.1',
    'http://reader@127.0.0.1/',
  ])('is not reached by a redirect to %j', async (location) => {
    const { port, asked } = await site((_path, response) => {
      response.writeHead(302, { location: location.replace('\u0000', '') }).end();
    });
    const { lookup } = resolver({ 'outlet.example': [['93.184.215.14'], ['127.0.0.1']] });
    routed('outlet.example', port);
    const error = await failure(fetcher({ allowPrivate: false, lookup }).fetch('http://outlet.example/'));
    expect(['private-address', 'bad-scheme', 'bad-redirect']).toContain(error.code);
    expect(asked).toHaveLength(1);
  });
});
