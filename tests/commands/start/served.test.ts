import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openReadiness } from '../../../src/commands/start/readiness.ts';
import { closeStarting, openServed } from '../../../src/commands/start/served.ts';
import { readConfig } from '../../../src/config.ts';
import type { Front } from '../../../src/http/front.ts';
import { openMetrics } from '../../../src/metrics.ts';
import { rememberingLog } from '../../support/remembering-log.ts';

let front: Front | null = null;
afterEach(() => front?.close());

const open = async (env: Readonly<Record<string, string>>) => {
  const readiness = openReadiness();
  const { log, lines } = rememberingLog();
  const served = await openServed(readConfig({ PORT: '0', ...env }), log, openMetrics(), readiness);
  front = served.front;
  const get = (path: string) => fetch(`http://127.0.0.1:${served.listening?.port}${path}`);
  return { ...served, readiness, lines, get };
};
const DISCORD = { DISCORD_TOKEN: 'a.b.c', WEB: 'off' };

it('while the library is loaded it is alive and not ready, and whoever asks is told to ask again', async () => {
  const { get, readiness, front } = await open(DISCORD);
  expect([(await get('/healthz')).status, (await get('/metrics')).status]).toEqual([200, 200]);
  const ready = await get('/readyz');
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not-ready', missing: ['library'] }]);
  const asked = await get('/slack/events');
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '5']);
  closeStarting(front);
  expect((await get('/slack/events')).status).toBe(404);
  readiness.stop();
  expect(await (await get('/readyz')).json()).toEqual({
    status: 'not-ready',
    missing: ['stopping', 'library'],
  });
});

it('requests at addresses of its own are counted by path and status', async () => {
  const { get } = await open(DISCORD);
  await get('/readyz');
  await get('/made-up');
  const body = await (await get('/metrics')).text();
  expect(body.match(/^nutgraf_http_request_duration_seconds_count\{.*\} \d+$/gm)).toEqual([
    'nutgraf_http_request_duration_seconds_count{route="/readyz",status="503"} 1',
  ]);
});

it('every request has an id, of its own or of whoever stands before it', async () => {
  const { get, listening } = await open(DISCORD);
  expect((await get('/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}$/);
  const headers = { 'x-request-id': 'proxy-1' };
  const url = `http://127.0.0.1:${listening?.port}/healthz`;
  expect((await fetch(url, { headers })).headers.get('x-request-id')).toBe('proxy-1');
});

it('a chat in the terminal alone listens nowhere', async () => {
  expect((await open({ WEB: 'off' })).listening).toBeNull();
});

it('a port that is taken is told before anything is loaded', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const PORT = String(typeof address === 'object' ? address?.port : 0);
  await expect(open({ ...DISCORD, PORT })).rejects.toThrow(`Port ${PORT} is taken by another program`);
  other.close();
});
