import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import type { WebEnv } from '../../../../src/bots/web/around.ts';
import { identified } from '../../../../src/bots/web/guard/identity.ts';
import { type Opened, openedFront } from '../../../http/opened.ts';
import { askRaw } from './raw-answer.ts';

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ front }) => front.close()));
});

/** Who is thought to ask, by a page that believes so many proxies. */
async function asker(proxies: number, headers: readonly string[]) {
  const app = new Hono<WebEnv>();
  app.use(identified({ config: { origins: [], proxies, rate: null, deskToken: null } }));
  app.get('/', (c) => c.json({ id: c.get('id'), address: c.get('address'), origin: c.get('origin') }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const one = await openedFront(({ request, response }) => listener(request, response));
  opened.push(one);
  const { body, headers: sent } = await askRaw(one.port, '/', headers);
  return { ...(JSON.parse(body) as { id: string; address: string; origin: string }), sent };
}

it('is who is connected, whatever is claimed, where no proxy is believed', async () => {
  const claims = [
    'x-forwarded-for: 203.0.113.9',
    'x-forwarded-proto: https',
    'x-forwarded-host: other.example',
  ];
  expect(await asker(0, ['host: LocalHost:3000', ...claims])).toMatchObject({
    address: '127.0.0.1',
    origin: 'http://localhost:3000',
  });
});

it('is who the proxy tells of, and never who that one claims to be', async () => {
  const claims = ['x-forwarded-for: 127.0.0.1, 198.51.100.7, 203.0.113.9', 'x-forwarded-proto: https'];
  expect(
    await asker(1, ['host: inside:80', 'x-forwarded-host: answers.courier.example', ...claims]),
  ).toMatchObject({
    address: '203.0.113.9',
    origin: 'https://answers.courier.example',
  });
  expect((await asker(2, claims)).address).toBe('198.51.100.7');
});

it('is found in headers that came one after the other', async () => {
  expect((await asker(2, ['x-forwarded-for: 198.51.100.7', 'x-forwarded-for: 203.0.113.9'])).address).toBe(
    '198.51.100.7',
  );
});

it.each(['unknown', '', '<script>', 'a, b, c'])('is the proxy where that one tells of %j', async (told) => {
  expect((await asker(1, [`x-forwarded-for: ${told}`])).address).toBe('127.0.0.1');
});

it.each([
  ['x-forwarded-proto: javascript', 'x-forwarded-host: a.example/x'],
  ['x-forwarded-proto: https:', 'x-forwarded-host: "><script>'],
])('has no origin that is none: %s, %s', async (...headers) => {
  expect((await asker(1, ['host: inside', ...headers])).origin).toBe('http://inside');
});

it('has the id that is sent back', async () => {
  const { id, sent } = await asker(0, []);
  expect(id).toBe(sent.get('x-request-id'));
});
