import { afterEach, describe, expect, it } from 'vitest';
import { newSession } from '../../../../src/bots/web/desk/session.ts';
import { type Opened, type Opening, openWeb } from '../opened.ts';
import { logIn, openDeskPage, TOKEN } from './opened.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const PATHS = ['/desk', '/desk/add', '/desk/why?q=when', '/desk/questions', '/desk/corrections'];
const HOUR = 60 * 60 * 1_000;

async function opened(opening: Opening = {}): Promise<Opened> {
  const web = await openWeb({ ...opening, config: { deskToken: TOKEN, ...opening.config } });
  stops.push(web.stop);
  return web;
}

function statusWith(web: Opened, cookie: string): Promise<number> {
  return web.get('/desk', { headers: { cookie } }).then(({ status }) => status);
}

describe('a desk without a token', () => {
  it('is closed, and says what opens it', async () => {
    const web = await opened({ config: { deskToken: null } });
    for (const path of [...PATHS, '/desk/login', '/desk/anything']) {
      const response = await web.get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('DESK_TOKEN');
    }
    const sent = await web.get('/desk/login', {
      method: 'POST',
      body: new URLSearchParams({ token: 'null' }),
    });
    expect(sent.status).toBe(404);
    expect(sent.headers.get('set-cookie')).toBeNull();
  });
});

describe('the gate', () => {
  it('asks for the token at every address, with a challenge that opens no window', async () => {
    const web = await opened();
    for (const path of [...PATHS, '/desk/add/saved/1', '/desk/anything']) {
      const response = await web.get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="desk"');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      expect(text).toContain('action="/desk/login"');
      expect(text).not.toContain(TOKEN);
    }
  });

  it('lets in whoever has the token, for twelve hours, and leads to where they wanted to go', async () => {
    const web = await opened();
    const asked = await (await web.get('/desk/why?q=a%26b')).text();
    expect(asked).toContain('name="to" value="/desk/why?q=a%26b"');
    const { response, cookie } = await logIn(web, { to: '/desk/why?q=a%26b' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/desk/why?q=a%26b');
    expect(response.headers.get('set-cookie')).toMatch(
      /^nutgraf-desk=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    for (const path of PATHS) {
      const page = await web.get(path, { headers: { cookie } });
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
    const again = await web.get('/desk/login', { redirect: 'manual', headers: { cookie } });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/desk']);
  });

  it('gives a cookie that no other host can set, over https', async () => {
    const web = await opened({ config: { proxies: 1 } });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'answers.courier.example' };
    const { response, cookie } = await logIn(web, { headers });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-nutgraf-desk=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await web.get('/desk', { headers: { ...headers, cookie } })).status).toBe(200);
  });

  it('keeps out whoever brings another token', async () => {
    const web = await opened();
    const wrong = ['', 'a-token-of-ours-onlz', `${TOKEN} x`, TOKEN.toUpperCase(), 'x'.repeat(5_000)];
    for (const token of wrong) {
      const { response } = await logIn(web, { token });
      expect(response.status).toBe(401);
      expect(response.headers.get('set-cookie')).toBeNull();
      const text = await response.text();
      expect(text).toContain('That is not the token of this desk.');
      expect(text).toContain('aria-describedby="token-error token-hint"');
    }
  });

  it('takes ten wrong tokens of an address, in forms and headers together, and then none for a while', async () => {
    const web = await openDeskPage();
    stops.push(web.stop);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await logIn(web, { token: `wrong ${attempt}` })).response.status).toBe(401);
      const headers = { authorization: `Bearer wrong-${attempt}` };
      expect((await web.get('/desk', { headers })).status).toBe(401);
    }
    const { response } = await logIn(web);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('set-cookie')).toBeNull();
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await web.get('/desk', { headers })).status).toBe(429);
    expect((await web.read('/desk')).status).toBe(200);
  });

  it.each([
    ['in a form that nobody else has sent', '/desk/login', () => new URLSearchParams({ token: 'x' })],
    ['beside a large body', '/desk/add/preview', () => new URLSearchParams({ text: 'x'.repeat(40_000) })],
  ])('counts wrong tokens wherever the right one would be answered otherwise: %s', async (_, path, body) => {
    const web = await opened({ config: { rate: 1_000 } });
    const statusOf = (token: string) =>
      web
        .get(path, { method: 'POST', body: body(), headers: { authorization: `Bearer ${token}` } })
        .then(({ status }) => status);
    const wrong = await statusOf('wrong');
    for (let attempt = 1; attempt < 10; attempt += 1) expect(await statusOf(`wrong-${attempt}`)).toBe(wrong);
    expect(await statusOf(TOKEN)).toBe(wrong);
    expect((await web.get('/desk', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(429);
  });

  it('believes no session that it has not sealed itself, or that has ended', async () => {
    const web = await opened();
    const now = Date.now();
    const good = newSession(TOKEN, now);
    const [end = '', seal = ''] = good.split('.');
    expect(await statusWith(web, `nutgraf-desk=${good}`)).toBe(200);
    const forged = [
      newSession(TOKEN, now - 12 * HOUR - 1_000),
      newSession('another-token-than-ours', now),
      `${Number(end) + 1}.${seal}`,
      `${end}.${'A'.repeat(43)}`,
      `${end}.`,
      `${end}`,
      `${end}.${seal}.${seal}`,
      `9999999999999.${seal}`,
      '',
    ];
    for (const value of forged) expect(await statusWith(web, `nutgraf-desk=${value}`)).toBe(401);
    expect(await statusWith(web, `__Host-nutgraf-desk=${good}`)).toBe(401);
  });

  it('ends every session with another token', async () => {
    const before = await openDeskPage();
    const after = await opened({ config: { deskToken: 'another-token-than-ours' } });
    stops.push(before.stop);
    expect(await statusWith(before, before.cookie)).toBe(200);
    expect(await statusWith(after, before.cookie)).toBe(401);
  });

  it.each(['Bearer', 'bearer', 'Basic'])('opens to programs by %s', async (scheme) => {
    const web = await opened();
    const given = scheme === 'Basic' ? Buffer.from(`anybody:${TOKEN}`).toString('base64') : TOKEN;
    const headers = { authorization: `${scheme} ${given}` };
    for (const path of PATHS) expect((await web.get(path, { headers })).status).toBe(200);
    const sent = await web.get('/desk/add/preview', { method: 'POST', headers, body: new FormData() });
    expect(sent.status).toBe(422);
  });

  it('logs out', async () => {
    const web = await openDeskPage();
    stops.push(web.stop);
    const response = await web.send('/desk/logout', {});
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/login']);
    expect(response.headers.get('set-cookie')).toMatch(/^nutgraf-desk=; Max-Age=0; Path=\//);
  });

  it('says that nothing was done where a session has ended meanwhile', async () => {
    const web = await opened();
    const headers = { 'sec-fetch-site': 'same-origin' };
    const response = await web.get('/desk/add/save', { method: 'POST', headers, body: new FormData() });
    expect(response.status).toBe(401);
    const text = await response.text();
    expect(text).toContain('nothing was done');
    expect(text).toContain('name="to" value="/desk/add"');
  });
});

describe('where one goes after logging in', () => {
  it('is a page of the desk and nothing else', async () => {
    const web = await opened();
    for (const to of [
      'https://evil.example/desk',
      '//evil.example/desk',
      '/\\evil.example',
      '/desk/../..//evil.example',
      '/desk/%2e%2e//evil.example',
      '/desk\\..\\..\\evil.example',
      '/deskevil.example',
      '/',
      '/desk/login?to=/desk',
      '/desk/logout',
      'javascript:alert(1)',
      '/desk\r\nset-cookie: a=b',
    ]) {
      const { response } = await logIn(web, { to });
      expect([to, response.status, response.headers.get('location')]).toEqual([to, 303, '/desk']);
    }
  });
});

describe('a form that another site sends', () => {
  const foreign: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'own' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
  ];

  it('is refused', async () => {
    const web = await openDeskPage();
    stops.push(web.stop);
    for (const sent of foreign) {
      const headers = {
        ...sent,
        cookie: web.cookie,
        ...(sent.origin === 'own' ? { origin: web.origin } : {}),
      };
      for (const path of ['/desk/add/save', '/desk/add/preview', '/desk/logout', '/desk/login']) {
        const response = await web.get(path, {
          method: 'POST',
          redirect: 'manual',
          headers,
          body: new FormData(),
        });
        expect([sent, path, response.status]).toEqual([sent, path, 403]);
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    }
  });

  it('is told from our own, also by browsers that say only the origin', async () => {
    const web = await openDeskPage();
    stops.push(web.stop);
    const headers = { cookie: web.cookie, origin: web.origin };
    const response = await web.get('/desk/add/preview', { method: 'POST', headers, body: new FormData() });
    expect(response.status).toBe(422);
  });

  it('is refused also where the browser remembers the token for Basic', async () => {
    const web = await opened();
    const authorization = `Basic ${Buffer.from(`anybody:${TOKEN}`).toString('base64')}`;
    const headers = { authorization, origin: 'https://evil.example' };
    const response = await web.get('/desk/add/save', { method: 'POST', headers, body: new FormData() });
    expect(response.status).toBe(403);
  });
});
