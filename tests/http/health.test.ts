import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { METRICS_PATH, metricsRoute } from '../../src/http/health.ts';
import { type Opened, openedFront } from './opened.ts';
import { headOf, rawly } from './raw.ts';

let opened: Opened | null = null;
afterEach(async () => {
  await opened?.front.close();
  opened = null;
});

const route = metricsRoute(async () => ({ type: 'text/plain', body: 'nutgraf_stories 3' }));

describe('figures, where there is no page', () => {
  const asked = async (...headers: string[]) => {
    opened = await openedFront();
    opened.front.mount(new Map([[METRICS_PATH, route]]));
    return rawly(opened.port, headOf(METRICS_PATH, ['host: localhost', ...headers]));
  };

  it('are told to this machine', async () => {
    expect(await asked()).toContain('nutgraf_stories 3');
  });

  it.each(['x-forwarded-for: 10.0.0.1', 'forwarded: for=10.0.0.1'])(
    'are not told to whoever comes through a proxy: %s',
    async (header) => {
      const came = await asked(header);
      expect(came).toMatch(/^HTTP\/1\.1 403 /);
      expect(came).not.toContain('nutgraf_stories');
    },
  );

  it.each([
    ['10.1.2.3', null],
    ['::ffff:192.168.0.9', null],
    ['fd00::1', null],
    ['203.0.113.9', 403],
    ['2001:db8::1', 403],
    [undefined, 403],
  ])('are told to %s as to its network: %j', async (remoteAddress, refused) => {
    let status: number | null = null;
    const request = Object.assign(Readable.from([]), { headers: {}, socket: { remoteAddress } });
    const response = { writeHead: () => undefined, end: () => undefined };
    const refuse = (given: number) => {
      status = given;
    };
    await route.handle({ request, response, refuse } as unknown as Exchange);
    expect(status).toBe(refused);
  });
});
