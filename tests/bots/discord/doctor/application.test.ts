import { describe, expect, it } from 'vitest';
import { no } from './api.ts';
import { discordWith, envOf, examined } from './examined.ts';

it('finds nothing missing where nothing is, and changes nothing', async () => {
  const discord = await discordWith();
  const before = discord.writes().length;
  const { code, findings } = await examined(envOf(discord), '--channel', '600');
  expect(findings.map(({ mark, name, text }) => `${mark} ${name}: ${text}`)).toEqual([
    'ok Token: accepted: nutgraf of the application Nutgraf (200)',
    'ok Delivery: commands and buttons come to the bot',
    'ok Connection: 998 of 1000 connections of today are left',
    'ok Intents: servers, their messages, direct messages: none has to be granted',
    'ok Servers: in 1 server (Newsroom)',
    'ok Commands: up everywhere, as they should be: /ask, Find this in our stories, /nutgraf',
    'ok Server install: on, with all that is needed',
    'ok User install: on, with all that is needed',
    'ok Channel: #general in Newsroom',
    'ok Permissions: all 4 are there',
  ]);
  expect(code).toBe(0);
  expect(discord.writes()).toHaveLength(before);
});

describe('the token', () => {
  it('is missing where nothing is configured', async () => {
    const { code, findings } = await examined({ DISCORD_TOKEN: '' });
    expect([code, findings]).toEqual([
      1,
      [
        {
          mark: 'missing',
          name: 'Token',
          text: expect.stringMatching(/^Nothing of Discord .* docs\/discord\.md says\.$/),
        },
      ],
    ]);
  });

  it.each([
    ['MjAw.other.token', /^Discord does not know the token in DISCORD_TOKEN, which was perhaps reset: copy /],
    ['Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4', /which looks like the client secret of "OAuth2"/],
    ['0123456789abcdef'.repeat(4), /which looks like the public key of "General Information"/],
    ['200', /which looks like an id/],
    ['hunter2-hunter2', /which is not whole or of another kind/],
  ])('is told from %s', async (token, sentence) => {
    const { code, findings } = await examined(envOf(await discordWith(), { DISCORD_TOKEN: token }));
    expect(code).toBe(1);
    expect(findings).toEqual([{ mark: 'missing', name: 'Token', text: expect.stringMatching(sentence) }]);
  });

  it('may be of an application that is no more', async () => {
    const discord = await discordWith();
    discord.say(/^GET \/applications\/@me/, no(404, 10002, 'Unknown Application'));
    const { findings } = await examined(envOf(discord));
    expect(findings).toMatchObject([
      { name: 'Token', text: expect.stringMatching(/10002: Unknown Application.*still exists/) },
    ]);
  });

  it('may be of another application than the configured one', async () => {
    const { missing, of } = await examined(envOf(await discordWith(), { DISCORD_APPLICATION_ID: '999' }));
    expect(missing).toEqual(['Application']);
    expect(of('Application')?.text).toMatch(
      /another application than the one of DISCORD_TOKEN \(200\): leave it empty/,
    );
    const { missing: none } = await examined(envOf(await discordWith(), { DISCORD_APPLICATION_ID: '200' }));
    expect(none).toEqual([]);
  });
});

describe('what reaches the bot', () => {
  it('is nothing where Discord sends it to an address', async () => {
    const discord = await discordWith((held) => {
      held.application = {
        ...held.application,
        interactions_endpoint_url: 'https://bot.example/interactions',
      };
    });
    const { missing, of } = await examined(envOf(discord));
    expect(missing).toEqual(['Delivery']);
    expect(of('Delivery')?.text).toMatch(/"Interactions Endpoint URL"/);
  });

  it.each([
    [(1 << 12) | (1 << 19), 'Presence Intent, Message Content Intent'],
    [1 << 15, 'Server Members Intent'],
  ])('needs no intent that has to be granted (flags %d)', async (flags, names) => {
    const discord = await discordWith((held) => {
      held.application = { ...held.application, flags };
    });
    const { code, of } = await examined(envOf(discord));
    expect([code, of('Intents to spare')?.text]).toEqual([
      0,
      `granted and not needed, so they can be turned off: ${names}`,
    ]);
  });
});

describe('the connection', () => {
  const limit = (changes: object, shards = 1) =>
    discordWith((held) => {
      const session_start_limit = { total: 1000, remaining: 998, reset_after: 90_000, ...changes };
      held.gateway = { ...held.gateway, shards, session_start_limit };
    });

  it('cannot be opened when the day has no more of them', async () => {
    const { missing, of } = await examined(envOf(await limit({ remaining: 0 })));
    expect(missing).toEqual(['Connection']);
    expect(of('Connection')?.text).toMatch(
      /^Discord lets the bot connect again only in 2 minutes, after 1000 /,
    );
  });

  it('takes one for each shard', async () => {
    expect((await examined(envOf(await limit({ remaining: 3 }, 4)))).missing).toEqual(['Connection']);
    const { missing, of } = await examined(envOf(await limit({ remaining: 4 }, 4)));
    expect(missing).toEqual([]);
    expect(of('Connection')?.text).toBe(
      '4 of 1000 connections of today are left, until more are allowed in 2 minutes; Discord wants it divided into 4 shards',
    );
  });
});

describe('servers', () => {
  it('are needed, unless people have installed it for themselves', async () => {
    const { missing, of } = await examined(envOf(await discordWith(({ guilds }) => guilds.clear())));
    expect(missing).toEqual(['Servers']);
    expect(of('Servers')?.text).toContain(
      'https://discord.com/oauth2/authorize?client_id=200&integration_type=0',
    );
    const alone = await discordWith((held) => {
      held.guilds.clear();
      held.application = { ...held.application, approximate_user_install_count: 12 };
    });
    const { missing: none, of: then } = await examined(envOf(alone));
    expect([none, then('Servers')?.text]).toEqual([
      [],
      'in none; installed by about 12 people for themselves',
    ]);
  });

  it('are counted, and the first named', async () => {
    const discord = await discordWith((held) => {
      for (let id = 501; id < 705; id += 1) {
        held.guilds.set(`${id}`, { id: `${id}`, name: `Guild\n${id}`, member: {} });
      }
      held.application = { ...held.application, approximate_guild_count: 210 };
    });
    const { of } = await examined(envOf(discord));
    expect(of('Servers')?.text).toBe('in at least 210 servers (Newsroom, Guild 501, Guild 502, …)');
  });
});

describe('installing', () => {
  const configured = (integration_types_config: unknown, more: object = {}) =>
    discordWith((held) => {
      held.application = { ...held.application, integration_types_config, ...more };
    });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['neither way', {}, ['Server install', 'User install']],
    ['servers only', { 0: {} }, ['User install']],
    ['people only', { 1: {} }, ['Server install']],
    ['an application from before there were two', null, ['User install']],
    ['both, without settings', { 0: {}, 1: { oauth2_install_params: null } }, []],
    [
      'an administrator',
      { 0: { oauth2_install_params: { scopes: ['bot', 'applications.commands'], permissions: '8' } }, 1: {} },
      [],
    ],
  ])('is looked at for %s', async (_, config, names) => {
    expect((await examined(envOf(await configured(config)))).missing).toEqual(names);
  });

  it('says which scopes and permissions the default settings lack', async () => {
    const { of } = await examined(
      envOf(
        await configured({
          0: { oauth2_install_params: { scopes: ['bot'], permissions: String((1 << 10) | (1 << 11)) } },
          1: { oauth2_install_params: { scopes: ['identify'], permissions: '0' } },
        }),
      ),
    );
    expect(of('Server install')?.text).toBe(
      'The default settings of "Guild Install" lack what is needed: add scope applications.commands, Send Messages in Threads, Read Message History in "Installation" of the developer portal.',
    );
    expect(of('User install')?.text).toMatch(/add scope applications\.commands in "Installation"/);
  });

  it('may be kept to the owner, and may be kept from everybody', async () => {
    const both = { 0: {}, 1: {} };
    const { missing, of } = await examined(
      envOf(await configured(both, { bot_public: false, bot_require_code_grant: true })),
    );
    expect(missing).toEqual(['Code grant']);
    expect(of('Public bot')?.text).toBe('no: only its owner can add it');
  });
});
