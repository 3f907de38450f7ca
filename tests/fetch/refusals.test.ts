import net from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FetcherOptions, openFetcher } from '../../src/fetch/fetch.ts';
import { failure, resolver, routed, site } from './site.ts';

const PUBLIC = '93.184.215.14';

function fetcher(options: Partial<FetcherOptions> = {}) {
  const opened = openFetcher({ allowPrivate: false, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

/** How often anything on this thread has tried to connect. */
const connects = () => vi.mocked(net.Socket.prototype.connect).mock.calls.length;

describe('an address', () => {
  it.each([
    '',
    'ostrand',
    '/pier',
    'http://',
    'http://[',
    'https://a b.example/',
    'http://1.2.3.4.5/',
    '\u001B[2J',
  ])('is refused where it is none: %j', async (given) => {
    const error = await failure(fetcher().fetch(given));
    expect(error).toMatchObject({ code: 'bad-address', status: null, retryAfter: null });
    expect(error.message).not.toContain('\u001B');
  });

  it.each([
    'https://reader:secret@outlet.example/a',
    'https://reader@outlet.example/a',
    'https://:secret@outlet.example/a',
  ])('is refused with credentials, which are not repeated: %s', async (given) => {
    const error = await failure(fetcher().fetch(given));
    expect(error).toMatchObject({ code: 'bad-address', url: 'https://outlet.example/a' });
    expect(`${error.message} ${error.stack}`).not.toMatch(/secret|reader/);
  });

  it.each([
    'ftp://outlet.example/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'javascript:1',
    'ws://a.example/',
  ])('is refused of another scheme: %s', async (given) => {
    expect(await failure(fetcher().fetch(given))).toMatchObject({ code: 'bad-scheme' });
  });
});

describe('this machine and private networks', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.０.０.１',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
    '169.254.169.254',
    '0xA9FEA9FE',
    '10.1.2.3',
    '192.168.0.1',
    '100.64.0.1',
    '255.255.255.255',
  ])('are refused by address, however it is spelt: %s', async (host) => {
    const before = connects();
    const error = await failure(fetcher().fetch(`http://${host}/`));
    expect(error.code).toBe('private-address');
    expect(error.message).toContain('save the page as a file');
    expect(connects()).toBe(before);
  });

  it.each([
    'localhost',
    'LocalHost.',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'db.internal.',
  ])('are refused by name, without asking where it is: %s', async (host) => {
    const { lookup, asked } = resolver({});
    expect(await failure(fetcher({ lookup }).fetch(`https://${host}/`))).toMatchObject({
      code: 'private-address',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['is one', ['127.0.0.1']],
    ['is the metadata of a cloud', ['169.254.169.254']],
    ['is one in IPv6', ['fd00::1']],
    ['is one within IPv6', ['::ffff:10.0.0.1']],
    ['is one of several', [PUBLIC, '10.0.0.1']],
    ['is one of several in IPv6', ['fe80::1', PUBLIC]],
  ])('are refused where what a name resolves to %s', async (_name, addresses) => {
    const before = connects();
    const { lookup } = resolver({ 'outlet.example': [addresses] });
    for (const scheme of ['http', 'https']) {
      expect(await failure(fetcher({ lookup }).fetch(`${scheme}://outlet.example/`))).toMatchObject({
        code: 'private-address',
      });
    }
    expect(connects()).toBe(before);
  });

  it('are not reached by a name that changes its answer between the judging and the connecting', async () => {
    const { port } = await site((_path, response) => response.end('It passed.'));
    const { lookup, asked } = resolver({ 'outlet.example': [[PUBLIC], ['127.0.0.1']] });
    const connected = routed('outlet.example', port);
    const opened = fetcher({ lookup });
    expect(await opened.fetch('http://outlet.example/')).toMatchObject({ kind: 'fetched' });
    expect(asked).toHaveLength(1);
    expect(connected).toEqual([PUBLIC]);
    // Nor is a connection kept that would spare the second answer its judgement.
    expect(await failure(opened.fetch('http://outlet.example/'))).toMatchObject({ code: 'private-address' });
  });

  it.each([
    ['an address', 'http://127.0.0.1/'],
    ['an address spelt otherwise', 'http://0x7f.1/'],
    ['a private name', 'https://metadata.google.internal/'],
    ['a name that resolves to one', 'https://inside.example/'],
  ])('are not reached by a redirect to %s', async (_name, location) => {
    const { port, asked } = await site((_path, response) => response.writeHead(302, { location }).end());
    const { lookup } = resolver({ 'outlet.example': [[PUBLIC]], 'inside.example': [['192.168.1.1']] });
    routed('outlet.example', port);
    const error = await failure(fetcher({ lookup }).fetch('http://outlet.example/'));
    expect(error).toMatchObject({ code: 'private-address', url: new URL(location).href });
    expect(asked).toHaveLength(1);
  });

  it('are not reached by a redirect to the same name, which now resolves to one', async () => {
    const { port, asked } = await site((_path, response) =>
      response.writeHead(302, { location: '/b' }).end(),
    );
    const { lookup } = resolver({ 'outlet.example': [[PUBLIC], ['127.0.0.1']] });
    routed('outlet.example', port);
    expect(await failure(fetcher({ lookup }).fetch('http://outlet.example/a'))).toMatchObject({
      code: 'private-address',
      url: 'http://outlet.example/b',
    });
    expect(asked).toHaveLength(1);
  });

  it('are reached where that is allowed', async () => {
    const { port } = await site((_path, response) => response.end('It passed.'));
    const { lookup } = resolver({ localhost: [['127.0.0.1']] });
    const opened = fetcher({ allowPrivate: true, lookup });
    for (const host of ['127.1', '2130706433', 'localhost']) {
      expect(await opened.fetch(`http://${host}:${port}/`)).toMatchObject({ kind: 'fetched' });
    }
  });
});
