import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../../../../src/bots/slack/workspace/scopes.ts';
import type { InstallationStore } from '../../../../../src/ledger/ledger.ts';
import { OAUTH, type Opened, openProcess, plainStore, SECRET } from './opened.ts';
import { granted, openSlackSide, type SlackSide } from './slack-side.ts';

let slack: SlackSide;
let kept: InstallationStore;
let desk: Opened;
beforeEach(async () => {
  slack = await openSlackSide();
  kept = plainStore();
  desk = await openProcess(kept, slack);
  slack.codes.set('good', granted('T1', 'xoxb-one'));
});
afterEach(async () => {
  await desk.stop();
  await slack.close();
});

const refusedLines = () => desk.lines.filter(({ fields }) => fields.code !== undefined);
const exchanges = () => slack.calls.filter(({ method }) => method === 'oauth.v2.access');

describe('an installation', () => {
  it('begins at Slack, with the scopes that have a reason and a state that a cookie repeats', async () => {
    const { consent, state, cookie } = await desk.begin();
    expect(consent.origin + consent.pathname).toBe(`${new URL(slack.apiUrl).origin}/oauth/v2/authorize`);
    expect(Object.fromEntries(consent.searchParams)).toEqual({
      scope: Object.keys(SCOPES).join(','),
      state,
      client_id: OAUTH.clientId,
    });
    expect(cookie).toBe(`__Host-nutgraf-install=${state}; Secure; HttpOnly; Path=/; Max-Age=600`);
  });

  it('ends with a page of ours, and is kept with what is needed and no more', async () => {
    const before = Date.now();
    const response = await desk.install('good');
    const page = await response.text();
    expect([response.status, page.includes('Nutgraf is installed')]).toEqual([200, true]);
    expect(page).toContain('Desk T1');
    expect(page).toContain('href="https://slack.com/app_redirect?app=A1&amp;team=T1"');
    expect(exchanges()[0]?.args).toMatchObject({ code: 'good' });
    const found = JSON.parse((await kept.get('T1')) ?? '');
    expect(found).toEqual({
      botToken: 'xoxb-one',
      botUserId: 'UBOT',
      botId: 'BBOT',
      orgWide: false,
      team: { id: 'T1', name: 'Desk T1' },
      enterprise: null,
      appId: 'A1',
      scopes: ['chat:write', 'commands'],
      installedBy: 'U1',
      installedAt: expect.any(Number),
    });
    expect(found.installedAt).toBeGreaterThanOrEqual(before);
  });

  it('is answered in from then on', async () => {
    await desk.install('good');
    expect(await desk.say({ team_id: 'T1' })).toBe(200);
    expect(await slack.postedWith(1)).toEqual(['xoxb-one']);
  });

  it('keeps no token of the person who installed it, nor a webhook', async () => {
    slack.codes.set('both', {
      ...granted('T1', 'xoxb-one'),
      authed_user: { id: 'U1', access_token: 'xoxp-mine', scope: 'search:read', token_type: 'user' },
      incoming_webhook: {
        url: 'https://hooks.example/secret',
        channel: '#a',
        channel_id: 'C1',
        configuration_url: '',
      },
    });
    await desk.install('both');
    expect(await kept.get('T1')).not.toMatch(/xoxp|hooks/);
  });

  it('leaves neither token nor code nor state nor secret in the log', async () => {
    const { state, cookie } = await desk.begin();
    await desk.comeBack({ code: 'good', state }, cookie);
    await desk.comeBack({ code: 'good-2', state }, cookie);
    const told = JSON.stringify(desk.lines, (_, value) =>
      value instanceof Error ? { ...value, m: value.message } : value,
    );
    for (const secret of ['xoxb-one', 'good', state, OAUTH.clientSecret, SECRET])
      expect(told).not.toContain(secret);
    expect(desk.lines.find(({ message }) => message === 'the app was installed')).toMatchObject({
      level: 'info',
      fields: { team: 'T1', person: 'U1' },
    });
  });

  it('may begin at one process and end at another', async () => {
    const other = await openProcess(kept, slack);
    const { state, cookie } = await other.begin();
    expect((await desk.comeBack({ code: 'good', state }, cookie)).status).toBe(200);
    await other.stop();
  });

  it('has pages that run nothing, load nothing, and are kept nowhere', async () => {
    for (const response of [await desk.install('good'), await desk.comeBack({ error: 'access_denied' })]) {
      const { headers } = response;
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const page = await response.text();
      expect(page).toMatch(/<html lang="en">[\s\S]*<title>[^<]+<\/title>[\s\S]*<main>\s*<h1>/);
      expect(page).not.toMatch(/<script|\son\w+=|src=/);
    }
  });

  it('is begun and ended by GET only', async () => {
    for (const path of ['/slack/install', '/slack/oauth_redirect']) {
      const response = await fetch(desk.origin + path, { method: 'POST', body: 'x' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });
});

describe('what is no installation', () => {
  const expectRefused = async (response: Response, status: number) => {
    const page = await response.text();
    expect([response.status, page.includes('Nutgraf was not installed')]).toEqual([status, true]);
    expect(page).toContain('<a href="install">');
    expect(await kept.get('T1')).toBeNull();
    return page;
  };

  it('is a state that we did not make, though a cookie repeats it', async () => {
    const { state } = await desk.begin();
    const flipped = `${state.slice(0, -2)}${state.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const forged of ['x', 'a.b.c', flipped]) {
      const response = await desk.comeBack(
        { code: 'good', state: forged },
        `__Host-nutgraf-install=${forged}`,
      );
      await expectRefused(response, 400);
    }
    expect(exchanges()).toEqual([]);
  });

  it('is a state of another browser, which has no cookie, or another', async () => {
    const { state } = await desk.begin();
    const { cookie } = await desk.begin();
    await expectRefused(await desk.comeBack({ code: 'good', state }), 400);
    await expectRefused(await desk.comeBack({ code: 'good', state }, cookie), 400);
    await expectRefused(await desk.comeBack({ code: 'good' }, cookie), 400);
    expect(exchanges()).toEqual([]);
    expect(refusedLines().map(({ level }) => level)).toEqual(['warn', 'warn', 'warn']);
  });

  it('is a state that was used before', async () => {
    const { state, cookie } = await desk.begin();
    const first = await desk.comeBack({ code: 'good', state }, cookie);
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-nutgraf-install=deleted; .*1970/);
    await kept.remove('T1');
    slack.codes.set('good', granted('T1', 'xoxb-again'));
    await expectRefused(await desk.comeBack({ code: 'good', state }, cookie), 400);
    expect(exchanges()).toHaveLength(1);
  });

  it('is what a person decided against', async () => {
    const { state, cookie } = await desk.begin();
    const page = await expectRefused(await desk.comeBack({ error: 'access_denied', state }, cookie), 403);
    expect(page).toContain('did not agree');
    expect(refusedLines()[0]).toMatchObject({ level: 'warn' });
    expect(desk.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('repeats nothing that the address says', async () => {
    const { state, cookie } = await desk.begin();
    const query = { error: '<b>marker</b>', error_description: 'marker', state };
    expect(await expectRefused(await desk.comeBack(query, cookie), 400)).not.toContain('marker');
    const last = await desk.comeBack({ code: 'marker', state }, cookie);
    expect(await last.text()).not.toContain('marker');
  });

  it.each([
    [400, 'warn', { ok: false, error: 'invalid_code' }],
    [500, 'error', { ok: false, error: 'bad_client_secret' }],
    [502, 'error', 503],
    [500, 'error', { ok: true, authed_user: { id: 'U1', access_token: 'xoxp-1' }, team: { id: 'T1' } }],
    [500, 'error', { ok: true }],
    [500, 'error', granted('T1', 'xoxb-one', { team: null })],
  ])('is what Slack refuses or gives half: %i', async (status, level, answer) => {
    slack.codes.set('bad', answer);
    await expectRefused(await desk.install('bad'), status);
    expect(refusedLines()[0]).toMatchObject({ level, message: expect.stringMatching(/\w/) });
  });

  it('is a token that ends in twelve hours', async () => {
    slack.codes.set(
      'rotating',
      granted('T1', 'xoxe.xoxb-one', { refresh_token: 'xoxe-1', expires_in: 43_200 }),
    );
    const page = await expectRefused(await desk.install('rotating'), 500);
    expect(page).toContain('The app&#39;s settings'.replace('&#39;', "'"));
    expect(refusedLines()[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('token rotation'),
    });
  });

  it('is one that cannot be stored', async () => {
    const broken = { ...kept, set: async () => Promise.reject(new Error('disk full')) };
    const other = await openProcess(broken, slack);
    await expectRefused(await other.install('good'), 500);
    expect(other.lines.find(({ fields }) => fields.err !== undefined)).toMatchObject({ level: 'error' });
    await other.stop();
  });
});
