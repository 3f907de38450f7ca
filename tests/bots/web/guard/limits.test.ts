import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaw } from '../../../http/raw.ts';
import { type Opened, openWeb } from '../opened.ts';
import { askRaw } from './raw-answer.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openWeb({ config: { deskToken: 'a token for the tests' } });
});
afterAll(() => opened.stop());

describe('methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is refused everywhere', async (method) => {
    for (const path of ['/', '/desk', '/api/ask', '/nowhere']) {
      const { status, headers } = await askRaw(opened.port, path, [], method);
      expect([path, status, headers.get('allow')]).toEqual([path, 405, expect.stringContaining('GET')]);
    }
  });

  it('POST is for the desk alone', async () => {
    const { status, headers } = await askRaw(opened.port, '/api/ask?q=who', ['content-length: 0'], 'POST');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('are told to whoever asks for them', async () => {
    const allowed = async (path: string) =>
      (await askRaw(opened.port, path, [], 'OPTIONS')).headers.get('allow');
    expect([await allowed('/'), await allowed('/desk')]).toEqual([
      'GET, HEAD, OPTIONS',
      'GET, HEAD, OPTIONS, POST',
    ]);
  });

  it('HEAD is GET without its body', async () => {
    for (const path of ['/', '/?q=who+voted', '/api/stories', '/embed.js', '/robots.txt', '/nowhere']) {
      const [head, get] = [await askRaw(opened.port, path, [], 'HEAD'), await askRaw(opened.port, path)];
      expect([path, head.status, head.body]).toEqual([path, get.status, '']);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    }
  });
});

describe('addresses', () => {
  it('have at most 32 KB', async () => {
    expect((await askRaw(opened.port, `/?q=${'x'.repeat(33_000)}`)).status).toBe(414);
    expect((await askRaw(opened.port, `/${'x'.repeat(33_000)}`)).status).toBe(414);
    expect((await askRaw(opened.port, `/${'x'.repeat(31_000)}`)).status).toBe(404);
  });

  it.each([
    ['a question far too long', `/?q=${'x'.repeat(4_001)}`],
    ['a long parameter', `/api/ask?q=who&story=${'x'.repeat(2_001)}`],
    ['a long name of a parameter', `/?${'x'.repeat(2_001)}=1`],
    ['too many parameters', `/?${'a=1&'.repeat(21)}`],
    ['a parameter too long in its second place', `/?q=who&q=${'x'.repeat(4_001)}`],
  ])('hold no %s', async (_, path) => {
    expect((await askRaw(opened.port, path)).status).toBe(400);
  });

  it('hold a question that is somewhat too long: that is answered in words', async () => {
    const { status, body } = await askRaw(opened.port, `/api/ask?q=${'who%20'.repeat(300)}`);
    expect([status, JSON.parse(body).reason]).toEqual([200, 'too-long']);
  });
});

describe('bodies', () => {
  it('are for the desk alone', async () => {
    for (const lines of [['content-length: 1'], ['transfer-encoding: chunked']]) {
      expect((await askRaw(opened.port, '/api/ask?q=who', lines)).status).toBe(413);
    }
  });

  it('that are announced as too long are not waited for', async () => {
    const announced = [`content-length: ${2 * 1024 * 1024 + 1}`];
    const { status, headers } = await askRaw(opened.port, '/desk/add', announced, 'POST');
    expect([status, headers.get('connection')]).toEqual([413, 'close']);
  });

  it('that turn out to be too long are not read on', async () => {
    const head = 'POST /desk/add HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n';
    const raw = openRaw(opened.port, `${head}300000\r\n`);
    raw.socket.write(Buffer.alloc(0x30_0000, 'x'));
    expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 /);
    await raw.closed;
  });

  it.each([
    ['nobody who is known', 'x-a: b'],
    ['somebody who guesses', 'authorization: Bearer a-token-for-the-tests'],
    [
      'somebody with a session of their own making',
      `cookie: nutgraf-desk=${Date.now() + 9e6}.${'a'.repeat(43)}`,
    ],
  ])('that are long are not read of %s', async (_, line) => {
    const { status } = await askRaw(
      opened.port,
      '/desk/add/preview',
      ['content-length: 40000', line],
      'POST',
    );
    expect(status).toBe(401);
  });

  it('are read also where they come in chunks, or where there is none', async () => {
    const type = 'content-type: application/x-www-form-urlencoded';
    const head = `POST /desk/login HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\nconnection: close\r\n${type}\r\n`;
    const answers = [`${head}\r\n`, `${head}transfer-encoding: chunked\r\n\r\n7\r\ntoken=a\r\n0\r\n\r\n`];
    for (const sent of answers) {
      const raw = openRaw(opened.port, sent);
      expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 401 /);
      raw.socket.destroy();
    }
  });

  it('are asked for where a client waits to be', async () => {
    const lines = [
      'content-type: application/x-www-form-urlencoded',
      'content-length: 3',
      'expect: 100-continue',
    ];
    const raw = openRaw(
      opened.port,
      `POST /desk HTTP/1.1\r\nhost: localhost\r\n${lines.join('\r\n')}\r\n\r\n`,
    );
    await raw.until('100 Continue');
    raw.socket.write('a=1');
    await raw.until('HTTP/1.1 4');
    raw.socket.destroy();
  });
});
