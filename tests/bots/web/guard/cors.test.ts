import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openWeb } from '../opened.ts';

const COURIER = 'https://courier.example';
const SHARED = ['/api/ask?q=who%20voted', '/api/suggest?q=who', '/api/stories'];

let opened: Opened;
beforeAll(async () => {
  opened = await openWeb({ config: { origins: [COURIER], rate: 1_000 } });
});
afterAll(() => opened.stop());

const preflight = (path: string, origin: string) =>
  opened.get(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
const cors = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

describe.each(SHARED)('%s', (path) => {
  it('may be read by a page of an origin that is configured', async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await opened.get(path, { method, headers: { origin: COURIER } });
      expect([response.status, cors(response)]).toEqual([
        200,
        {
          'access-control-allow-origin': COURIER,
          'access-control-expose-headers': 'x-nutgraf-after, retry-after',
        },
      ]);
      expect(response.headers.get('vary')).toMatch(/\borigin\b/i);
    }
  });

  it.each([
    'null',
    'https://other.example',
    'http://courier.example',
    'https://courier.example:8443',
    'https://courier.example.evil.example',
    'https://evil.courier.example',
    'HTTPS://COURIER.EXAMPLE',
    'https://courier.example/',
    '*',
  ])('is kept by the browser from a page of %s, and known to differ', async (origin) => {
    for (const response of [await opened.get(path, { headers: { origin } }), await preflight(path, origin)]) {
      expect(cors(response)).toEqual({});
      expect(response.headers.get('vary')).toMatch(/\borigin\b/i);
    }
  });

  it('tells a browser that asks first', async () => {
    const response = await preflight(path, COURIER);
    expect(response.status).toBe(204);
    expect(cors(response)).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-max-age': '7200',
    });
    expect(cors(response)).not.toHaveProperty('access-control-allow-credentials');
  });

  it('differs by origin for whoever has none as well', async () => {
    const response = await opened.get(path);
    expect([cors(response), response.headers.get('vary')]).toEqual([
      {},
      expect.stringMatching(/\borigin\b/i),
    ]);
  });
});

it.each(['/', '/desk', '/api/openapi.json', '/metrics', '/feed/x/unanswered.json', '/api/ask/x'])(
  'nothing else is let out: %s',
  async (path) => {
    expect(cors(await opened.get(path, { headers: { origin: COURIER } }))).toEqual({});
    expect(cors(await preflight(path, COURIER))).toEqual({});
  },
);

it('lets a widget read why it was refused, and when to come again', async () => {
  const strict = await openWeb({ config: { origins: [COURIER], rate: 1 } });
  const ask = () => strict.get('/api/ask?q=who', { headers: { origin: COURIER } });
  await ask();
  const response = await ask();
  expect(response.status).toBe(429);
  expect(cors(response)).toMatchObject({ 'access-control-allow-origin': COURIER });
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  await strict.stop();
});
