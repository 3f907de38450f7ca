import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRaw } from '../../../../http/raw.ts';
import { signed } from '../../../../support/slack-server/server.ts';
import { JSON_TYPE, message, type Opened, openIntake, SECRET } from './opened.ts';

let opened: Opened;
beforeEach(async () => {
  opened = await openIntake();
});
afterEach(() => opened.stop());

const send = (headers: Record<string, string>, body = message('a secret question')) => {
  const request = signed(SECRET, body, JSON_TYPE);
  return fetch(`${opened.url}?code=hidden`, { ...request, headers: { ...request.headers, ...headers } });
};

it('tells of a request what came of it, with the id that is sent back, and which delivery it was', async () => {
  const response = await send({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
  const [line] = await opened.requests(1);
  expect(line).toMatchObject({
    level: 'debug',
    fields: { method: 'POST', path: '/slack/events', status: 200, retry: '1', retryReason: 'http_timeout' },
  });
  expect(line?.fields.ms).toBeTypeOf('number');
  expect(line?.fields.id).toBe(response.headers.get('x-request-id'));
  expect(line?.fields.id).toMatch(/^[0-9a-f]{8}$/);
});

it('takes over the id of a load balancer, when it is sane', async () => {
  await send({ 'x-request-id': 'Root=1-67891233-abcdef012345678912345678' });
  await send({ 'x-request-id': 'a b "c" <d>' });
  await send({ 'x-request-id': 'x'.repeat(200) });
  const ids = (await opened.requests(3)).map(({ fields }) => fields.id);
  expect(ids[0]).toBe('Root=1-67891233-abcdef012345678912345678');
  for (const id of ids.slice(1)) expect(id).toMatch(/^[0-9a-f]{8}$/);
});

it('gives every request another id', async () => {
  await send({});
  await send({});
  const [one, two] = await opened.requests(2);
  expect(one?.fields.id).not.toBe(two?.fields.id);
});

it('holds nothing of what was sent: no body, no query, no signature, no header that may be anything', async () => {
  await send({ 'x-slack-retry-reason': 'a secret reason' });
  await fetch(new URL(`/${'secret'.repeat(100)}`, opened.url));
  await opened.requests(2);
  const told = JSON.stringify(opened.lines);
  for (const secret of [
    'a secret question',
    'hidden',
    'v0=',
    SECRET,
    'a secret reason',
    'secret'.repeat(20),
  ]) {
    expect(told).not.toContain(secret);
  }
});

it('tells of a caller who left', async () => {
  const raw = openRaw(opened.port);
  const lines = ['POST /slack/events HTTP/1.1', 'host: x', 'content-length: 10', 'expect: 100-continue'];
  raw.socket.write(`${lines.join('\r\n')}\r\n\r\n{`);
  await raw.until('100 Continue');
  raw.socket.destroy();
  const [line] = await opened.requests(1);
  expect(line).toMatchObject({ level: 'debug', fields: { status: null } });
});
