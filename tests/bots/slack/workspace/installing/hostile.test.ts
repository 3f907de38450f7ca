import { afterEach, beforeEach, expect, it } from 'vitest';
import { SCOPES } from '../../../../../src/bots/slack/workspace/scopes.ts';
import { type Opened, openProcess, plainStore } from './opened.ts';
import { granted, openSlackSide, type SlackSide } from './slack-side.ts';

let slack: SlackSide;
let desk: Opened;
beforeEach(async () => {
  slack = await openSlackSide();
  desk = await openProcess(plainStore(), slack);
});
afterEach(async () => {
  await desk.stop();
  await slack.close();
});

it('shows the name of a workspace as text', async () => {
  const name = '"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;';
  slack.codes.set('good', granted('T1', 'xoxb-one', { team: { id: 'T1', name } }));
  const page = await (await desk.install('good')).text();
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('&amp;lt;b&amp;gt;');
});

it('takes no workspace whose id would be more than an id in a link', async () => {
  slack.codes.set('bad', granted('T1', 'xoxb-one', { team: { id: 'T1"onclick="x', name: 'Desk' } }));
  expect((await desk.install('bad')).status).toBe(500);
});

it('leads nowhere but to Slack, with nothing of what the address adds', async () => {
  const added =
    'redirect_uri=https://evil.example&scope=admin&client_id=9&state=x&authorize_url=//evil.example';
  const response = await fetch(`${desk.origin}/slack/install?${added}`, { redirect: 'manual' });
  const consent = new URL(response.headers.get('location') ?? '');
  expect(consent.origin).toBe(new URL(slack.apiUrl).origin);
  expect([...consent.searchParams.keys()].sort()).toEqual(['client_id', 'scope', 'state']);
  expect(consent.searchParams.get('scope')).toBe(Object.keys(SCOPES).join(','));
  expect(consent.searchParams.get('state')).not.toBe('x');
});

it('takes neither two states nor the state of another in a second cookie', async () => {
  slack.codes.set('good', granted('T1', 'xoxb-one'));
  const [mine, other] = [await desk.begin(), await desk.begin()];
  const cookie = mine.cookie.split(';', 1)[0] ?? '';
  const query = new URLSearchParams([
    ['code', 'good'],
    ['state', 'forged'],
    ['state', mine.state],
  ]);
  const twice = await fetch(`${desk.origin}/slack/oauth_redirect?${query}`, { headers: { cookie } });
  expect(twice.status).toBe(400);
  const planted = `${cookie}; __Host-nutgraf-install=${other.state}`;
  const response = await desk.comeBack({ code: 'good', state: other.state }, planted.replaceAll(';', ','));
  expect(response.status).toBe(400);
});
