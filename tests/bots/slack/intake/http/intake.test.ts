import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw } from '../../../../http/raw.ts';
import { signed } from '../../../../support/slack-server/server.ts';
import { command, FORM, head, JSON_TYPE, message, type Opened, openIntake, SECRET } from './opened.ts';

const now = () => Math.floor(Date.now() / 1000);
const MIB = 1024 * 1024;

let opened: Opened;
beforeEach(async () => {
  opened = await openIntake();
});
afterEach(() => opened.stop());

const send = (request: RequestInit) => fetch(opened.url, request);

describe('what is handed on to Bolt', () => {
  it('is a signed event, which is acknowledged with nothing', async () => {
    const response = await send(signed(SECRET, message('who won?'), JSON_TYPE));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(opened.heard).toEqual(['who won?']);
  });

  it('is a signed form, whatever its type says of charset and case', async () => {
    for (const type of [FORM, `${FORM}; charset=utf-8`, `${FORM};charset=UTF-8`, FORM.toUpperCase()]) {
      expect((await send(signed(SECRET, command(type), type))).status).toBe(200);
    }
    expect(opened.heard).toHaveLength(4);
  });

  it('comes through letter for letter', async () => {
    const text = 'qué pasó? 投票 \u{1F5F3} & + % "\\';
    await send(signed(SECRET, message(text), JSON_TYPE));
    await send(signed(SECRET, command(text), FORM));
    expect(opened.heard).toEqual([text, text]);
  });

  it('may come in small pieces', async () => {
    const body = message('piece by piece');
    const raw = openRaw(opened.port);
    raw.socket.write(head(body, JSON_TYPE, [`content-length: ${Buffer.byteLength(body)}`]));
    for (const letter of body) raw.socket.write(letter);
    await raw.until('200 OK');
    raw.socket.destroy();
    expect(opened.heard).toEqual(['piece by piece']);
  });

  it('is acknowledged when Slack tells that it holds events back', async () => {
    const body = JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect((await send(signed(SECRET, body, JSON_TYPE))).status).toBe(200);
    expect(opened.lines.find(({ level }) => level === 'warn')).toMatchObject({ fields: { workspace: 'T1' } });
  });
});

describe('what is refused', () => {
  const body = message('let me in');
  const without = (name: string): RequestInit => {
    const request = signed(SECRET, body, JSON_TYPE);
    const headers = new Headers(request.headers);
    headers.delete(name);
    return { ...request, headers };
  };
  const changed = (name: string, value: string): RequestInit => {
    const request = signed(SECRET, body, JSON_TYPE);
    return { ...request, headers: { ...(request.headers as Record<string, string>), [name]: value } };
  };

  it.each([
    ['a wrong secret', 'wrong signature', () => signed('another', body, JSON_TYPE)],
    ['a timestamp that is too old', 'too old', () => signed(SECRET, body, JSON_TYPE, now() - 302)],
    ['one from the future', 'from the future', () => signed(SECRET, body, JSON_TYPE, now() + 302)],
    ['no timestamp', 'not signed', () => without('x-slack-request-timestamp')],
    ['no signature', 'not signed', () => without('x-slack-signature')],
    ['a timestamp in words', 'malformed timestamp', () => changed('x-slack-request-timestamp', 'now')],
    ['one with a fraction', 'malformed timestamp', () => changed('x-slack-request-timestamp', `${now()}.0`)],
    ['a negative one', 'malformed timestamp', () => changed('x-slack-request-timestamp', '-1')],
    ['a signature of another version', 'malformed signature', () => changed('x-slack-signature', 'v1=00')],
    ['one that is too short', 'malformed signature', () => changed('x-slack-signature', 'v0=00')],
    [
      'another body than was signed',
      'wrong signature',
      () => ({ ...signed(SECRET, body, JSON_TYPE), body: '{}' }),
    ],
  ])('is %s, with 401 and nothing more', async (_, why, request) => {
    const response = await send(request());
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(opened.heard).toEqual([]);
    const [line] = await opened.requests(1);
    expect(line).toMatchObject({ level: 'warn', fields: { status: 401, why } });
  });

  it.each([-298, 298])('is no timestamp that is %i seconds off', async (off) => {
    expect((await send(signed(SECRET, body, JSON_TYPE, now() + off))).status).toBe(200);
  });

  it.each(['x-slack-signature', 'x-slack-request-timestamp'])('is a request with two %s', async (name) => {
    const raw = openRaw(opened.port);
    const value = (signed(SECRET, body, JSON_TYPE).headers as Record<string, string>)[name];
    raw.socket.write(head(body, JSON_TYPE, [`${name}: ${value}`, `content-length: ${body.length}`]) + body);
    await raw.until('401 Unauthorized');
    raw.socket.destroy();
    expect(opened.heard).toEqual([]);
  });

  it.each([
    ['nothing', '', JSON_TYPE],
    ['no JSON', '{', JSON_TYPE],
    ['JSON that is no object', 'null', JSON_TYPE],
    ['a list', '[{"type":"url_verification"}]', JSON_TYPE],
    ['a number', '5', JSON_TYPE],
    ['a form whose payload is no JSON', 'payload=%7B', FORM],
    ['a form whose payload is no object', 'payload=null', FORM],
    ['bytes that are no text', '\u0000\uFFFD', JSON_TYPE],
  ])('is %s, signed, with 400', async (_, text, type) => {
    expect((await send(signed(SECRET, text, type))).status).toBe(400);
    expect((await send(signed(SECRET, message('still there?'), JSON_TYPE))).status).toBe(200);
  });

  it('is no look at our certificate, which Slack does not sign; what it carries reaches nobody', async () => {
    const form = `${command('let me in')}&ssl_check=1`;
    const response = await fetch(opened.url, {
      method: 'POST',
      body: form,
      headers: { 'content-type': FORM },
    });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(opened.heard).toEqual([]);
  });

  it('is a body whose announced length is too much, before any of it came', async () => {
    const raw = openRaw(opened.port);
    raw.socket.write(head('', JSON_TYPE, [`content-length: ${MIB + 1}`]));
    expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 .*connection: close/is);
    await raw.closed;
  });

  it('is a body that turns out to be too much, without reading on', async () => {
    const raw = openRaw(opened.port);
    raw.socket.write(head('', JSON_TYPE, ['transfer-encoding: chunked']));
    raw.socket.write('4000000\r\n');
    const written = new Promise((resolve) => raw.socket.write(Buffer.alloc(64 * MIB, 'x'), resolve));
    await raw.until('HTTP/1.1 413 ');
    await raw.closed;
    // Had it been read to its end, it could have been written to its end.
    expect(await written).toBeInstanceOf(Error);
  });

  it('is too much for a client of HTTP as well, which sees why', async () => {
    expect((await send(signed(SECRET, 'x'.repeat(8 * MIB), JSON_TYPE))).status).toBe(413);
    const long = 'x'.repeat(MIB - message('').length);
    expect((await send(signed(SECRET, message(long), JSON_TYPE))).status).toBe(200);
    expect(opened.heard).toEqual([long]);
  });

  it('is said to whoever asks before it sends a body', async () => {
    const raw = openRaw(opened.port);
    raw.socket.write(head('', JSON_TYPE, [`content-length: ${MIB + 1}`, 'expect: 100-continue']));
    expect(await raw.until('\r\n\r\n')).toContain('413');
    raw.socket.destroy();

    const other = openRaw(opened.port);
    const body = message('may I?');
    other.socket.write(head(body, JSON_TYPE, [`content-length: ${body.length}`, 'expect: 100-continue']));
    await other.until('100 Continue');
    other.socket.write(body);
    await other.until('200 OK');
    other.socket.destroy();
  });

  it('is a body that does not come', { timeout: 10_000 }, async () => {
    const raw = openRaw(opened.port);
    raw.socket.write(`${head('', JSON_TYPE, ['content-length: 10'])}{`);
    await raw.until('HTTP/1.1 408 ');
    await raw.closed;
    expect((await opened.requests(1))[0]).toMatchObject({ level: 'warn', fields: { status: 408 } });
  });

  it('is any other path, and any other method', async () => {
    const root = new URL('/', opened.url);
    expect((await fetch(root)).status).toBe(404);
    expect((await fetch(root, { method: 'POST', body: 'x' })).status).toBe(404);
    expect((await fetch(new URL('/slack/events/', root))).status).toBe(404);
    expect((await fetch(new URL('/__proto__', root))).status).toBe(404);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await fetch(opened.url, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect((await fetch(new URL('/healthz', root), { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('lets nobody fall it over with an address that is none', async () => {
    for (const target of ['//', '*', 'http://[', '/%']) {
      const raw = openRaw(opened.port);
      raw.socket.write(`GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`);
      expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[04] /);
      raw.socket.destroy();
    }
    expect((await send(signed(SECRET, message('still there?'), JSON_TYPE))).status).toBe(200);
  });
});

describe('the health', () => {
  it('is told to anybody', async () => {
    const url = new URL('/healthz', opened.url);
    const get = await fetch(url);
    expect([get.status, await get.json()]).toEqual([
      200,
      { status: 'connected', bots: { slack: 'connected' } },
    ]);
    opened.health = 'connecting';
    const then = await fetch(url, { method: 'HEAD' });
    expect([then.status, await then.text()]).toEqual([200, '']);
    expect(await (await fetch(url)).json()).toMatchObject({ status: 'connecting' });
    expect((await opened.requests(3)).map(({ level }) => level)).toEqual(['debug', 'debug', 'debug']);
  });
});
