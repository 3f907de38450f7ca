import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/bots/slack/workspace/scopes.ts';
import { run } from '../../src/cli.ts';
import { findingLines, verdict } from '../../src/commands/doctor/lines.ts';
import { ioWith } from '../support/io.ts';
import { openSlack, type SlackServer, TOKENS } from '../support/slack-server/server.ts';

let slack: SlackServer;
beforeEach(async () => {
  slack = await openSlack();
  slack.workspaces.set(TOKENS.bot, { team: 'T1', name: 'Newsroom', scopes: Object.keys(SCOPES) });
});
afterEach(() => slack.close());

async function nutgraf(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { io, written } = ioWith('', env);
  return { code: await run(['doctor', ...args], io), ...written };
}

const env = (more = {}) => ({
  SLACK_BOT_TOKEN: TOKENS.bot,
  SLACK_APP_TOKEN: TOKENS.app,
  SLACK_API_URL: slack.apiUrl,
  ...more,
});

describe('nutgraf doctor slack', () => {
  it('writes a line for each thing, and one that says it all', async () => {
    slack.plan('bots.info', { body: { ok: true, bot: { app_id: 'A1' } } });
    const { code, stdout, stderr } = await nutgraf(env({ SLACK_APP_TOKEN: 'xapp-1-A1-1-abc' }), 'slack');
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'ok           Mode          Socket Mode, one workspace',
      'ok           Bot token     accepted: nutgraf in Newsroom',
      expect.stringMatching(/^missing {6}Socket Mode {3}Slack refused SLACK_APP_TOKEN \(invalid_auth\), /),
      'ok           One app       both tokens are of the same app',
      'ok           Scopes        all 12 are granted',
      expect.stringMatching(/^not checked {2}App settings {2}To have events, .* run this again\.$/),
      '',
      'Slack: 1 thing is missing, 1 not checked.',
      '',
    ]);
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('exits with 0 when nothing is missing, whatever is wrong with Discord', async () => {
    const { code, stdout } = await nutgraf(env({ DISCORD_GUILD_ID: 'not an id' }), 'slack');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nSlack: nothing is missing, 2 not checked\.\n$/);
  });

  it('prints the same as JSON', async () => {
    const { code, stdout } = await nutgraf({}, 'slack', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      platform: 'slack',
      ok: false,
      findings: [{ mark: 'missing', name: 'Mode', text: expect.stringContaining('set SLACK_BOT_TOKEN') }],
    });
  });

  it.each([
    [
      { SLACK_BOT_TOKEN: 'xoxp-1-hunter2', SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN should be a bot token, which begins with xoxb-, and not a user token.',
    ],
    [
      { SLACK_BOT_TOKEN: 'xapp-1-hunter2', SLACK_APP_TOKEN: 'xapp-1' },
      'which begins with xoxb-, and not an app-level token.',
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxe.xoxb-1-hunter2', SLACK_APP_TOKEN: 'xapp-1' },
      'and not a bot token that expires, as token rotation makes them.',
    ],
    [{ SLACK_BOT_TOKEN: 'hunter2', SLACK_APP_TOKEN: 'xapp-1' }, 'which begins with xoxb-.'],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-hunter2' },
      'SLACK_APP_TOKEN should be an app-level token, which begins with xapp-, and not a bot token.',
    ],
    [
      { SLACK_CONFIG_TOKEN: 'xoxe-1-hunter2' },
      'which begins with xoxe.xoxp-, and not a token that only refreshes another.',
    ],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is needed'],
  ])('says which kind a token is of, and exits with 2', async (wrong, sentence) => {
    const { code, stdout, stderr } = await nutgraf(wrong, 'slack');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('hunter2');
  });

  it.each([
    [[], /wants the name of one platform: slack or discord\.$/m],
    [['teams'], /wants the name of one platform/],
    [['constructor'], /wants the name of one platform/],
    [['slack', 'discord'], /wants the name of one platform/],
    [['slack', '--url', 'desk.example'], /--url should be an address that begins with https:\/\//],
    [['slack', '--app', 'A 1'], /--app should be an app id/],
    [['slack', '--fix'], /--fix/],
    [['slack', '--channel', '600'], /--channel is for Discord only/],
    [['discord', '--app', 'A1'], /--url and --app are for Slack only/],
    [['discord', '--url', 'https://desk.example'], /--url and --app are for Slack only/],
    [['discord', '--channel', '#general'], /--channel should be the id of a channel, digits only/],
  ])('exits with 2 for %j', async (args, sentence) => {
    const { code, stderr } = await nutgraf({}, ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});

describe('the lines', () => {
  const findings = [
    { mark: 'ok', name: 'Bot token', text: 'accepted: a\u202eb\u001b[31m in x' },
    { mark: 'missing', name: 'Scope', text: 'Needed to answer in channels: add it where scopes are added.' },
    { mark: 'not checked', name: 'Settings', text: 'To be had.' },
  ] as const;

  it('keep a sentence in its column, and write nothing that acts on the terminal', () => {
    expect(findingLines(findings, { bold: false, width: 60 })).toEqual([
      'ok           Bot token  accepted: ab[31m in x',
      'missing      Scope      Needed to answer in channels: add it',
      '                        where scopes are added.',
      'not checked  Settings   To be had.',
    ]);
  });

  it('are not broken for other programs, nor where there is no room', () => {
    for (const width of [null, 40]) expect(findingLines(findings, { bold: false, width })).toHaveLength(3);
  });

  it('make what is missing bold, and what is not faint', () => {
    const [ok, lacking, open] = findingLines(findings, { bold: true, width: null });
    expect(ok).toMatch(/^\u001b\[2mok .*\u001b\[22m {2}accepted/);
    expect(lacking).toMatch(/^\u001b\[1mmissing {6}Scope {4}\u001b\[22m {2}Needed/);
    expect(open).toBe('not checked  Settings   To be had.');
  });

  it('end with how many things are missing', () => {
    const [fine, lacking, open] = findings;
    expect(verdict('Slack', [fine])).toBe('Slack: nothing is missing.');
    expect(verdict('Slack', [lacking, lacking, open])).toBe('Slack: 2 things are missing, 1 not checked.');
  });
});
