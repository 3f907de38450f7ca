import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../../../src/bots/slack/workspace/scopes.ts';
import { TOKENS } from '../../../support/slack-server/server.ts';
import { botOf, examined, slackWith, socketEnv } from './examined.ts';

const ALL = Object.keys(SCOPES);

describe('without anything of Slack', () => {
  it('says what to set', async () => {
    const { code, findings } = await examined({});
    expect(code).toBe(1);
    expect(findings).toEqual([
      {
        mark: 'missing',
        name: 'Mode',
        text: 'Nothing of Slack is configured: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (Socket Mode), as docs/slack.md says.',
      },
    ]);
  });
});

describe('the bot token', () => {
  it('is accepted, in a workspace, as somebody, with every scope', async () => {
    const slack = await slackWith();
    botOf(slack, 'A1');
    const { code, findings, of } = await examined(socketEnv(slack));
    expect(code).toBe(0);
    expect(findings.slice(0, 3)).toEqual([
      { mark: 'ok', name: 'Mode', text: 'Socket Mode, one workspace' },
      { mark: 'ok', name: 'Bot token', text: 'accepted: nutgraf in Newsroom' },
      { mark: 'ok', name: 'Socket Mode', text: 'on, and the app-level token is accepted' },
    ]);
    expect(of('Scopes')).toEqual({ mark: 'ok', name: 'Scopes', text: `all ${ALL.length} are granted` });
    expect(slack.calls.map(({ method }) => method).sort()).toEqual([
      'apps.connections.open',
      'auth.test',
      'bots.info',
    ]);
  });

  it.each([
    ['invalid_auth', /^Slack refused SLACK_BOT_TOKEN \(invalid_auth\): copy the "Bot User OAuth Token"/],
    ['account_inactive', /^The app was removed .* \(account_inactive\): install it again in "Install App"/],
    ['token_revoked', /^The app was removed/],
    ['token_expired', /has expired, as the app has token rotation: make a new app/],
    ['not_allowed_token_type', /is of another kind: .* begins with xoxb-/],
    ['team_disabled', /closed to it \(team_disabled\): ask its administrators/],
  ])('is refused with %s', async (refusal, sentence) => {
    const slack = await slackWith();
    slack.workspaces.set(TOKENS.bot, { team: 'T1', refusal });
    const { code, of } = await examined(socketEnv(slack));
    expect(code).toBe(1);
    expect(of('Bot token')).toMatchObject({ mark: 'missing', text: expect.stringMatching(sentence) });
    // The app-level token is looked at all the same; of scopes nothing is known.
    expect(of('Socket Mode')?.mark).toBe('ok');
    expect(of('Scope')).toBeUndefined();
  });

  it('belongs to a person and not to a bot', async () => {
    const slack = await slackWith();
    slack.plan('auth.test', { body: { ok: true, team: 'Newsroom', user: 'ada', user_id: 'U1' } });
    expect((await examined(socketEnv(slack))).of('Bot token')?.text).toMatch(
      /^SLACK_BOT_TOKEN belongs to no bot: /,
    );
  });

  it('shows names of the workspace without what acts on a terminal', async () => {
    const slack = await slackWith();
    slack.workspaces.set(TOKENS.bot, { team: 'T1', name: `Desk\n${'x'.repeat(200)}` });
    const text = (await examined(socketEnv(slack))).of('Bot token')?.text ?? '';
    expect(text).toMatch(/^accepted: nutgraf in Desk x+…$/);
    expect(text.length).toBeLessThan(100);
  });
});

describe('scopes', () => {
  it.each(ALL)('says what %s is needed for, and where to add it', async (scope) => {
    const slack = await slackWith(ALL.filter((other) => other !== scope));
    const { code, findings } = await examined(socketEnv(slack));
    expect(code).toBe(1);
    const why = SCOPES[scope as keyof typeof SCOPES];
    expect(findings.filter(({ mark }) => mark === 'missing')).toEqual([
      {
        mark: 'missing',
        name: `Scope ${scope}`,
        text: `Needed ${why}: add it in "OAuth & Permissions", and install the app again.`,
      },
    ]);
  });

  it('names first what nothing works without, and those that are not needed', async () => {
    const slack = await slackWith(['identify', 'files:read', 'channels:join']);
    const { findings, of } = await examined(socketEnv(slack));
    const lacking = findings.filter(({ name }) => name.startsWith('Scope ')).map(({ name }) => name);
    expect(lacking).toHaveLength(ALL.length);
    expect(lacking.slice(0, 4)).toEqual([
      'Scope chat:write',
      'Scope app_mentions:read',
      'Scope im:history',
      'Scope commands',
    ]);
    expect(of('Scopes to spare')).toEqual({
      mark: 'ok',
      name: 'Scopes to spare',
      text: 'granted and not needed: files:read, channels:join',
    });
  });

  it('are not checked where Slack does not tell them', async () => {
    const slack = await slackWith();
    slack.workspaces.set(TOKENS.bot, { team: 'T1' });
    expect((await examined(socketEnv(slack))).of('Scopes')?.mark).toBe('not checked');
  });

  it('only want an installation where the app asks for them already', async () => {
    const slack = await slackWith(ALL.filter((scope) => scope !== 'links:read'));
    slack.manifests.set('A1', { oauth_config: { scopes: { bot: ALL } } });
    const env = { ...socketEnv(slack), SLACK_CONFIG_TOKEN: TOKENS.configuration };
    expect((await examined(env, '--app', 'A1')).of('Scope links:read')?.text).toMatch(
      /: the app asks for it, so install the app again in "Install App"\.$/,
    );
  });
});

describe('Socket Mode', () => {
  it.each([
    [
      'not_allowed_token_type',
      /is of another kind than app-level tokens: generate one in "Basic Information"/,
    ],
    ['missing_scope', /^SLACK_APP_TOKEN lacks the scope connections:write: generate one/],
    ['socket_mode_not_enabled', /^Socket Mode is off: turn it on in "Socket Mode"/],
    [
      'app_disabled',
      /^The app is disabled or was deleted \(app_disabled\): open it on https:\/\/api\.slack\.com/,
    ],
    ['forbidden_team', /may not use Socket Mode \(forbidden_team\): ask its administrators, or .* by HTTP/],
    ['invalid_auth', /^Slack refused SLACK_APP_TOKEN \(invalid_auth\), which was revoked/],
  ])('is refused with %s', async (error, sentence) => {
    const slack = await slackWith();
    slack.plan('apps.connections.open', { body: { ok: false, error } });
    const { code, of } = await examined(socketEnv(slack));
    expect(code).toBe(1);
    expect(of('Socket Mode')).toMatchObject({ mark: 'missing', text: expect.stringMatching(sentence) });
  });

  it('is off although Slack gives an address, unless the settings say that it is on', async () => {
    const slack = await slackWith();
    const warned = {
      ok: true,
      url: 'wss://slack.example/link',
      response_metadata: { messages: ['[WARN] Socket Mode is not turned on.'] },
    };
    slack.plan('apps.connections.open', { body: warned }, { body: warned });
    expect((await examined(socketEnv(slack))).of('Socket Mode')?.mark).toBe('missing');
    slack.manifests.set('A1', { settings: { socket_mode_enabled: true } });
    const env = { ...socketEnv(slack), SLACK_CONFIG_TOKEN: TOKENS.configuration };
    expect((await examined(env, '--app', 'A1')).of('Socket Mode')?.mark).toBe('ok');
  });

  it('is not checked where Slack does not answer to it alone', async () => {
    const slack = await slackWith();
    botOf(slack, 'A1');
    slack.plan('apps.connections.open', { status: 429, headers: { 'retry-after': '30' }, body: '' });
    const { code, of } = await examined(socketEnv(slack));
    expect(code).toBe(0);
    expect(of('Socket Mode')).toEqual({
      mark: 'not checked',
      name: 'Socket Mode',
      text: 'Slack limits our calls: run this again in a minute.',
    });
  });

  it.each([
    ['A1', 'ok', /^both tokens are of the same app$/],
    ['A2', 'missing', /^SLACK_APP_TOKEN is of another app than SLACK_BOT_TOKEN: /],
  ])('wants a token of the app that the bot is of, which is %s', async (app, mark, sentence) => {
    const slack = await slackWith();
    botOf(slack, app);
    const env = { ...socketEnv(slack), SLACK_APP_TOKEN: 'xapp-1-A1-123-abc' };
    const { of, stdout } = await examined(env);
    expect(of('One app')).toMatchObject({ mark, text: expect.stringMatching(sentence) });
    expect(stdout).not.toMatch(/\bA[12]\b/);
  });

  it('cannot tell of which app the bot is without users:read', async () => {
    const slack = await slackWith(ALL.filter((scope) => scope !== 'users:read'));
    const { of } = await examined({ ...socketEnv(slack), SLACK_APP_TOKEN: 'xapp-1-A1-123-abc' });
    expect(of('One app')?.mark).toBe('not checked');
    expect(slack.calls.some(({ method }) => method === 'bots.info')).toBe(false);
  });
});
