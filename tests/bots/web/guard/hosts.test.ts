import { afterEach, expect, it } from 'vitest';
import { type Opened, openWeb } from '../opened.ts';
import { askRaw } from './raw-answer.ts';

let opened: Opened;
afterEach(() => opened.stop());

it('serves this machine under its own names only, while only it reaches the page', async () => {
  opened = await openWeb();
  const status = async (host: string) => (await askRaw(opened.port, '/robots.txt', [`host: ${host}`])).status;
  for (const host of [
    'localhost',
    'localhost:3000',
    'LOCALHOST',
    '127.0.0.1:80',
    '127.9.9.9',
    '[::1]:3000',
    '[::1]',
  ]) {
    expect([host, await status(host)]).toEqual([host, 200]);
  }
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '10.0.0.1',
    '[::2]',
    '0.0.0.0',
  ]) {
    expect([host, await status(host)]).toEqual([host, 421]);
  }
});

it('says what to set, on a page or in JSON, and does not say the name again', async () => {
  opened = await openWeb();
  const page = await askRaw(opened.port, '/', ['host: evil.example']);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.body).toMatch(/HOST.*WEB_PROXY/);
  const { body } = await askRaw(opened.port, '/api/ask?q=who', ['host: evil.example']);
  expect(JSON.parse(body).error).toMatchObject({ code: 'other-host' });
  expect(page.body + body).not.toContain('evil');
});

it('takes any name behind a proxy', async () => {
  opened = await openWeb({ config: { proxies: 1 } });
  expect((await askRaw(opened.port, '/robots.txt', ['host: answers.courier.example'])).status).toBe(200);
});

it('keeps nobody from health', async () => {
  opened = await openWeb();
  expect((await askRaw(opened.port, '/healthz', ['host: pod.cluster.local'])).status).toBe(200);
});
