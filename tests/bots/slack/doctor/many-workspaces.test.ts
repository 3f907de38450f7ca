import { expect, it } from 'vitest';
import { SCOPES } from '../../../../src/bots/slack/workspace/scopes.ts';
import { type SlackServer, TOKENS } from '../../../support/slack-server/server.ts';
import { type Env, examined, KEY, manifestWith, SECRET, slackWith } from './examined.ts';

const REDIRECT = 'https://desk.example/slack/oauth_redirect';

function env(slack: SlackServer, more: Env = {}): Env {
  return {
    NUTGRAF_DATA: 'tests/fixtures/library',
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: SECRET,
    LEDGER_KEY: KEY,
    SLACK_API_URL: slack.apiUrl,
    ...more,
  };
}

it('knows the client, and asks nothing else of Slack', async () => {
  const slack = await slackWith();
  const { code, findings } = await examined(env(slack));
  expect(code).toBe(0);
  expect(findings.map(({ mark, name, text }) => [mark, name, text]).slice(0, 3)).toEqual([
    ['ok', 'Mode', 'HTTP, every workspace that installs the app'],
    ['ok', 'Client', 'id and secret are accepted'],
    ['ok', 'Ledger key', 'set'],
  ]);
  expect(findings.slice(3).map(({ mark, name }) => [mark, name])).toEqual([
    ['not checked', 'Answer to Slack'],
    ['not checked', 'App settings'],
  ]);
  expect(slack.calls.map(({ method, refusal }) => [method, refusal])).toEqual([
    ['oauth.v2.access', 'invalid_code'],
  ]);
});

it.each([
  [
    'SLACK_CLIENT_ID',
    { SLACK_CLIENT_ID: '2.2' },
    /^Slack knows no app with SLACK_CLIENT_ID: copy the "Client ID" from "Basic Information"/,
  ],
  [
    'SLACK_CLIENT_SECRET',
    { SLACK_CLIENT_SECRET: 'another-secret' },
    /^SLACK_CLIENT_SECRET is not the one of SLACK_CLIENT_ID: copy the "Client Secret"/,
  ],
])('says that %s is wrong', async (_, more, sentence) => {
  const slack = await slackWith();
  const { code, of } = await examined(env(slack, more));
  expect(code).toBe(1);
  expect(of('Client')).toMatchObject({ mark: 'missing', text: expect.stringMatching(sentence) });
});

it('does not know of the client where Slack refuses for another reason', async () => {
  const slack = await slackWith();
  slack.plan('oauth.v2.access', { body: { ok: false, error: 'invalid_grant_type' } });
  expect((await examined(env(slack))).of('Client')).toMatchObject({
    mark: 'not checked',
    text: expect.stringMatching(/\(invalid_grant_type\): try an installation at \/slack\/install/),
  });
});

it('compares the settings of which it was told the app', async () => {
  const slack = await slackWith();
  const bot = Object.keys(SCOPES).filter((scope) => scope !== 'links:write');
  slack.manifests.set('A1', manifestWith({ oauth: { scopes: { bot }, redirect_urls: [REDIRECT] } }));
  const more = { SLACK_CONFIG_TOKEN: TOKENS.configuration };
  const { of } = await examined(env(slack, more), '--app', 'A1');
  expect(of('Redirect URL')).toMatchObject({ mark: 'ok', text: 'desk.example/slack/oauth_redirect' });
  expect(of('Events')?.text).toBe('subscribed to all 8');
  expect(of('Scope links:write')).toMatchObject({
    mark: 'missing',
    text: expect.stringMatching(/add it in "OAuth & Permissions", and have the app installed again\.$/),
  });
});

it.each([
  [
    [],
    /^There is none: enter https:\/\/YOUR-HOST\/slack\/oauth_redirect in "OAuth & Permissions", "Redirect URLs"/,
  ],
  [['https://desk.example/'], /^Its path is not \/slack\/oauth_redirect: enter/],
  [['http://desk.example/slack/oauth_redirect'], /^It does not begin with https:\/\//],
])('says what is wrong with the redirect URLs %j', async (redirect_urls, sentence) => {
  const slack = await slackWith();
  slack.manifests.set('A1', manifestWith({ oauth: { redirect_urls } }));
  const { of } = await examined(env(slack, { SLACK_CONFIG_TOKEN: TOKENS.configuration }), '--app', 'A1');
  expect(of('Redirect URL')).toMatchObject({ mark: 'missing', text: expect.stringMatching(sentence) });
});

it('says what is lost without the events of installations', async () => {
  const slack = await slackWith();
  slack.manifests.set(
    'A1',
    manifestWith({ settings: { event_subscriptions: { bot_events: ['app_mention'] } } }),
  );
  const { of } = await examined(env(slack, { SLACK_CONFIG_TOKEN: TOKENS.configuration }), '--app', 'A1');
  expect(of('Event app_uninstalled')?.text).toMatch(/^Without it the token of a workspace .* is kept: /);
  expect(of('Event tokens_revoked')?.text).toMatch(/^Without it a token .* is kept: /);
});
