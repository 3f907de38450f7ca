import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw } from '../../../../http/raw.ts';
import { signed } from '../../../../support/slack-server/server.ts';
import { command, FORM, head, JSON_TYPE, message, type Opened, openIntake, SECRET } from './opened.ts';

const now = () => Math.floor(Date.now() / 1000);
const BODY = message('let me in');

let opened: Opened;
beforeEach(async () => {
  opened = await openIntake();
});
afterEach(() => opened.stop());

const send = (request: RequestInit) => fetch(opened.url, request);

/** Right but for one header. */
function but(name: string, change: (value: string) => string): RequestInit {
  const request = signed(SECRET, BODY, JSON_TYPE);
  const headers = { ...(request.headers as Record<string, string>) };
  return { ...request, headers: { ...headers, [name]: change(headers[name] ?? '') } };
}

/** What a connection of its own is answered with; it ends with its last request. */
async function answers(...requests: readonly string[]): Promise<readonly string[]> {
  const raw = openRaw(opened.port);
  raw.socket.write(requests.join(''));
  await raw.closed;
  const all = await raw.until('');
  return [...all.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status);
}

describe('a request that somebody forged', () => {
  it.each([
    ['upper case', (value: string) => value.toUpperCase()],
    ['upper-case digits', (value: string) => `v0=${value.slice(3).toUpperCase()}`],
    ['one digit less', (value: string) => value.slice(0, -1)],
    ['one digit more', (value: string) => `${value}0`],
    ['no hexadecimal digits', () => `v0=${'z'.repeat(64)}`],
    ['two signatures', (value: string) => `${value},${value}`],
    ['one among others', (value: string) => `v0=${'0'.repeat(64)} ${value}`],
    ['another version', (value: string) => value.replace('v0', 'v1')],
    ['nothing of its own', () => ''],
  ])('is not let in with a signature of %s', async (_, change) => {
    const response = await send(but('x-slack-signature', change));
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(opened.heard).toEqual([]);
  });

  it.each([
    ['a float', (at: string) => `${at}.5`],
    ['an exponent', () => '1e9'],
    ['a hexadecimal number', (at: string) => `0x${Number(at).toString(16)}`],
    ['milliseconds', (at: string) => `${at}000`],
    ['a sign', (at: string) => `+${at}`],
    ['two numbers', (at: string) => `${at}, ${at}`],
    ['no number', () => 'NaN'],
    ['no end', () => 'Infinity'],
    ['nothing', () => ''],
    ['another moment than was signed', (at: string) => String(Number(at) - 1)],
  ])('is not let in with a timestamp of %s', async (_, change) => {
    expect((await send(but('x-slack-request-timestamp', change))).status).toBe(401);
    expect(opened.heard).toEqual([]);
  });

  it('may not be signed with what everybody knows', async () => {
    for (const secret of ['', 'undefined', 'null', SECRET.toUpperCase()]) {
      expect((await send(signed(secret, BODY, JSON_TYPE))).status).toBe(401);
    }
    const at = String(now());
    const unversioned = createHmac('sha256', SECRET).update(`${at}:${BODY}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${unversioned}` };
    expect((await send({ method: 'POST', body: BODY, headers })).status).toBe(401);
  });

  it('does not have a challenge repeated', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'marker' });
    const response = await send({ method: 'POST', body, headers: { 'content-type': JSON_TYPE } });
    expect([response.status, await response.text()]).toEqual([401, '']);
    const ours = await send(signed(SECRET, body, JSON_TYPE));
    expect([ours.headers.get('content-type'), await ours.json()]).toEqual([
      JSON_TYPE,
      { challenge: 'marker' },
    ]);
  });
});

describe('a body that is another than it says', () => {
  it('is not unpacked', async () => {
    const packed = gzipSync(BODY);
    const at = String(now());
    const of = (what: string | Buffer) =>
      `v0=${createHmac('sha256', SECRET).update(`v0:${at}:`).update(what).digest('hex')}`;
    const request = (signature: string) =>
      send({
        method: 'POST',
        body: packed,
        headers: {
          'content-type': JSON_TYPE,
          'content-encoding': 'gzip',
          'x-slack-request-timestamp': at,
          'x-slack-signature': signature,
        },
      });
    expect((await request(of(BODY))).status).toBe(401);
    expect((await request(of(packed))).status).toBe(400);
    expect(opened.heard).toEqual([]);
  });

  it('holds one payload', async () => {
    const two = new URLSearchParams([
      ['payload', '{"type":"shortcut"}'],
      ['payload', 'null'],
    ]);
    expect((await send(signed(SECRET, two.toString(), FORM))).status).toBe(400);
  });

  it('is let go where nobody knows what it is', { timeout: 10_000 }, async () => {
    const unknown = [
      signed(SECRET, BODY, FORM),
      signed(SECRET, '{"type":"something_new"}', JSON_TYPE),
      signed(SECRET, '{}', JSON_TYPE),
    ];
    const responses = await Promise.all(unknown.map(send));
    expect(responses.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(opened.heard).toEqual([]);
  });
});

describe('a connection', () => {
  const LENGTH = `content-length: ${BODY.length}`;
  const good = head(BODY, JSON_TYPE, [LENGTH]) + BODY;
  const last = head(BODY, JSON_TYPE, [LENGTH, 'connection: close']) + BODY;
  const forged = `POST /slack/events HTTP/1.1\r\nhost: x\r\n${LENGTH}\r\n\r\n${BODY}`;

  it('brings several requests at once, each of which is judged by itself', async () => {
    expect(await answers(good, forged, last)).toEqual(['200', '401', '200']);
    expect(opened.heard).toEqual(['let me in', 'let me in']);
  });

  it.each([
    ['a length and pieces', [LENGTH, 'transfer-encoding: chunked']],
    ['two lengths', [LENGTH, 'content-length: 0']],
    ['a length that is no number', ['content-length: 0x10']],
    ['a negative length', ['content-length: -1']],
    ['pieces of an unknown kind', ['transfer-encoding: chunked, identity']],
    ['pieces said twice', ['transfer-encoding: chunked', 'transfer-encoding: gzip']],
    ['a space before the colon', ['transfer-encoding : chunked']],
    ['a header that goes on in the next line', ['x-a: b', ' transfer-encoding: chunked']],
  ])('has nothing hidden in it behind %s', async (_, lines) => {
    const unclear = `${head(BODY, JSON_TYPE, [...lines, 'connection: close'])}0\r\n\r\n${last}`;
    const statuses = await answers(unclear);
    expect(statuses).not.toContain('200');
    expect(opened.heard).toEqual([]);
  });
});

it('is not told twice from the first by what it says of its retries', async () => {
  const more = { 'x-slack-retry-num': '9'.repeat(400), 'x-slack-retry-reason': '<script>' };
  const request = signed(SECRET, command('again'), FORM);
  const response = await send({ ...request, headers: { ...request.headers, ...more } });
  expect(response.status).toBe(200);
  expect(JSON.stringify(opened.lines)).not.toMatch(/script|999/);
});
