import { describe, expect, it } from 'vitest';
import shipped from '../../../../slack-manifest.json' with { type: 'json' };
import { type SlackServer, TOKENS } from '../../../support/slack-server/server.ts';
import { botOf, type Examined, examined, manifestWith, slackWith, socketEnv } from './examined.ts';

/** The manifest that ships, with the domains of the fixture's articles. */
const domains = { unfurl_domains: ['bayradio.example', 'courier.example'] };
const whole = () => manifestWith({ features: domains });

async function withSettings(
  manifest: object,
  change: (slack: SlackServer) => void = () => undefined,
): Promise<Examined> {
  const slack = await slackWith();
  botOf(slack, 'A1');
  slack.manifests.set('A1', { ...manifest });
  change(slack);
  const env = { ...socketEnv(slack), SLACK_APP_TOKEN: TOKENS.app, SLACK_CONFIG_TOKEN: TOKENS.configuration };
  return examined(env);
}

const lacking = ({ findings }: Examined) => findings.filter(({ mark }) => mark === 'missing');

describe('the settings of the app', () => {
  it('are those of the manifest that ships', async () => {
    const { code, findings } = await withSettings(whole());
    expect(code).toBe(0);
    expect(findings.filter(({ mark }) => mark !== 'ok').map(({ name }) => name)).toEqual(['One app']);
    const seen = Object.fromEntries(findings.map(({ name, text }) => [name, text]));
    expect(seen).toMatchObject({
      Events: 'subscribed to all 6',
      'Slash command': '/ask',
      Shortcuts: 'all 2 are there',
      Interactivity: 'on',
      'Home tab': 'on',
      'Messages tab': 'on, and people may write in it',
      'Agent view': 'on',
      'Unfurl domains': 'those of all articles are there',
      'Token rotation': 'off',
      Organisations: 'it is installed workspace by workspace',
    });
  });

  it.each([
    ['app_home_opened', 'the Home tab stays empty'],
    ['app_mention', 'mentions are not answered'],
    ['link_shared', "links to the library's articles are shown without headline and questions"],
    ['message.channels', 'follow-ups in threads of public channels are not answered'],
    ['message.groups', 'follow-ups in threads of private channels are not answered'],
    ['message.im', 'direct messages are not answered'],
  ])('say what is lost without %s', async (event, lost) => {
    const bot_events = shipped.settings.event_subscriptions.bot_events.filter((other) => other !== event);
    const manifest = manifestWith({ features: domains, settings: { event_subscriptions: { bot_events } } });
    expect(lacking(await withSettings(manifest))).toEqual([
      {
        mark: 'missing',
        name: `Event ${event}`,
        text: `Without it ${lost}: add it in "Event Subscriptions".`,
      },
    ]);
  });

  it('do not need what only installations of others need', async () => {
    const bot_events = shipped.settings.event_subscriptions.bot_events.filter(
      (event) => event !== 'app_uninstalled' && event !== 'tokens_revoked',
    );
    const manifest = manifestWith({ features: domains, settings: { event_subscriptions: { bot_events } } });
    expect(lacking(await withSettings(manifest))).toEqual([]);
  });

  it.each<readonly [string, object, string, RegExp]>([
    [
      'any event',
      { settings: { event_subscriptions: undefined } },
      'Events',
      /turn events on in "Event Subscriptions", and subscribe to app_home_opened, /,
    ],
    [
      'a command',
      { features: { ...domains, slash_commands: [] } },
      'Slash command',
      /create \/ask in "Slash Commands"/,
    ],
    [
      'interactivity',
      { settings: { interactivity: { is_enabled: false } } },
      'Interactivity',
      /turn it on in "Interactivity & Shortcuts"/,
    ],
    [
      'a Home tab',
      { features: { ...domains, app_home: { messages_tab_enabled: true } } },
      'Home tab',
      /turn it on in "App Home"/,
    ],
    [
      'a Messages tab',
      { features: { ...domains, app_home: { home_tab_enabled: true } } },
      'Messages tab',
      /Nobody can write .* in "App Home"/,
    ],
    [
      'a Messages tab to write in',
      {
        features: {
          ...domains,
          app_home: {
            home_tab_enabled: true,
            messages_tab_enabled: true,
            messages_tab_read_only_enabled: true,
          },
        },
      },
      'Messages tab',
      /Nobody can write/,
    ],
    [
      'an agent view',
      { features: { ...domains, agent_view: undefined } },
      'Agent view',
      /turn it on in "Agents"/,
    ],
    [
      'tokens that last',
      { settings: { token_rotation_enabled: true } },
      'Token rotation',
      /make a new app from slack-manifest\.json/,
    ],
    [
      'Socket Mode',
      { settings: { socket_mode_enabled: false } },
      'Socket Mode',
      /turn it on in "Socket Mode"/,
    ],
  ])('lack %s', async (_, change, name, sentence) => {
    const found = lacking(await withSettings(manifestWith({ features: domains, ...change })));
    expect(found).toEqual([{ mark: 'missing', name, text: expect.stringMatching(sentence) }]);
  });

  it.each([
    ['ask', 'global', 'Create it in "Interactivity & Shortcuts", "Global", with the name "Ask a story"'],
    ['find', 'message', 'Create it in "Interactivity & Shortcuts", "On messages", with the name "Find this'],
  ])('lack the shortcut %s, or have it of another kind', async (id, type, sentence) => {
    const others = shipped.features.shortcuts.filter(({ callback_id }) => callback_id !== id);
    const wrong = { name: 'x', callback_id: id, type: type === 'global' ? 'message' : 'global' };
    for (const shortcuts of [others, [...others, wrong]]) {
      const found = lacking(await withSettings(manifestWith({ features: { ...domains, shortcuts } })));
      expect(found.map(({ name }) => name)).toEqual([`Shortcut ${id}`]);
      expect(found[0]?.text).toContain(sentence);
      expect(found[0]?.text).toContain(`the Callback ID "${id}".`);
    }
  });

  it('may call the command something else, and let organisations install the app', async () => {
    const changes = {
      features: { ...domains, slash_commands: [{ command: '/frag' }] },
      settings: { org_deploy_enabled: true },
    };
    const { code, of } = await withSettings(manifestWith(changes));
    expect(code).toBe(0);
    expect(of('Slash command')?.text).toBe('/frag');
    expect(of('Organisations')?.text).toBe('it can be installed for a whole organisation');
  });

  it('in a form that is not known are compared as far as they are known', async () => {
    const manifest = manifestWith({ features: { ...domains, shortcuts: 'many', app_home: 7 } });
    expect(lacking(await withSettings(manifest)).map(({ name }) => name)).toEqual([
      'Shortcut ask',
      'Shortcut find',
      'Home tab',
      'Messages tab',
    ]);
  });
});

describe('the domains of links', () => {
  const ofDomains = async (...unfurl_domains: readonly string[]) =>
    (await withSettings(manifestWith({ features: { unfurl_domains } }))).of('Unfurl domains');

  it('are those of the library, and not of the one that ships', async () => {
    expect(await ofDomains('apnews.com', 'npr.org')).toEqual({
      mark: 'missing',
      name: 'Unfurl domains',
      text: 'Links to articles there are shown without headline and questions: add courier.example, bayradio.example in "Event Subscriptions", "App unfurl domains".',
    });
    expect((await ofDomains('Courier.example'))?.text).toContain('add bayradio.example in');
    expect((await ofDomains('example'))?.mark).toBe('ok');
  });

  it('are as many as an app may have', async () => {
    expect(await ofDomains('a.test', 'b.test', 'c.test', 'd.test', 'e.test')).toMatchObject({
      mark: 'ok',
      text: '5, which is as many as an app may have',
    });
  });

  it('are none where the library cannot be read', async () => {
    const slack = await slackWith();
    slack.manifests.set('A1', whole());
    const env = {
      ...socketEnv(slack),
      SLACK_CONFIG_TOKEN: TOKENS.configuration,
      NUTGRAF_DATA: 'tests/no-such-folder',
    };
    expect((await examined(env, '--app', 'A1')).of('Unfurl domains')?.text).toBe('no article has an address');
  });
});

describe('settings that cannot be read', () => {
  it('say how they can', async () => {
    const slack = await slackWith();
    const { code, of } = await examined(socketEnv(slack));
    expect(code).toBe(0);
    expect(of('App settings')).toMatchObject({
      mark: 'not checked',
      text: expect.stringMatching(/set SLACK_CONFIG_TOKEN .* "Your App Configuration Tokens".* 12 hours/),
    });
    const env = { ...socketEnv(slack), SLACK_CONFIG_TOKEN: TOKENS.configuration };
    expect((await examined(env)).of('App settings')?.text).toMatch(/run this with --app and the "App ID"/);
  });

  it.each([
    ['token_expired', /does not take SLACK_CONFIG_TOKEN \(token_expired\), which lives for 12 hours/],
    ['app_not_found', /may not read the settings of this app \(app_not_found\)/],
    ['invalid_app_id', /may not read the settings of this app \(invalid_app_id\)/],
  ])('are refused with %s', async (error, sentence) => {
    const { code, of } = await withSettings(whole(), (slack) =>
      slack.plan('apps.manifest.export', { body: { ok: false, error } }),
    );
    expect(code).toBe(0);
    expect(of('App settings')).toMatchObject({ mark: 'not checked', text: expect.stringMatching(sentence) });
  });

  it.each([
    [{ status: 500, body: '' }, /^Slack is not well/],
    [{ body: { ok: true, manifest: 'none' } }, /^Slack sent the app's settings in a form that is not known/],
  ])('because Slack sends none', async (turn, sentence) => {
    const { of } = await withSettings(whole(), (slack) => slack.plan('apps.manifest.export', turn));
    expect(of('App settings')).toMatchObject({ mark: 'not checked', text: expect.stringMatching(sentence) });
  });

  it('are asked for by the app that the app-level token is of', async () => {
    const slack = await slackWith();
    slack.manifests.set('A7', whole());
    const env = {
      ...socketEnv(slack),
      SLACK_APP_TOKEN: 'xapp-1-A7-1-x',
      SLACK_CONFIG_TOKEN: TOKENS.configuration,
    };
    expect((await examined(env)).of('Events')?.mark).toBe('ok');
  });
});
