import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wellFormed } from '../../../src/bots/text.ts';
import { untruths } from '../../bots/web/api/described.ts';
import { askRaw } from '../../bots/web/guard/raw-answer.ts';
import { type Opened, openWeb } from '../../bots/web/opened.ts';
import { activeIn } from '../../bots/web/shown-page.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';

let web: Opened;
beforeAll(async () => {
  web = await openWeb({ config: { deskToken: 'a-token-that-nobody-guesses', rate: 1_000_000 } });
});
afterAll(() => web.stop());

const STORY = 'bessemer-union-vote';

/** Any text as it may stand in an address: escaped, half escaped or as it is, as far as HTTP takes it. */
const inAddress = fc
  .tuple(
    fc.oneof(
      hostileText(4),
      fc.constantFrom(
        STORY,
        'What was the vote count?',
        '',
        '__proto__',
        '..',
        '%2e%2e%2f',
        '%00',
        '%',
        '%zz',
        '%ff',
        'x'.repeat(5_000),
        '0-10',
        '9'.repeat(30),
        'W3t9XQ',
        'bnVsbA',
        'W1td',
      ),
    ),
    fc.boolean(),
  )
  .map(([text, isEscaped]) =>
    isEscaped
      ? encodeURIComponent(wellFormed(text))
      : text.replace(/[^\u0021-\u007e]/g, '').replaceAll('#', ''),
  );

const path = fc.oneof(
  fc.tuple(fc.constantFrom('/story/', '/assets/', '/feed/', '/desk/', '/api/', '/', '//', '/./', '/story/x/'), inAddress).map((parts) => parts.join('')),
  inAddress.map((text) => `/story/${STORY}/${text}`),
  fc.constantFrom('/', '/api/ask', '/api/suggest', '/api/stories', '/api/openapi.json', '/metrics', '/healthz', '/readyz', '/embed.js', '/favicon.svg', '/robots.txt', '/desk', '/desk/add', '/desk/why', '/desk/login', `/story/${STORY}`, `/feed/${STORY}/unanswered.json`),
); // biome-ignore format: lists of addresses

const parameters = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom('q', 'story', 'after', 'at', 'to', 'page', '__proto__'), inAddress),
      inAddress,
    ),
    { maxLength: 4 },
  )
  .map((each) => (each.length === 0 ? '' : `?${each.map((pair) => pair.join('=')).join('&')}`));

const header = fc
  .tuple(
    fc.constantFrom('accept', 'accept-encoding', 'accept-language', 'authorization', 'cookie', 'if-none-match', 'if-modified-since', 'origin', 'referer', 'range', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-http-method-override', 'x-nutgraf-part', 'x-request-id', 'sec-fetch-site', 'access-control-request-method', 'forwarded', 'content-type'),
    fc.oneof(hostileText(3), fc.constantFrom('*', 'answer', 'null', 'http://evil.example', 'Bearer x', 'Basic eDp5', 'Basic ====', 'nutgraf-desk=9999999999999.', '"', 'W/"', 'br;q=0, gzip;q=', '1.2.3.4, [::1]:80')),
  )
  .map(([name, value]) => `${name}: ${value.replace(/[^\u0020-\u007e]/g, '')}`); // biome-ignore format: lists of headers

const request = fc.record({
  method: fc.oneof({ weight: 6, arbitrary: fc.constant('GET') }, { weight: 2, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE') }),
  target: fc.tuple(path, parameters).map((parts) => parts.join('')),
  headers: fc.array(header, { maxLength: 4 }),
}); // biome-ignore format: a request

/** Routes of the API whose answers are described, by the path that leads to them. */
const DESCRIBED = ['/api/ask', '/api/suggest', '/api/stories', '/metrics', '/'];

describe('any request', () => {
  it('is answered in the form that is described, within its policy, and breaks nothing', async () => {
    await holdsLater(
      request,
      async ({ method, target, headers }) => {
        const answer = await askRaw(web.port, target, headers, method);
        expect(answer.status).toBeGreaterThanOrEqual(200);
        expect([500, 501, 502, 503]).not.toContain(answer.status);
        const type = answer.headers.get('content-type') ?? '';
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
        expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
        expect(answer.headers.get('set-cookie')).toBeNull();
        if (answer.headers.has('access-control-allow-origin')) expect(target).toMatch(/^\/embed\.js/);
        if (method === 'HEAD') expect(answer.body).toBe('');
        if (type.startsWith('text/html')) expect(activeIn(answer.body)).toEqual([]);
        const route = target.split('?', 1)[0] ?? '';
        // A part of a page is described with the page.
        if (method !== 'GET' || !DESCRIBED.includes(route) || answer.status === 304) return;
        const { status, body } = answer;
        const told = await untruths(
          route,
          new Response(unchunked(answer.headers, body), { status, headers: answer.headers }),
        );
        expect(told).toEqual([]);
      },
      { share: 0.6 },
    );
    expect((await web.get('/api/ask?q=What+was+the+vote+count%3F')).status).toBe(200);
    expect(web.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** A body as it was before it was cut into chunks. */
function unchunked(headers: Headers, body: string): string {
  const bytes = Buffer.from(body, 'latin1');
  if (headers.get('transfer-encoding') !== 'chunked') return bytes.toString();
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at);
    const length = Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (!(length > 0)) return Buffer.concat(parts).toString();
    parts.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}
